// SPDX-License-Identifier: GPL-3.0-or-later
#include "loading.hpp"

#include "toml_document.hpp"

namespace poise::test {

namespace {

struct SettingsProblemCase {
    std::string text;
    std::string problems;
};

void expect_problems(const std::vector<SettingsProblemCase>& cases) {
    for (const auto& [text, problems] : cases) EXPECT_EQ(problems_of(text), problems) << text;
}

TEST(SettingsProblems, PointAtTablesAndKeysThatDoNotExist) {
    expect_problems({
        {"[shedule]\nx = 1\n", "p:1:2: unknown table `shedule` (did you mean `schedule`?)\n"},
        {"[colours]\n", "p:1:2: unknown table `colours` (expected one of \"schedule\", \"prompts\", \"presence\", "
                        "\"input\", \"programme\", \"team\")\n"},
        {"snooze = '5min'", "p:1:1: unknown key `snooze` (it belongs in [prompts])\n"},
        {"snoze = '5min'", "p:1:1: unknown key `snoze` (did you mean `snooze`?)\n"},
        {"colour = 1", "p:1:1: unknown key `colour` (expected a key that `poise config show` lists)\n"},
        {"[prompts]\n  snoze = '5min'", "p:2:3: unknown key `snoze` in [prompts] (did you mean `snooze`?)\n"},
        {"[team]\nsnooze = '5min'", "p:2:1: unknown key `snooze` in [team] (it belongs in [prompts])\n"},
        {"[team]\nsnoze = '5min'", "p:2:1: unknown key `snoze` in [team] (did you mean `snooze`?)\n"},
        {"[team]\nserver = 'x'",
         "p:2:1: unknown key `server` in [team] (expected a key that `poise config show` lists)\n"},
        {"[team.server]\nx = 'x'",
         "p:1:7: unknown key `server` in [team] (expected a key that `poise config show` lists)\n"},
        {"team.enabeld = true", "p:1:6: unknown key `enabeld` in [team] (did you mean `enabled`?)\n"},
        {"[team]\n\"a\\u001b[31m\\n\" = true",
         "p:2:1: unknown key `a?[31m?` in [team] (expected a key that `poise config show` lists)\n"},
        {"prompts = 3", "p:1:1: `prompts` is a whole number (expected the table [prompts])\n"},
        {"[[prompts]]\nsnooze = '5min'", "p:1:3: `prompts` is a list (expected the table [prompts])\n"},
    });
}

TEST(SettingsProblems, SayWhichTypeIsThereAndWhichIsExpected) {
    const std::string a_duration = "(expected a duration such as \"20min\", or \"\" for off)\n";
    const std::pair<const char*, const char*> types[] = {
        {"20", "a whole number"},
        {"2.5", "a decimal number"},
        {"true", "a boolean"},
        {"['20min']", "a list"},
        {"{ min = 20 }", "a table"},
        {"2026-11-23", "a date"},
        {"20:00:00", "a time without quotes"},
        {"2026-11-23T20:00:00", "a date and time"},
    };
    for (const auto& [value, type] : types) {
        EXPECT_EQ(problems_of("[schedule]\nmicrobreak_every = " + std::string{value}),
                  "p:2:20: microbreak_every is " + std::string{type} + " " + a_duration);
    }
    expect_problems({
        {"[schedule]\nsnack_length = 2",
         "p:2:16: snack_length is a whole number (expected a duration such as \"2min\")\n"},
        {"[prompts]\nspacing = 2",
         "p:2:11: spacing is a whole number (expected a duration such as \"10min\", or \"0s\")\n"},
        {"[schedule]\nposture_window = '30min'", "p:2:18: posture_window is a text (expected its beginning and its end "
                                                 "such as [\"30min\", \"45min\"], or [] for "
                                                 "off)\n"},
        {"[schedule]\nmobility_windows = '08:00-12:00'", "p:2:20: mobility_windows is a text (expected a list of "
                                                         "windows such as [\"08:00-12:00\", \"13:00-18:00\"], or "
                                                         "[] for off)\n"},
        {"[schedule]\nstrength_days = 'tue'",
         "p:2:17: strength_days is a text (expected a list of \"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", "
         "\"sun\")\n"},
        {"[schedule]\nworking_days = [1]",
         "p:2:17: working_days: an entry is a whole number (expected a list of \"mon\", \"tue\", \"wed\", \"thu\", "
         "\"fri\", \"sat\", \"sun\")\n"},
        {"[schedule]\nworking_hours = []",
         "p:2:17: working_hours is empty (expected a window such as \"09:00-17:30\", or a list of them)\n"},
        {"[schedule]\nworking_hours = 9",
         "p:2:17: working_hours is a whole number (expected a window such as \"09:00-17:30\", or a list of them)\n"},
        {"[schedule]\nworking_hours = ['08:00-12:00', 13, '14:00-14:00']",
         "p:2:33: working_hours: an entry is a whole number (expected a window such as \"09:00-17:30\", or a list of "
         "them)\n"
         "p:2:37: working_hours: 14:00-14:00 is empty (expected \"00:00-24:00\" for the whole day)\n"},
        {"[schedule]\ncheckin_at = 16:30:00",
         "p:2:14: checkin_at is a time without quotes (expected a time of day such as \"16:30\", or \"\" for off)\n"},
        {"[prompts]\nmax_snoozes = '2'", "p:2:15: max_snoozes is a text (expected a whole number, 0 or more)\n"},
        {"[prompts]\nper_hour = 6.0", "p:2:12: per_hour is a decimal number (expected a whole number, 1 or more)\n"},
        {"[input]\ncount = 'yes'", "p:2:9: count is a text (expected true or false)\n"},
        {"[programme]\nequipment = 'band'",
         "p:2:13: equipment is a text (expected a list of \"band\", \"bar\", \"roller\", \"ball\")\n"},
        {"[programme]\ncountry = 49",
         "p:2:11: country is a whole number (expected two letters such as \"DE\", or \"\")\n"},
    });
}

TEST(SettingsProblems, SayWhatIsWrongWithAValue) {
    expect_problems({
        {"[schedule]\nmicrobreak_every = '20m'",
         "p:2:20: microbreak_every: `20m` has the unknown unit `m` (expected s, min, h, d or w after each number)\n"},
        {"[schedule]\nmicrobreak_every = '0s'",
         "p:2:20: microbreak_every is zero (expected a duration such as \"20min\", or \"\" for off)\n"},
        {"[schedule]\nmicrobreak_length = ''",
         "p:2:21: microbreak_length is empty (expected a duration such as \"30s\")\n"},
        {"[presence]\nhold_cap = '-3h'",
         "p:2:12: hold_cap: `-3h` is negative (expected numbers with units, such as \"90s\", \"1h30min\" or \"4w\")\n"},
        {"[presence]\nhold_cap = '99999w'", "p:2:12: hold_cap: `99999w` is too long (expected at most 5200w)\n"},
        {"[schedule]\nposture_window = ['30min']", "p:2:18: posture_window has one entry (expected its beginning and "
                                                   "its end such as [\"30min\", \"45min\"], or [] "
                                                   "for off)\n"},
        {"[schedule]\nposture_window = ['30min', '40min', '45min']",
         "p:2:18: posture_window has 3 entries (expected its beginning and its end such as [\"30min\", \"45min\"], or "
         "[] "
         "for off)\n"},
        {"[schedule]\nposture_window = ['45min', '30min']",
         "p:2:18: posture_window: it begins at 45min and ends at 30min (expected the shorter one first)\n"},
        {"[schedule]\nposture_window = ['0s', 'soon']", "p:2:19: posture_window: an entry is zero (expected its "
                                                        "beginning and its end such as [\"30min\", \"45min\"], or "
                                                        "[] for off)\n"
                                                        "p:2:25: posture_window: `soon` is not a duration (expected "
                                                        "numbers with units, such as \"90s\", \"1h30min\" or "
                                                        "\"4w\")\n"},
        {"[schedule]\nmobility_windows = ['8-12', '13:00-12:00', '14:00-14:00']",
         "p:2:21: mobility_windows: `8-12` is not a window of the day (expected \"HH:MM-HH:MM\", 00:00 to 24:00)\n"
         "p:2:29: mobility_windows: 13:00-12:00 ends before it begins (expected a window of one day)\n"
         "p:2:44: mobility_windows: 14:00-14:00 ends before it begins (expected a window of one day)\n"},
        {"[schedule]\nworking_hours = '9 to 5'",
         "p:2:17: working_hours: `9 to 5` is not a window of the day (expected \"HH:MM-HH:MM\", 00:00 to 24:00)\n"},
        {"[schedule]\nworking_hours = '09:00-09:00'",
         "p:2:17: working_hours: 09:00-09:00 is empty (expected \"00:00-24:00\" for the whole day)\n"},
        {"[schedule]\ncheckin_at = '24:00'",
         "p:2:14: checkin_at: `24:00` is not a time of day (expected \"HH:MM\", 00:00 to 23:59)\n"},
        {"[schedule]\nworking_days = ['mon', 'fry', 'mon', 'never']",
         "p:2:24: working_days: unknown entry `fry` (did you mean `fri`?)\n"
         "p:2:31: working_days: `mon` stands there twice (expected each entry once)\n"
         "p:2:38: working_days: unknown entry `never` (expected some of \"mon\", \"tue\", \"wed\", \"thu\", \"fri\", "
         "\"sat\", \"sun\")\n"},
        {"[programme]\nplaces = ['desk', 'flor', 'desk']",
         "p:2:19: places: unknown entry `flor` (did you mean `floor`?)\n"
         "p:2:27: places: `desk` stands there twice (expected each entry once)\n"},
        {"[prompts]\nmax_snoozes = -1", "p:2:15: max_snoozes is -1 (expected a whole number, 0 or more)\n"},
        {"[prompts]\nper_hour = 0", "p:2:12: per_hour is 0 (expected a whole number, 1 or more)\n"},
        {"[prompts]\nper_hour = 2147483648", "p:2:12: per_hour is too large (expected a whole number, 1 or more)\n"},
        {"[programme]\ncountry = 'Germany'",
         "p:2:11: country is `Germany` (expected two letters such as \"DE\", or \"\")\n"},
        {"[programme]\ncountry = 'ä'", "p:2:11: country is `ä` (expected two letters such as \"DE\", or \"\")\n"},
    });
}

TEST(SettingsProblems, NameValuesThatDoNotGoTogether) {
    expect_problems({
        {"[presence]\naway_after = '5min'",
         "p:2:14: away_after is 5min and seat_left_after is 5min (expected away_after to be the shorter)\n"},
        {"[presence]\nseat_left_after = '20s'",
         "p:2:19: away_after is 30s and seat_left_after is 20s (expected away_after to be the shorter)\n"},
        {"[presence]\nseat_left_after = '20s'\naway_after = '1min'",
         "p:3:14: away_after is 1min and seat_left_after is 20s (expected away_after to be the shorter)\n"},
        {"[schedule]\nmobility_length = '4h30min'",
         "p:2:19: mobility_windows: 08:00-12:00 is too short (expected at least 270min, the mobility_length)\n"},
        {"[schedule]\nmobility_windows = ['08:00-12:00', '17:56-18:00']",
         "p:2:36: mobility_windows: 17:56-18:00 is too short (expected at least 5min, the mobility_length)\n"},
        // Each that lies within an earlier one, in whatever order they are written.
        {"[schedule]\nmobility_windows = ['13:00-14:00', '08:00-18:00', '09:00-10:00']",
         "p:2:21: mobility_windows: 13:00-14:00 overlaps 08:00-18:00 (expected windows apart from each other)\n"
         "p:2:51: mobility_windows: 09:00-10:00 overlaps 08:00-18:00 (expected windows apart from each other)\n"},
        {"[schedule]\nmobility_windows = ['08:00-12:00', '08:00-12:00']",
         "p:2:36: mobility_windows: 08:00-12:00 overlaps 08:00-12:00 (expected windows apart from each other)\n"},
    });
}

TEST(SettingsProblems, DrawNoConclusionsFromAValueThatHasOne) {
    expect_problems({
        {"[presence]\naway_after = '10min'\nseat_left_after = 'soon'",
         "p:3:19: seat_left_after: `soon` is not a duration (expected numbers with units, such as \"90s\", \"1h30min\" "
         "or "
         "\"4w\")\n"},
        {"[schedule]\nmobility_length = '10h'\nmobility_windows = 3",
         "p:3:20: mobility_windows is a whole number (expected a list of windows such as [\"08:00-12:00\", "
         "\"13:00-18:00\"], or [] for off)\n"},
    });
}

TEST(SettingsProblems, AreAllReportedAtOnceInTheOrderOfTheFile) {
    EXPECT_EQ(problems_of("\xEF\xBB\xBFsnooze = '5min'\r\n"
                          "[team]\r\n"
                          "enabled = 'no'\r\n"
                          "\r\n"
                          "[schedule] # grün\r\n"
                          "snack_every = '1y'  ; strength_days = 3\r\n"),
              "p:6:21: Error while parsing key-value pair: expected a comment or whitespace, saw ';'\n");
    EXPECT_EQ(
        problems_of("\xEF\xBB\xBFsnooze = '5min'\r\n"
                    "[team]\r\n"
                    "enabled = 'no'\r\n"
                    "\r\n"
                    "[shedule] # grün\r\n"
                    "[schedule]\r\n"
                    "strength_days = ['tü', 'tue', 'tue']\r\n"
                    "breath_every = 3\r\n"
                    "[presence]\r\n"
                    "seat_left_after = '1s'\r\n"),
        "p:1:1: unknown key `snooze` (it belongs in [prompts])\n"
        "p:3:11: enabled is a text (expected true or false)\n"
        "p:5:2: unknown table `shedule` (did you mean `schedule`?)\n"
        "p:7:18: strength_days: unknown entry `tü` (expected some of \"mon\", \"tue\", \"wed\", \"thu\", \"fri\", "
        "\"sat\", \"sun\")\n"
        "p:7:31: strength_days: `tue` stands there twice (expected each entry once)\n"
        "p:8:16: breath_every is a whole number (expected a duration such as \"3h\", or \"\" for off)\n"
        "p:10:19: away_after is 30s and seat_left_after is 1s (expected away_after to be the shorter)\n");
}

TEST(SettingsProblems, BeginAndEndWithASyntaxError) {
    expect_problems({
        {"[schedule", "p:1:10: Error while parsing table header: encountered end-of-file\n"},
        {"[prompts]\nsnooze = '5min'\nsnooze = '6min'\n",
         "p:3:10: Error while parsing key-value pair: cannot redefine existing string 'snooze'\n"},
        {"[prompts]\n[prompts]\n",
         "p:2:1: Error while parsing table header: cannot redefine existing table 'prompts'\n"},
    });
}

TEST(SettingsProblems, RemindOfForgottenQuotes) {
    const std::string hint = " (expected true, false, or quotes around a word or duration)\n";
    for (const char* value :
         {"5min", "90s", "1.5h", "1h30min", "soon", "fri", "nun", "16:30", "08:00-12:00", "[mon]", "yes", "True"}) {
        const auto problems = problems_of("[prompts]\nsnooze = " + std::string{value} + "\n");
        EXPECT_TRUE(problems.starts_with("p:2:1")) << problems;
        EXPECT_TRUE(problems.ends_with(hint)) << problems;
    }
}

TEST(SettingsProblems, RemindOfAForgottenClosingQuote) {
    const auto problems = problems_of("[prompts]\nsnooze = \"5min\nsounds = true\n");
    EXPECT_TRUE(problems.starts_with("p:2:15: ")) << problems;
    EXPECT_TRUE(problems.ends_with(" (expected a closing quote)\n")) << problems;
}

TEST(SettingsProblems, AreFoundInWhatIsNoText) {
    for (const std::string& text : {std::string("\xFF\xFE[\0s\0", 6), std::string("[prompts]\n# \xC3("),
                                    std::string("[prompts]\nsnooze = '\xE2\x82"), std::string("\0", 1)}) {
        const auto loaded = load_settings(text);
        ASSERT_FALSE(loaded);
        EXPECT_EQ(loaded.error().size(), 1u);
        EXPECT_GE(loaded.error()[0].line, 1) << loaded.error()[0].what;
    }
}

TEST(SettingsProblems, AreFoundInAMegabyteOfGarbage) {
    for (const char letter : {'\0', 'a', '[', '{', '.', '"', '\n', '\x80'}) {
        EXPECT_EQ(problems_of(std::string(1 << 20, letter)), "p: the file is too large (expected at most 256 KiB)\n");
        (void)load_settings(std::string(largest_document, letter)); // whatever it says, it says something
    }
}

TEST(SettingsProblems, AreFoundHoweverDeepTheTextNests) {
    constexpr std::size_t depth = 60000;
    std::string keys = "a";
    for (std::size_t i = 0; i < depth; ++i) keys += ".a";
    EXPECT_EQ(problems_of(keys + " = 1"), "p: the file could nest its keys too deep (expected at most 4000 dots)\n");
    EXPECT_EQ(problems_of("[" + keys + "]"), "p: the file could nest its keys too deep (expected at most 4000 dots)\n");
    const auto deepest = keys.substr(0, 1 + 2 * static_cast<std::size_t>(most_dots));
    EXPECT_EQ(problems_of(deepest + " = 1"),
              "p:1:1: unknown table `a` (expected one of \"schedule\", \"prompts\", \"presence\", \"input\", "
              "\"programme\", \"team\")\n");

    const auto nested = "places = " + std::string(depth, '[') + std::string(depth, ']');
    const auto problems = problems_of("[programme]\n" + nested);
    EXPECT_TRUE(problems.starts_with("p:2:42: Error while parsing value: exceeded maximum nested value depth"))
        << problems;
    std::string tables = "team = ";
    for (std::size_t i = 0; i < 1000; ++i) tables += "{ a = ";
    EXPECT_NE(problems_of(tables), "");
}

} // namespace

} // namespace poise::test
