// SPDX-License-Identifier: GPL-3.0-or-later
#include "loading.hpp"

namespace poise::test {

namespace {

struct SettingsWarningCase {
    const char* line; // of [schedule], the second line of the file
    const char* warnings;
};

void expect_warnings(std::initializer_list<SettingsWarningCase> cases) {
    for (const auto& [line, warnings] : cases) {
        EXPECT_EQ(warnings_of("[schedule]\n" + std::string{line} + "\n"), warnings) << line;
    }
}

TEST(SettingsWarnings, NameTheRuleWhoseRangeIsLeft) {
    expect_warnings({
        {"microbreak_every = '61min'", "p:2:20: microbreak_every: 61min (S1 expects at most 1h)\n"},
        {"snack_every = '181min'", "p:2:15: snack_every: 181min (S3 expects at most 3h)\n"},
        {"posture_window = ['29min', '45min']", "p:2:18: posture_window: 29min to 45min (S2 expects 30min to 45min)\n"},
        {"posture_window = ['30min', '46min']", "p:2:18: posture_window: 30min to 46min (S2 expects 30min to 45min)\n"},
        {"mobility_length = '10min'", "p:2:19: mobility_length: 10min (S4 expects 5min)\n"},
        {"mobility_windows = ['08:00-12:00']",
         "p:2:20: mobility_windows: 1 window (S4 expects two, one in the morning and one in the afternoon)\n"},
        {"mobility_windows = ['08:00-10:00', '10:00-11:00', '14:00-15:00']",
         "p:2:20: mobility_windows: 3 windows (S4 expects two, one in the morning and one in the afternoon)\n"},
        {"mobility_windows = ['08:00-10:00', '10:00-11:00']",
         "p:2:20: mobility_windows: both are in one half of the day (S4 expects two, one in the morning and one in the "
         "afternoon)\n"},
        {"strength_days = ['tue']", "p:2:17: strength_days: 1 day a week (S6 expects two)\n"},
        {"strength_days = ['mon', 'wed', 'fri']", "p:2:17: strength_days: 3 days a week (S6 expects two)\n"},
        {"strength_days = ['tue', 'wed']",
         "p:2:17: strength_days: tue and wed follow each other (S6 expects a full day between two)\n"},
        {"working_days = ['mon', 'sun']\nstrength_days = ['mon', 'sun']", // the week is a ring
         "p:3:17: strength_days: sun and mon follow each other (S6 expects a full day between two)\n"},
    });
}

TEST(SettingsWarnings, SayWhatWillNeverBeAskedFor) {
    expect_warnings({
        {"strength_days = ['tue', 'sat']",
         "p:2:17: strength_days: nothing is asked on sat (expected some of working_days)\n"},
        {"working_days = ['mon', 'tue']",
         "p:2:16: strength_days: nothing is asked on fri (expected some of working_days)\n"},
        {"working_days = []\nstrength_days = []",
         "p:2:16: working_days: no day at all (expected some: nothing is ever asked)\n"},
        {"checkin_at = '18:00'\nworking_hours = '09:00-18:00'",
         "p:2:14: checkin_at: 18:00 is never asked for (F1 expects a time in working_hours, 09:00-18:00)\n"},
        {"working_hours = '06:00-14:00'",
         "p:2:17: mobility_windows: 13:00-18:00 is never asked for (expected its second half to reach into "
         "working_hours, 06:00-14:00)\n"
         "p:2:17: checkin_at: 16:30 is never asked for (F1 expects a time in working_hours, 06:00-14:00)\n"},
        {"working_hours = '12:00-18:00'\nmobility_windows = ['13:00-18:00', '08:00-12:00']",
         "p:3:36: mobility_windows: 08:00-12:00 is never asked for (expected its second half to reach into "
         "working_hours, 12:00-18:00)\n"},
    });
}

TEST(SettingsWarnings, AreNotGivenWithinTheRangeOrForWhatIsOff) {
    expect_warnings({
        {"microbreak_every = '1h'", ""},
        {"snack_every = '3h'", ""},
        {"posture_window = ['30min', '45min']", ""},
        {"posture_window = ['40min', '40min']", ""},
        {"mobility_windows = ['13:00-18:00', '08:00-12:00']", ""},
        {"strength_days = ['fri', 'mon']", ""},
        {"checkin_at = '08:00'\nworking_hours = '09:00-18:00'", ""}, // late, but asked for
        {"working_hours = ['08:00-12:00', '13:00-17:00']", ""},
        {"working_hours = '14:00-02:00'\nmobility_windows = ['00:00-02:00', '20:00-24:00']", ""},
        {"microbreak_every = ''\nsnack_every = ''\nposture_window = []\nmobility_windows = []\nstrength_days = []", ""},
        {"mobility_windows = []\nmobility_length = '10min'", ""},
        {"working_hours = '06:00-14:00'\nmobility_windows = []\ncheckin_at = ''", ""},
    });
}

TEST(SettingsWarnings, ComeTogetherInTheOrderOfTheFile) {
    EXPECT_EQ(warnings_of("[schedule]\n"
                          "strength_days = []\n"
                          "working_hours = '09:00-16:00'\n"
                          "snack_every = '5h'\n"
                          "posture_window = ['1h', '2h']\n"
                          "microbreak_every = '2h'\n"),
              "p:3:17: checkin_at: 16:30 is never asked for (F1 expects a time in working_hours, 09:00-16:00)\n"
              "p:4:15: snack_every: 5h (S3 expects at most 3h)\n"
              "p:5:18: posture_window: 1h to 2h (S2 expects 30min to 45min)\n"
              "p:6:20: microbreak_every: 2h (S1 expects at most 1h)\n");
}

} // namespace

} // namespace poise::test
