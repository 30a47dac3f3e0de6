// SPDX-License-Identifier: GPL-3.0-or-later
#include "config_edit.hpp"

#include "loading.hpp"

#include <algorithm>
#include <cstring>
#include <tuple>

namespace poise::test {

namespace {

/// The text afterwards, or the problems.
std::string after(std::string_view text, std::string_view key, std::string_view value) {
    const auto edited = set_value(text, key, value);
    return edited ? *edited : lines_of(edited.error());
}

TEST(SetValue, ReplacesAValueAndKeepsEveryOtherByte) {
    EXPECT_EQ(after("# mine\n"
                    "\n"
                    "[prompts]   # how it asks\n"
                    "  max_snoozes=1\n"
                    "\tsnooze  =  \"5min\"   # kettle time\n"
                    "# patience = '1min'\n"
                    "\n"
                    "[schedule]\n"
                    "strength_days = [\n"
                    "  'mon', # legs\n"
                    "  'thu',\n"
                    "]\n",
                    "prompts.snooze", "20min"),
              "# mine\n"
              "\n"
              "[prompts]   # how it asks\n"
              "  max_snoozes=1\n"
              "\tsnooze  =  \"20min\"   # kettle time\n"
              "# patience = '1min'\n"
              "\n"
              "[schedule]\n"
              "strength_days = [\n"
              "  'mon', # legs\n"
              "  'thu',\n"
              "]\n");
}

TEST(SetValue, FindsTheValueBehindOtherScriptsAndLineEnds) {
    EXPECT_EQ(after("\xEF\xBB\xBF# größer → später\r\n[prompts]\r\nsnooze = '5min' # für Tee ☕\r\nper_hour = 4",
                    "snooze", "7min"),
              "\xEF\xBB\xBF# größer → später\r\n[prompts]\r\nsnooze = \"7min\" # für Tee ☕\r\nper_hour = 4");
    EXPECT_EQ(after("prompts = { \"snooze\" = '5min', per_hour = 4 } # é", "per_hour", "5"),
              "prompts = { \"snooze\" = '5min', per_hour = 5 } # é");
    EXPECT_EQ(after("programme.country = \"\"", "country", "de"), "programme.country = \"de\"");
    EXPECT_EQ(after("[prompts]\nper_hour = 4", "per_hour", "12"), "[prompts]\nper_hour = 12");
    EXPECT_EQ(after("[prompts]\nper_hour = 12", "per_hour", "4"), "[prompts]\nper_hour = 4");
    EXPECT_EQ(after("[prompts]\nper_hour = 12# so\n", "per_hour", "4"), "[prompts]\nper_hour = 4# so\n");
}

TEST(SetValue, ReplacesAListWhole) {
    EXPECT_EQ(after("[schedule]\nstrength_days = [\n  'mon', # legs\n  'thu',\n] # twice\nsnack_every = '1h'\n",
                    "schedule.strength_days", "tue, fri"),
              "[schedule]\nstrength_days = [\"tue\", \"fri\"] # twice\nsnack_every = '1h'\n");
}

TEST(SetValue, AddsAKeyBelowTheLastOfItsTable) {
    EXPECT_EQ(after("[prompts]\nper_hour = 4 # few\n\n# the team\n[team]\nenabled = false\n", "snooze", "7min"),
              "[prompts]\nper_hour = 4 # few\nsnooze = \"7min\"\n\n# the team\n[team]\nenabled = false\n");
    EXPECT_EQ(after("[prompts]\r\n    per_hour = 4\r\n[team]\r\n", "snooze", "7min"),
              "[prompts]\r\n    per_hour = 4\r\n    snooze = \"7min\"\r\n[team]\r\n");
    EXPECT_EQ(after("[prompts] # as yet empty\n\n[team]\n", "snooze", "7min"),
              "[prompts] # as yet empty\nsnooze = \"7min\"\n\n[team]\n");
    EXPECT_EQ(after("[prompts]", "snooze", "7min"), "[prompts]\nsnooze = \"7min\"");
    EXPECT_EQ(after("[prompts]\nper_hour = 4 # few", "snooze", "7min"),
              "[prompts]\nper_hour = 4 # few\nsnooze = \"7min\"");
    EXPECT_EQ(after("[programme]\nplaces = [\n  'desk',\n  'floor'\n]\n", "country", "DE"),
              "[programme]\nplaces = [\n  'desk',\n  'floor'\n]\ncountry = \"DE\"\n");
}

TEST(SetValue, AddsAKeyTheWayItsTableIsWritten) {
    EXPECT_EQ(after("prompts.per_hour = 4 # few\n[team]\n", "snooze", "7min"),
              "prompts.per_hour = 4 # few\nprompts.snooze = \"7min\"\n[team]\n");
    EXPECT_EQ(after("prompts = { per_hour = 4 } # few\n", "snooze", "7min"),
              "prompts = { per_hour = 4, snooze = \"7min\" } # few\n");
    EXPECT_EQ(after("prompts = {per_hour = 4}", "snooze", "7min"), "prompts = {per_hour = 4, snooze = \"7min\"}");
    EXPECT_EQ(after("prompts = {}\n", "snooze", "7min"), "prompts = { snooze = \"7min\"}\n");
    EXPECT_EQ(after("prompts = { }\n", "snooze", "7min"), "prompts = { snooze = \"7min\" }\n");
}

TEST(SetValue, AddsATableAtTheEnd) {
    EXPECT_EQ(after("", "prompts.snooze", "7min"), "[prompts]\nsnooze = \"7min\"\n");
    EXPECT_EQ(after("\xEF\xBB\xBF", "prompts.snooze", "7min"), "\xEF\xBB\xBF[prompts]\nsnooze = \"7min\"\n");
    EXPECT_EQ(after("# mine\n", "prompts.snooze", "7min"), "# mine\n\n[prompts]\nsnooze = \"7min\"\n");
    EXPECT_EQ(after("[team]\r\nenabled = false # no", "prompts.snooze", "7min"),
              "[team]\r\nenabled = false # no\r\n\r\n[prompts]\r\nsnooze = \"7min\"\r\n");
}

TEST(SetValue, TakesTomlOrWhatWouldStandBetweenTheQuotes) {
    const std::tuple<const char*, const char*, const char*> cases[] = {
        {"prompts.snooze", "7min", "\"7min\""},
        {"prompts.snooze", "  1h 30min ", "\"1h 30min\""},
        {"prompts.snooze", "\"7min\"", "\"7min\""},
        {"prompts.snooze", "'7min'", "'7min'"},
        {"schedule.snack_every", "", "\"\""},
        {"schedule.checkin_at", "17:00", "\"17:00\""},
        {"schedule.working_hours", "09:00-17:30", "\"09:00-17:30\""},
        {"schedule.working_hours", "08:00-12:00, 13:00-17:30", "[\"08:00-12:00\", \"13:00-17:30\"]"},
        {"schedule.working_hours", "['08:00-12:00']", "['08:00-12:00']"},
        {"schedule.posture_window", "30min,40min", "[\"30min\", \"40min\"]"},
        {"schedule.posture_window", "['30min', '40min']", "['30min', '40min']"},
        {"schedule.mobility_windows", "08:00-12:00, 13:00-18:00", "[\"08:00-12:00\", \"13:00-18:00\"]"},
        {"schedule.strength_days", "'mon',thu", "['mon', \"thu\"]"},
        {"schedule.strength_days", "", "[]"},
        {"prompts.per_hour", "0x10", "0x10"},
        {"input.count", "false", "false"},
    };
    for (const auto& [key, value, written] : cases) {
        const std::string table{key, std::find(key, key + std::strlen(key), '.')};
        const std::string name{key + table.size() + 1};
        EXPECT_EQ(after("", key, value), "[" + table + "]\n" + name + " = " + written + "\n");
    }
}

TEST(SetValue, RefusesKeysThatDoNotExist) {
    EXPECT_EQ(after("", "prompts.snoze", "7min"), "p: unknown key `prompts.snoze` (did you mean `snooze`?)\n");
    EXPECT_EQ(after("", "team.snooze", "7min"), "p: unknown key `team.snooze` (it belongs in [prompts])\n");
    EXPECT_EQ(after("", "promts.snooze", "7min"), "p: unknown key `promts.snooze` (it belongs in [prompts])\n");
    EXPECT_EQ(after("", "", "7min"), "p: unknown key `` (expected a key that `poise config show` lists)\n");
}

TEST(SetValue, RefusesValuesThatAreMoreThanOne) {
    const std::string expected = " is no value (expected a whole number, 1 or more)\n";
    for (const char* value : {"", "many", "6 # at most", "6, 7", "6 }", "="}) {
        EXPECT_EQ(after("", "prompts.per_hour", value), "p: prompts.per_hour: `" + std::string{value} + "`" + expected);
    }
    EXPECT_EQ(after("", "prompts.per_hour", "6\n[team]\nenabled = true"),
              "p: prompts.per_hour: `6?[team]?enabled = true`" + expected);
    EXPECT_EQ(after("", "schedule.strength_days", "['tue', # legs\n 'fri']"),
              "p: schedule.strength_days: `['tue', # legs? 'fri']` is no value (expected a list of \"mon\", \"tue\", "
              "\"wed\", \"thu\", \"fri\", \"sat\", \"sun\")\n");
    // What is not TOML is quoted, and then found to be no duration.
    EXPECT_EQ(
        after("", "prompts.snooze", "7min\"\nper_hour = \"7"),
        "p:2:10: snooze: `7min\"?per_hour = \"7` is not a duration (expected numbers with units, such as \"90s\", "
        "\"1h30min\" or \"4w\")\n");
}

TEST(SetValue, RefusesWhatCouldNotBeLoaded) {
    EXPECT_EQ(after("[prompts]\nper_hour = 6\n", "per_hour", "0"),
              "p:2:12: per_hour is 0 (expected a whole number, 1 or more)\n");
    EXPECT_EQ(after("", "presence.away_after", "1h"),
              "p:2:14: away_after is 1h and seat_left_after is 5min (expected away_after to be the shorter)\n");
    EXPECT_EQ(after("[prompts]\nsnoze = 1\n", "per_hour", "3"),
              "p:2:1: unknown key `snoze` in [prompts] (did you mean `snooze`?)\n");
    EXPECT_EQ(after("[prompts\n", "per_hour", "3"),
              "p:1:9: Error while parsing table header: expected ']', saw '\\n'\n");
    EXPECT_EQ(after("prompts = 3\n", "per_hour", "3"),
              "p:1:1: `prompts` is a whole number (expected the table [prompts])\n");
    EXPECT_EQ(after("[prompts.per_hour]\n", "per_hour", "3"),
              "p:1:1: per_hour is a table (expected a whole number, 1 or more)\n");
}

TEST(SetValue, MendsABadValue) {
    EXPECT_EQ(after("[prompts]\nsnooze = 5 # minutes\n", "snooze", "5min"), "[prompts]\nsnooze = \"5min\" # minutes\n");
}

TEST(SetValue, ChangesNothingElseInTheExample) {
    const auto text = config_file("poise.toml");
    auto expected = text;
    const std::string_view old = "snooze = \"5min\"";
    expected.replace(expected.find(old), old.size(), "snooze = \"12min\"");
    EXPECT_EQ(after(text, "prompts.snooze", "12min"), expected);
}

} // namespace

} // namespace poise::test
