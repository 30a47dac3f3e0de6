// SPDX-License-Identifier: GPL-3.0-or-later
#include "loading.hpp"
#include "time_of_day.hpp"

#include <algorithm>
#include <random>

namespace poise::test {

using namespace std::chrono_literals;

namespace {

/// Any settings that a file could give.
class RandomSettings {
public:
    explicit RandomSettings(std::uint64_t seed) : random_{seed} {}

    Settings next() {
        Settings s;
        for (auto* length : {&s.microbreak_every, &s.snack_every, &s.breath_every, &s.workstation_check_every,
                             &s.exercise_spacing, &s.patience, &s.spacing, &s.after_return, &s.heads_up}) {
            *length = is(0.2) ? Duration::zero() : length_up_to(30 * 24h);
        }
        for (auto* length : {&s.microbreak_length, &s.snack_length, &s.strength_length, &s.breath_length, &s.snooze,
                             &s.repeat_after, &s.hold_cap}) {
            *length = length_up_to(24h);
        }
        s.posture_window_from = is(0.2) ? Duration::zero() : length_up_to(2h);
        s.posture_window_to = s.posture_window_from == 0s ? 0ms : s.posture_window_from + length_up_to(2h);
        s.away_after = length_up_to(5min);
        s.seat_left_after = s.away_after + length_up_to(10min);
        s.mobility_length = length_up_to(10min);
        s.mobility_windows.clear();
        for (TimeOfDay from = 0h; from < 20h && !is(0.3); from += 4h) s.mobility_windows.push_back({from, from + 3h});
        s.strength_days = days();
        s.working_days = days();
        if (is(0.3)) s.checkin_at.reset();
        if (s.checkin_at) s.checkin_at = TimeOfDay{number(0, 24 * 60 - 1)};
        s.working_hours.clear();
        do {
            DayWindow window{TimeOfDay{number(0, 700)}, TimeOfDay{number(701, 24 * 60)}};
            if (is(0.3)) std::swap(window.from, window.to);
            if (window.from == 24h) window.from = 23h;
            s.working_hours.push_back(window);
        } while (is(0.3));
        s.max_snoozes = number(0, 5);
        s.per_hour = number(1, 60);
        s.count_input = is(0.5);
        s.team_enabled = is(0.5);
        s.sounds = is(0.5);
        if (is(0.5)) s.equipment = {"roller", "band"};
        if (is(0.5)) s.places = {"floor"};
        if (is(0.5)) s.country = "DE";
        return s;
    }

private:
    bool is(double probability) { return std::bernoulli_distribution{probability}(random_); }
    int number(int least, int most) { return std::uniform_int_distribution{least, most}(random_); }
    Duration length_up_to(Duration most) {
        const Duration length{std::uniform_int_distribution<std::int64_t>{1, most.count()}(random_)};
        return is(0.5) ? length : std::max<Duration>(1s, std::chrono::floor<std::chrono::seconds>(length));
    }
    Weekdays days() {
        Weekdays days;
        for (const auto word : weekday_names) {
            if (is(0.5)) days.insert(*parse_weekday(word));
        }
        return days;
    }

    std::mt19937_64 random_;
};

TEST(ShowSettings, ListsEveryKeyWithItsValueItsRuleAndWhetherItIsTheDefault) {
    Settings settings;
    settings.microbreak_every = 0s;
    settings.posture_window_from = 0s;
    settings.posture_window_to = 0s;
    settings.mobility_windows = {{9h, 9h + 30min}};
    settings.strength_days = {};
    settings.patience = 0s;
    settings.max_snoozes = 3;
    settings.checkin_at.reset();
    settings.country = "DE";
    EXPECT_EQ(show_settings(settings),
              R"([schedule]
microbreak_every = ""                               # S1 (D); default "20min"
microbreak_length = "30s"                           # S1 (D); default
posture_window = []                                 # S2; default ["30min", "45min"]
snack_every = "90min"                               # S3 (D); default
snack_length = "2min"                               # S3 (D); default
mobility_windows = ["09:00-09:30"]                  # S4; default ["08:00-12:00", "13:00-18:00"]
mobility_length = "5min"                            # S4; default
strength_days = []                                  # S6; default ["tue", "fri"]
strength_length = "15min"                           # S6 (D); default
breath_every = "3h"                                 # S7 (D); default
breath_length = "60s"                               # S7 (D); default
exercise_spacing = "45min"                          # D; default
workstation_check_every = "4w"                      # S12 (D); default
checkin_at = ""                                     # F1 (D); default "16:30"
working_days = ["mon", "tue", "wed", "thu", "fri"]  # D; default
working_hours = "00:00-24:00"                       # D; default

[prompts]
patience = "0s"                                     # D; default "2min"
snooze = "5min"                                     # D; default
max_snoozes = 3                                     # D; default 2
repeat_after = "5min"                               # D; default
spacing = "10min"                                   # D; default
per_hour = 6                                        # D; default
after_return = "60s"                                # D; default
heads_up = "2min"                                   # D; default
sounds = false                                      # D; default
coach = true                                        # D; default

[presence]
away_after = "30s"                                  # D; default
seat_left_after = "5min"                            # D; default
hold_cap = "3h"                                     # D; default

[input]
count = true                                        # D; default

[programme]
equipment = []                                      # S11; default
places = ["desk", "standing", "floor"]              # D; default
country = "DE"                                      # R1; default ""

[team]
enabled = false                                     # D; default
)");
}

TEST(ShowSettings, LoadsBackToTheSameSettings) {
    EXPECT_EQ(settings_of(show_settings({})), Settings{});
    RandomSettings random{2026};
    for (int i = 0; i < 2000; ++i) {
        const auto settings = random.next();
        const auto text = show_settings(settings);
        ASSERT_EQ(settings_of(text), settings) << text;
    }
}

} // namespace

} // namespace poise::test
