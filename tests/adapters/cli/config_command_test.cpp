// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise_program.hpp"
#include "scripted_daemon.hpp"
#include "settings_toml.hpp"
#include "test_bus.hpp"

#include <gmock/gmock.h>

namespace poise::test {
namespace {

namespace fs = std::filesystem;
using testing::StartsWith;

class ConfigCommand : public testing::Test {
protected:
    TestBus bus; // on which no daemon is
    Person person;

    [[nodiscard]] std::string file() const { return person.configuration().string(); }
    void write(const std::string& text) const { write_text(person.configuration(), text); }
};

TEST_F(ConfigCommand, SaysWhereTheFileIs) {
    EXPECT_EQ(person.runs({"config", "path"}), (Ran{0, file() + "\n", ""}));
    person.variables["XDG_CONFIG_HOME"] = "/elsewhere";
    EXPECT_EQ(person.runs({"config", "path"}).output, "/elsewhere/poise/poise.toml\n");
    person.variables["XDG_CONFIG_HOME"] = "elsewhere";
    EXPECT_EQ(person.runs({"config", "path"}).output, file() + "\n");
}

TEST_F(ConfigCommand, ShowsTheDefaultsWhereThereIsNoFile) {
    EXPECT_EQ(person.runs({"config", "show"}), (Ran{0, show_settings({}), ""}));
}

TEST_F(ConfigCommand, ShowsWhatTheFileSays) {
    write("[prompts]\nsnooze = \"7min\"\nmax_snoozes = 0\n");
    Settings settings;
    settings.snooze = std::chrono::minutes{7};
    settings.max_snoozes = 0;
    EXPECT_EQ(person.runs({"config", "show"}), (Ran{0, show_settings(settings), ""}));
}

TEST_F(ConfigCommand, ShowsNoSettingsThatAreNotInForce) {
    write("[prompts]\nsnooze = \"7\"\n");
    EXPECT_EQ(
        person.runs({"config", "show"}),
        (Ran{4, "", file() + ":2:10: snooze: `7` lacks a unit (expected s, min, h, d or w after each number)\n"}));
}

TEST_F(ConfigCommand, ChecksAFileAndTellsAllItsProblems) {
    write("[prompts]\nsnooz = \"7min\"\nper_hour = 0\n\n[presence]\naway_after = \"\"\n");
    EXPECT_EQ(person.runs({"config", "check"}),
              (Ran{4, "",
                   file() + ":2:1: unknown key `snooz` in [prompts] (did you mean `snooze`?)\n" + file() +
                       ":3:12: per_hour is 0 (expected a whole number, 1 or more)\n" + file() +
                       ":6:14: away_after is empty (expected a duration such as \"30s\")\n"}));
}

TEST_F(ConfigCommand, ChecksAnotherFile) {
    const fs::path other = person.home() / "other.toml";
    write_text(other, "[prompts\n");
    const Ran ran = person.runs({"config", "check", other.string()});
    EXPECT_EQ(ran.exit, 4);
    EXPECT_EQ(ran.output, "");
    EXPECT_THAT(ran.errors, StartsWith(other.string() + ":1:"));
}

TEST_F(ConfigCommand, WarnsOfWhatLeavesTheGuidance) {
    write("[schedule]\nmicrobreak_every = \"2h\"\n");
    EXPECT_EQ(person.runs({"config", "check"}),
              (Ran{0, file() + ": no problems\n",
                   file() + ":2:20: warning: microbreak_every: 2h (S1 expects at most 1h)\n"}));
}

TEST_F(ConfigCommand, ChecksThatThereIsAFile) {
    EXPECT_EQ(person.runs({"config", "check"}),
              (Ran{0, file() + ": there is no such file, the defaults are in force\n", ""}));
    EXPECT_EQ(person.runs({"config", "check", "/nowhere/poise.toml"}),
              (Ran{4, "", "/nowhere/poise.toml: cannot be read: No such file or directory\n"}));
    EXPECT_EQ(person.runs({"config", "check", "/"}), (Ran{4, "", "/: cannot be read: Is a directory\n"}));
}

TEST_F(ConfigCommand, SetsAValueAndLeavesTheRestOfTheFile) {
    write("# mine\n[prompts]\nsnooze = \"5min\" # enough\r\n");
    fs::permissions(person.configuration(), fs::perms{0640});
    EXPECT_EQ(person.runs({"config", "set", "prompts.snooze", "10min"}), (Ran{0, "", ""}));
    EXPECT_EQ(text_of(person.configuration()), "# mine\n[prompts]\nsnooze = \"10min\" # enough\r\n");
    EXPECT_EQ(fs::status(person.configuration()).permissions(), fs::perms{0640});
}

TEST_F(ConfigCommand, MakesTheFileWhereThereIsNone) {
    EXPECT_EQ(person.runs({"config", "set", "strength_days", "mon,thu"}), (Ran{0, "", ""}));
    EXPECT_EQ(text_of(person.configuration()), "[schedule]\nstrength_days = [\"mon\", \"thu\"]\n");
    EXPECT_EQ(fs::status(person.configuration().parent_path()).permissions(), fs::perms{0700});
}

TEST_F(ConfigCommand, TurnsThingsOff) {
    EXPECT_EQ(person.runs({"config", "set", "snack_every", ""}), (Ran{0, "", ""}));
    EXPECT_EQ(person.runs({"config", "set", "mobility_windows", "[]"}), (Ran{0, "", ""}));
    EXPECT_EQ(text_of(person.configuration()), "[schedule]\nsnack_every = \"\"\nmobility_windows = []\n");
}

TEST_F(ConfigCommand, SetsWhereASymbolicLinkLeads) {
    const fs::path real = person.home() / "dotfiles/poise.toml";
    write_text(real, "");
    fs::create_directories(person.configuration().parent_path());
    fs::create_symlink(real, person.configuration());
    EXPECT_EQ(person.runs({"config", "set", "per_hour", "4"}), (Ran{0, "", ""}));
    EXPECT_EQ(text_of(real), "[prompts]\nper_hour = 4\n");
    EXPECT_TRUE(fs::is_symlink(person.configuration()));
}

TEST_F(ConfigCommand, SetsNothingThatWouldNotLoad) {
    const std::string before = "[prompts]\nsnooze = \"5min\"\n";
    write(before);
    const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
        {{"snooze", "soon"},
         ":2:10: snooze: `soon` is not a duration (expected numbers with units, such as \"90s\", \"1h30min\" or "
         "\"4w\")\n"},
        {{"snooz", "5min"}, ": unknown key `snooz` (did you mean `snooze`?)\n"},
        {{"presence.snooze", "5min"}, ": unknown key `presence.snooze` (it belongs in [prompts])\n"},
    };
    for (const auto& [words, error] : cases) {
        EXPECT_EQ(person.runs({"config", "set", words[0], words[1]}), (Ran{4, "", file() + error}));
    }
    EXPECT_EQ(text_of(person.configuration()), before);
}

TEST_F(ConfigCommand, WarnsOfWhatWasSet) {
    EXPECT_EQ(person.runs({"config", "set", "snack_every", "4h"}),
              (Ran{0, "", file() + ":2:15: warning: snack_every: 4h (S3 expects at most 3h)\n"}));
}

TEST_F(ConfigCommand, SaysWhatCannotBeWritten) {
    write_text(person.home() / ".config", "a file where a folder should be");
    const Ran ran = person.runs({"config", "set", "per_hour", "4"});
    EXPECT_EQ(ran, (Ran{4, "", file() + ": cannot be read: Not a directory\n"}));
}

TEST_F(ConfigCommand, LetsADaemonThatRunsReadItAtOnce) {
    ScriptedDaemon daemon;
    int reloads = 0;
    daemon.on_its_thread([&](BusService&, Script& script) { script.on_reload = [&] { ++reloads; }; });
    EXPECT_EQ(person.runs({"config", "set", "per_hour", "4"}), (Ran{0, "", ""}));
    EXPECT_EQ(daemon.on_its_thread([&](BusService&, Script&) { return reloads; }), 1);
    EXPECT_EQ(person.runs({"config", "set", "per_hour", "0"}).exit, 4);
    EXPECT_EQ(daemon.on_its_thread([&](BusService&, Script&) { return reloads; }), 1) << "nothing has changed";
}

TEST_F(ConfigCommand, SaysWhatADaemonDoesNotTake) {
    ScriptedDaemon daemon;
    daemon.on_its_thread([](BusService&, Script& script) { script.problems = {"poise.toml:2:1: too new for me"}; });
    EXPECT_EQ(person.runs({"config", "set", "per_hour", "4"}), (Ran{1, "", "poise.toml:2:1: too new for me\n"}));
}

} // namespace
} // namespace poise::test
