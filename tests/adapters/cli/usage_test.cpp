// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with an argument is said in one line on standard error, before anything is done or anybody asked.
#include "poise_program.hpp"

#include <gmock/gmock.h>

namespace poise::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

struct Wrong {
    std::vector<std::string> arguments;
    std::string error;
};

TEST(Usage, IsExplainedInOneLine) {
    const std::string no_score = ": expected a whole number from 0 to 10 (try: poise checkin --help)\n";
    const std::vector<Wrong> cases{
        {{},
         R"(expected one of "status", "explain", "start", "snooze", "skip", "done", "partly", "hurts", "pause", "resume", "posture", )"
         R"("checkin", "screen", "task", "levers", "freer", "flare", "plan", "guide", "report", "export", "import", "erase", "config", "when", "doctor", "simulate", "team", "completion" )"
         "(try: poise --help)"
         "\n"},
        {{"stauts"}, "unknown command `stauts` (did you mean `status`?) (try: poise --help)\n"},
        {{"\x1b[31m"}, "unknown command `?[31m` (try: poise --help)\n"},
        {{"--verbose"}, "unknown option `--verbose` (try: poise --help)\n"},
        {{"status", "now"}, "The following argument was not expected: now (try: poise status --help)\n"},
        {{"start", "lunch"},
         R"(KIND: `lunch` is unknown (expected one of "microbreak", "posture_change", "snack", "mobility", )"
         R"("strength", "breath", "workstation_check", "checkin") (try: poise start --help))"
         "\n"},
        {{"start", ""},
         R"(KIND: `` is unknown (expected one of "microbreak", "posture_change", "snack", "mobility", )"
         R"("strength", "breath", "workstation_check", "checkin") (try: poise start --help))"
         "\n"},
        {{"snooze", "5"},
         "DURATION: `5` lacks a unit (expected s, min, h, d or w after each number) (try: poise snooze --help)\n"},
        {{"snooze", "0s"}, "DURATION: `0s` is no time at all (expected more) (try: poise snooze --help)\n"},
        {{"snooze", "-5min"},
         "DURATION: `-5min` is negative (expected numbers with units, such as \"90s\", \"1h30min\" or \"4w\") "
         "(try: poise snooze --help)\n"},
        {{"pause", "5minutes"},
         "DURATION: `5minutes` has the unknown unit `minutes` (expected s, min, h, d or w after each number) "
         "(try: poise pause --help)\n"},
        {{"pause", ""},
         "DURATION: `` is not a duration (expected numbers with units, such as \"90s\", \"1h30min\" or \"4w\") "
         "(try: poise pause --help)\n"},
        {{"pause", "5min", "6min"}, "The following argument was not expected: 6min (try: poise pause --help)\n"},
        {{"posture", "lying"},
         "POSTURE: `lying` is unknown (expected one of \"sitting\", \"standing\") (try: poise posture --help)\n"},
        {{"checkin"}, "there is nobody to ask: give at least one answer (try: poise checkin --help)\n"},
        {{"checkin", "--pain", "11"}, "--pain" + no_score},
        {{"checkin", "--pain", "-1"}, "--pain" + no_score},
        {{"checkin", "--tension", "4.5"}, "--tension" + no_score},
        {{"checkin", "--tension", ""}, "--tension" + no_score},
        {{"checkin", "--function", "better"},
         "--function: `better` is unknown (expected one of \"easier\", \"same\", \"harder\") "
         "(try: poise checkin --help)\n"},
        {{"screen"},
         "there is nobody to ask: name the red flags (try: poise screen --flag NAME, and poise screen --list for the "
         "names)\n"},
        {{"screen", "--flag"}, "--flag: 1 required NAME missing (try: poise screen --help)\n"},
        {{"screen", "--clear", "--flag", "fever"}, "--flag excludes --clear (try: poise screen --help)\n"},
        {{"report", "--week", "2026-W60"}, "`2026-W60` is no week (expected one such as 2026-W47)\n"},
        {{"report", "--week", "2026-W47", "--to", "2026-11-23"}, "--week excludes --to (try: poise report --help)\n"},
        {{"report", "--from", "2026-11-29", "--to", "2026-11-23"},
         "2026-11-29 is later than 2026-11-23 (expected --from before --to)\n"},
        {{"report", "--format", "xml"},
         "--format: `xml` is unknown (expected one of \"text\", \"html\", \"json\", \"csv\") (try: poise report "
         "--help)\n"},
        {{"status", "--json", "--waybar"}, "--json excludes --waybar (try: poise status --help)\n"},
        {{"export", "file"}, "The following argument was not expected: file (try: poise export --help)\n"},
        {{"import"}, "FILE is required (try: poise import --help)\n"},
        {{"erase"}, "say what to erase: --before DAY, or --all\n"},
        {{"guide", "programme", "yoga"},
         "NAME: `yoga` is unknown (expected one of prevention, posture, myofascial, disc, stenosis, visceral, "
         "osteoarthritis, curves, or P0 to P7) (try: poise guide programme --help)\n"},
        {{"config"},
         R"(expected one of "path", "show", "check", "set" (try: poise config --help))"
         "\n"},
        {{"config", "sett"}, "unknown command `sett` (did you mean `set`?) (try: poise config --help)\n"},
        {{"config", "set", "snooze"}, "VALUE is required (try: poise config set --help)\n"},
        {{"simulate"}, "TRACE is required (try: poise simulate --help)\n"},
    };
    const Person person;
    for (const auto& [arguments, error] : cases) {
        EXPECT_EQ(person.runs(arguments), (Ran{2, "", "poise: " + error})) << testing::PrintToString(arguments);
    }
}

