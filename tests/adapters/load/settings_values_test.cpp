// SPDX-License-Identifier: GPL-3.0-or-later
#include "loading.hpp"
#include "setting_keys.hpp"

namespace poise::test {

using namespace std::chrono_literals;

namespace {

/// The defaults with one thing changed.
template <class Change>
Settings with(Change change) {
    Settings settings;
    change(settings);
    return settings;
}

struct SettingsValueCase {
    const char* text;
    void (*change)(Settings&);
};

TEST(SettingsToml, TakesEveryKey) {
    constexpr auto no_change = [](Settings&) {};
    const SettingsValueCase cases[] = {
        {"[schedule]\nmicrobreak_every = '25min'", [](Settings& s) { s.microbreak_every = 25min; }},
        {"[schedule]\nmicrobreak_every = ''", [](Settings& s) { s.microbreak_every = 0s; }},
        {"[schedule]\nmicrobreak_length = '45s'", [](Settings& s) { s.microbreak_length = 45s; }},
        {"[schedule]\nposture_window = ['35min', '40min']",
         [](Settings& s) {
             s.posture_window_from = 35min;
             s.posture_window_to = 40min;
         }},
        {"[schedule]\nposture_window = ['40min', '40min']",
         [](Settings& s) { s.posture_window_from = s.posture_window_to = 40min; }},
        {"[schedule]\nposture_window = []", [](Settings& s) { s.posture_window_from = s.posture_window_to = 0s; }},
        {"[schedule]\nsnack_every = '2h'", [](Settings& s) { s.snack_every = 2h; }},
        {"[schedule]\nsnack_every = ''", [](Settings& s) { s.snack_every = 0s; }},
        {"[schedule]\nsnack_length = '3min'", [](Settings& s) { s.snack_length = 3min; }},
        {"[schedule]\nmobility_windows = ['13:00-17:00', '9:00-11:00']",
         [](Settings& s) {
             s.mobility_windows = {{9h, 11h}, {13h, 17h}};
         }},
        {"[schedule]\nmobility_windows = ['08:00-13:00', '13:00-24:00']", // they may touch
         [](Settings& s) {
             s.mobility_windows = {{8h, 13h}, {13h, 24h}};
         }},
        {"[schedule]\nmobility_windows = []", [](Settings& s) { s.mobility_windows.clear(); }},
        {"[schedule]\nmobility_length = '6min'", [](Settings& s) { s.mobility_length = 6min; }},
        {"[schedule]\nstrength_days = ['thu', 'mon']",
         [](Settings& s) {
             s.strength_days = {std::chrono::Monday, std::chrono::Thursday};
         }},
        {"[schedule]\nstrength_days = []", [](Settings& s) { s.strength_days = {}; }},
        {"[schedule]\nstrength_length = '20min'", [](Settings& s) { s.strength_length = 20min; }},
        {"[schedule]\nbreath_every = '4h'", [](Settings& s) { s.breath_every = 4h; }},
        {"[schedule]\nbreath_every = ''", [](Settings& s) { s.breath_every = 0s; }},
        {"[schedule]\nbreath_length = '90s'", [](Settings& s) { s.breath_length = 90s; }},
        {"[schedule]\nexercise_spacing = '0s'", [](Settings& s) { s.exercise_spacing = 0s; }},
        {"[schedule]\nworkstation_check_every = '8w'",
         [](Settings& s) { s.workstation_check_every = std::chrono::weeks{8}; }},
        {"[schedule]\nworkstation_check_every = ''", [](Settings& s) { s.workstation_check_every = 0s; }},
        {"[schedule]\ncheckin_at = '17:45'", [](Settings& s) { s.checkin_at = 17h + 45min; }},
        {"[schedule]\ncheckin_at = ''", [](Settings& s) { s.checkin_at.reset(); }},
        {"[schedule]\nworking_days = ['tue', 'fri', 'sat']",
         [](Settings& s) {
             s.working_days = {std::chrono::Tuesday, std::chrono::Friday, std::chrono::Saturday};
         }},
        {"[schedule]\nworking_hours = '09:00-17:30'",
         [](Settings& s) {
             s.working_hours = {{9h, 17h + 30min}};
         }},
        {"[schedule]\nworking_hours = ['08:00-12:00', '13:00-17:00']",
         [](Settings& s) {
             s.working_hours = {{8h, 12h}, {13h, 17h}};
         }},
        {"[schedule]\nworking_hours = '22:00-06:00'",
         [](Settings& s) {
             s.working_hours = {{22h, 6h}};
         }},
        {"[prompts]\npatience = '0s'", [](Settings& s) { s.patience = 0s; }},
        {"[prompts]\nsnooze = '10min'", [](Settings& s) { s.snooze = 10min; }},
        {"[prompts]\nmax_snoozes = 0", [](Settings& s) { s.max_snoozes = 0; }},
        {"[prompts]\nmax_snoozes = 2147483647", [](Settings& s) { s.max_snoozes = 2147483647; }},
        {"[prompts]\nrepeat_after = '1s'", [](Settings& s) { s.repeat_after = 1s; }},
        {"[prompts]\nspacing = '0s'", [](Settings& s) { s.spacing = 0s; }},
        {"[prompts]\nper_hour = 1", [](Settings& s) { s.per_hour = 1; }},
        {"[prompts]\nafter_return = '0s'", [](Settings& s) { s.after_return = 0s; }},
        {"[prompts]\nheads_up = ''", [](Settings& s) { s.heads_up = 0s; }},
        {"[prompts]\nspacing = ''", [](Settings& s) { s.spacing = 0s; }},
        {"[prompts]\nsounds = true", [](Settings& s) { s.sounds = true; }},
        {"[prompts]\ncoach = false", [](Settings& s) { s.coach = false; }},
        {"[presence]\naway_after = '10s'", [](Settings& s) { s.away_after = 10s; }},
        {"[presence]\nseat_left_after = '31s'", [](Settings& s) { s.seat_left_after = 31s; }},
        {"[presence]\nhold_cap = '90min'", [](Settings& s) { s.hold_cap = 90min; }},
        {"[input]\ncount = false", [](Settings& s) { s.count_input = false; }},
        {"[programme]\nequipment = ['ball', 'band']",
         [](Settings& s) {
             s.equipment = {"ball", "band"};
         }},
        {"[programme]\nplaces = ['floor']", [](Settings& s) { s.places = {"floor"}; }},
        {"[programme]\nplaces = []", [](Settings& s) { s.places.clear(); }},
        {"[programme]\ncountry = 'DE'", [](Settings& s) { s.country = "DE"; }},
        {"[programme]\ncountry = 'de'", [](Settings& s) { s.country = "DE"; }},
        {"[programme]\ncountry = ''", no_change},
        {"[team]\nenabled = true", [](Settings& s) { s.team_enabled = true; }},
    };
    for (const auto& [text, change] : cases) EXPECT_EQ(settings_of(text), with(change)) << text;
}

TEST(SettingsToml, KeepsTheDefaultOfWhatIsNotMentioned) {
    EXPECT_EQ(settings_of(""), Settings{});
    EXPECT_EQ(settings_of("\n\n# nothing but a remark\n"), Settings{});
    EXPECT_EQ(settings_of("[schedule]\n[team]\n"), Settings{});
}

TEST(SettingsToml, HasTheDefaultsOfTheTreatyInItsTableOfKeys) {
    std::string text;
    for (const auto& key : setting_keys()) {
        text += std::string{key.table} + "." + std::string{key.name} + " = " + std::string{key.default_text} + "\n";
    }
    EXPECT_EQ(settings_of(text), Settings{});
    EXPECT_EQ(warnings_of(text), "");
}

TEST(SettingsToml, ReadsEveryWayOfWritingTheSame) {
    const auto expected = with([](Settings& s) {
        s.microbreak_every = 25min;
        s.max_snoozes = 3;
    });
    EXPECT_EQ(settings_of("schedule.microbreak_every = '25min'\nprompts.max_snoozes = 3\n"), expected);
    EXPECT_EQ(settings_of("schedule = { microbreak_every = '25min' }\nprompts = { max_snoozes = 0x3 }"), expected);
    EXPECT_EQ(settings_of("[prompts]\nmax_snoozes = +3\n[\"schedule\"]\n'microbreak_every' = \"\"\"\n25min\"\"\"\n"),
              expected);
    EXPECT_EQ(settings_of("[schedule]\r\nmicrobreak_every = '25min' # tea\r\n[prompts]\r\nmax_snoozes = 3\r\n"),
              expected);
    EXPECT_EQ(settings_of("\xEF\xBB\xBF[schedule]\nmicrobreak_every = '25min'\n[prompts]\nmax_snoozes = 3"), expected);
}

} // namespace

} // namespace poise::test