TEST(Usage, IsPrintedWhenAskedFor) {
    const Person person;
    const std::vector<std::vector<std::string>> commands{{},
                                                         {"status"},
                                                         {"explain"},
                                                         {"start"},
                                                         {"snooze"},
                                                         {"skip"},
                                                         {"done"},
                                                         {"pause"},
                                                         {"resume"},
                                                         {"posture"},
                                                         {"checkin"},
                                                         {"screen"},
                                                         {"export"},
                                                         {"import"},
                                                         {"erase"},
                                                         {"guide"},
                                                         {"guide", "programme"},
                                                         {"report"},
                                                         {"config"},
                                                         {"config", "path"},
                                                         {"config", "check"},
                                                         {"config", "set"},
                                                         {"config", "show"},
                                                         {"doctor"},
                                                         {"simulate"}};
    for (auto command : commands) {
        command.emplace_back("--help");
        const Ran ran = person.runs(command);
        EXPECT_EQ(ran.exit, 0) << ran;
        EXPECT_THAT(ran.output, HasSubstr("Usage: ")) << ran;
        EXPECT_THAT(ran.errors, IsEmpty());
    }
}

TEST(Usage, SaysItsVersion) {
    const Ran ran = Person{}.runs({"--version"});
    EXPECT_EQ(ran.exit, 0);
    EXPECT_EQ(ran.output, "poise " POISE_VERSION "\n");
}

TEST(Output, ThatCannotBeWrittenIsALoudError) {
    const Person person;
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{{"--help"},
                                                                                           {"--version"},
                                                                                           {"config", "show"},
                                                                                           {"report"},
                                                                                           {"export"},
                                                                                           {"screen", "--list"},
                                                                                           {"doctor"},
                                                                                           {"guide", "programme"}}) {
        EXPECT_EQ(person.runs_with(Spoiled::full, arguments),
                  (Ran{1, "", "poise: cannot write to standard output: No space left on device\n"}))
            << testing::PrintToString(arguments);
        EXPECT_EQ(person.runs_with(Spoiled::closed, arguments),
                  (Ran{1, "", "poise: cannot write to standard output: Bad file descriptor\n"}))
            << testing::PrintToString(arguments);
    }
}

TEST(Output, ThatNobodyWantsIsNoError) {
    const Person person;
    EXPECT_EQ(person.runs_with(Spoiled::not_wanted, {"config", "show"}), (Ran{0, "", ""}));
    EXPECT_EQ(person.runs_with(Spoiled::not_wanted, {"report"}), (Ran{0, "", ""}));
}

TEST(Output, IsOnlyNeededByThoseWhoPrint) {
    const Person person;
    EXPECT_EQ(person.runs_with(Spoiled::full, {"config", "set", "snooze", "7min"}), (Ran{0, "", ""}));
    EXPECT_EQ(person.runs_with(Spoiled::closed, {"config", "set", "snooze", "8min"}), (Ran{0, "", ""}));
    EXPECT_EQ(text_of(person.configuration()), "[prompts]\nsnooze = \"8min\"\n") << "and no file took its place";
}

} // namespace
} // namespace poise::test
