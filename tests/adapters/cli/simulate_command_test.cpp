// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise_program.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace poise::test {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

const std::string header = R"({"start": "2026-11-23T09:00:00+01:00", "zone": "Europe/Berlin"})"
                           "\n";
const std::string auto_header =
    R"({"start": "2026-11-23T09:00:00+01:00", "zone": "Europe/Berlin", "auto": {"answer": "start", "after_s": 10}})"
    "\n";
const std::string only_microbreaks = "[schedule]\nposture_window = []\nsnack_every = \"\"\nmobility_windows = []\n"
                                     "strength_days = []\nbreath_every = \"\"\nworkstation_check_every = \"\"\n"
                                     "checkin_at = \"\"\n";

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

class SimulateCommand : public testing::Test {
protected:
    Person person;

    [[nodiscard]] Ran simulates(const std::string& trace) const { return person.runs({"simulate", "-"}, trace); }
    [[nodiscard]] std::string file(const std::string& name, const std::string& text) const {
        write_text(person.home() / name, text);
        return (person.home() / name).string();
    }
};

TEST_F(SimulateCommand, PrintsOneLineForEachEffectAndThenTheSummary) {
    const Ran ran =
        person.runs({"simulate", "--config", file("poise.toml", only_microbreaks), "-"},
                    auto_header + R"({"t": 0, "event": "active"})" + "\n" + R"({"t": 1500, "event": "end"})");
    EXPECT_EQ(ran.exit, 0) << ran;
    EXPECT_EQ(ran.errors, "");
    auto lines = lines_of(ran.output);
    ASSERT_FALSE(lines.empty());
    const auto summary = nlohmann::ordered_json::parse(lines.back());
    lines.pop_back();
    EXPECT_THAT(
        lines,
        testing::ElementsAre(
            R"({"t":1320,"at":"2026-11-23T09:22:00+01:00","effect":"record","fact":"offered","id":1,)"
            R"("kind":"microbreak","drills":[{"drill":"C1","hold_s":22,"rule":"C1"}],"rule":"S1","length_s":30,)"
            R"("why":"22 min of work since your hands last rested.","by_hand":false,"cue":"C1.ribs"})",
            R"({"t":1320,"at":"2026-11-23T09:22:00+01:00","effect":"show","id":1,"kind":"microbreak","drill":"C1",)"
            R"("drills":["C1"],"rule":"S1","length_s":30,"why":"22 min of work since your hands last rested."})",
            R"({"t":1320,"at":"2026-11-23T09:22:00+01:00","effect":"record","fact":"shown","id":1})",
            R"({"t":1330,"at":"2026-11-23T09:22:10+01:00","effect":"record","fact":"started","id":1})",
            R"({"t":1360,"at":"2026-11-23T09:22:40+01:00","effect":"record","fact":"outcome","id":1,)"
            R"("kind":"microbreak","outcome":"taken","shown":true,"why":null})"));
    EXPECT_EQ(summary["effect"], "summary");
    EXPECT_EQ(summary["report"]["week"], "2026-W48");
    EXPECT_EQ(summary["report"]["by_kind"]["microbreak"]["taken"], 1);
    EXPECT_EQ(summary["report"]["sit_s"], 1500);
}

TEST_F(SimulateCommand, ReadsAFileAsItReadsStandardInput) {
    const std::string trace =
        header + R"({"t": 0, "event": "active"})" + "\n" + R"({"t": 7200, "event": "end"})" + "\n";
    EXPECT_EQ(person.runs({"simulate", file("trace.jsonl", trace)}), simulates(trace));
}

TEST_F(SimulateCommand, TakesTheDefaultsAndNotThePersonsOwnConfiguration) {
    const std::string trace =
        header + R"({"t": 0, "event": "active"})" + "\n" + R"({"t": 7200, "event": "end"})" + "\n";
    const Ran before = simulates(trace);
    write_text(person.configuration(), only_microbreaks);
    EXPECT_EQ(simulates(trace), before);
    EXPECT_NE(person.runs({"simulate", "--config", person.configuration().string(), "-"}, trace), before);
}

TEST_F(SimulateCommand, WarnsOfAnAnswerToNothing) {
    const Ran ran = simulates(header + R"({"t": 5, "event": "answer", "choice": "skip"})");
    EXPECT_EQ(ran.exit, 0);
    EXPECT_EQ(ran.errors, "trace:2: no prompt is on screen\n");
    EXPECT_THAT(lines_of(ran.output), SizeIs(1)) << "the summary is there";
}

struct Bad {
    std::string line; // after a good header, as the second one
    std::string problem;
};

TEST_F(SimulateCommand, SaysWhatIsWrongWithALineAndPrintsNothing) {
    const std::vector<Bad> cases{
        {"{", "is no JSON object"},
        {"[1]", "is no JSON object"},
        {"\xff", "is no JSON object"},
        {R"({"event": "active"})", R"(lacks "t")"},
        {R"({"t": 0})", R"(lacks "event")"},
        {R"({"t": "0", "event": "active"})", R"("t" is no finite number)"},
        {R"({"t": 1e999, "event": "active"})", "is no JSON object"},
        {R"({"t": NaN, "event": "active"})", "is no JSON object"},
        {R"({"t": -1, "event": "active"})", R"("t" is out of range)"},
        {R"({"t": 0, "event": "dance"})", R"(unknown event "dance")"},
        {R"({"t": 0, "event": "active", "by": "me"})", R"(unknown key "by")"},
        {R"({"t": 5, "event": "idle", "since": 6})", R"("since" is later than "t")"},
        {R"({"t": 5, "event": "sleep_unseen"})", R"(lacks "seconds")"},
        {R"({"t": 0, "event": "hold", "on": true})", R"(lacks "by")"},
        {R"({"t": 0, "event": "hold", "by": "lunch", "on": true})", R"(unknown "by" "lunch")"},
        {R"({"t": 0, "event": "hold", "by": "dnd"})", R"(lacks "on")"},
        {R"({"t": 0, "event": "hold", "by": "dnd", "on": 1})", R"("on" is neither true nor false)"},
        {R"({"t": 0, "event": "inhibit"})", R"(lacks "on")"},
        {R"({"t": 0, "event": "posture", "value": "lying"})", R"(unknown "value" "lying")"},
        {R"({"t": 0, "event": "answer", "choice": "later"})", R"(unknown "choice" "later")"},
        {R"({"t": 0, "event": "pause", "seconds": -1})", R"("seconds" is out of range)"},
        {R"({"t": 0, "event": "checkin", "pain": 11})", R"("pain" is out of range)"},
        {R"({"t": 0, "event": "checkin", "pain": 4.5})", R"("pain" is no whole number)"},
        {R"({"t": 0, "event": "checkin", "function": "better"})", R"(unknown "function" "better")"},
        {R"({"t": 0, "event": "screen"})", R"(needs either "flags" or "clear")"},
        {R"({"t": 0, "event": "screen", "flags": ["hunger"]})", R"(unknown red flag "hunger")"},
        {R"({"t": 0, "event": "screen", "flags": "fever"})",
         "\"flags\" is no list of strings\ntrace:2: needs either \"flags\" or \"clear\""},
        {R"({"t": 0, "event": "clock"})", R"(lacks "shift_s")"},
        {R"({"t": 0, "event": "zone", "zone": "Mars/Olympus"})", R"(unknown time zone "Mars/Olympus")"},
        {R"({"t": 0, "event": "client"})", R"(lacks "on")"},
        {R"({"t": 0, "event": "sense_lost", "source": "nose"})", R"(unknown source "nose" (expected "idle"))"},
        {R"({"t": 0, "event": "restart", "graceful": "yes"})", R"("graceful" is neither true nor false)"},
    };
    for (const auto& [line, problem] : cases) {
        EXPECT_EQ(simulates(header + line + "\n"), (Ran{4, "", "trace:2: " + problem + "\n"})) << line;
    }
}

TEST_F(SimulateCommand, SaysWhatIsWrongWithTheHeader) {
    const std::vector<Bad> cases{
        {"", "the trace is empty (expected its start and zone)"},
        {"\n\n", "the trace is empty (expected its start and zone)"},
        {"{}", R"(lacks "start")"},
        {R"({"start": "yesterday"})", R"("start" is no time like 2026-11-23T09:00:00+01:00)"},
        {R"({"start": "2026-11-23T09:00:00+01:00", "zone": "Mars"})", R"(unknown time zone "Mars")"},
        {R"({"start": "2026-11-23T09:00:00+01:00", "speed": 2})", R"(unknown key "speed")"},
        {R"({"start": "2026-11-23T09:00:00+01:00", "auto": {"answer": "yes"}})", R"(unknown "answer" "yes")"},
        {R"({"start": "2026-11-23T09:00:00+01:00", "auto": {}})", R"(lacks "answer")"},
        {R"({"start": "2026-11-23T09:00:00+01:00", "driver": "P9"})", R"(unknown "driver" "P9")"},
    };
    for (const auto& [line, problem] : cases) {
        EXPECT_EQ(simulates(line), (Ran{4, "", "trace:1: " + problem + "\n"})) << line;
    }
}

TEST_F(SimulateCommand, SaysEverythingThatIsWrongInTheOrderOfTheLines) {
    EXPECT_EQ(simulates(header + R"({"t": 10, "event": "active"}
{"t": 9, "event": "lock"}

{"t": 11, "event": "dance"}
{"t": 12, "event": "end"}
{"t": 13, "event": "active"}
)"),
              (Ran{4, "",
                   "trace:3: time goes back\n"
                   "trace:5: unknown event \"dance\"\n"
                   "trace:7: comes after the end\n"}));
}

TEST_F(SimulateCommand, RefusesWhatHappensWhileTheMachineSleepsUnseen) {
    const Ran ran = simulates(header + R"({"t": 10, "event": "sleep_unseen", "seconds": 100})" + "\n" +
                              R"({"t": 50, "event": "active"})");
    EXPECT_EQ(ran.exit, 4);
    EXPECT_EQ(ran.output, "");
    EXPECT_THAT(ran.errors, StartsWith("trace:3: "));
}

TEST_F(SimulateCommand, QuotesATraceWithoutObeyingIt) {
    EXPECT_EQ(simulates(header + "{\"t\": 0, \"event\": \"\\u001b[31m\"}").errors,
              "trace:2: unknown event \"?[31m\"\n");
}

TEST_F(SimulateCommand, SaysWhatIsWrongWithTheConfigurationToo) {
    const std::string config = file("bad.toml", "[prompts]\nsnooze = \"5\"\n");
    EXPECT_EQ(person.runs({"simulate", "--config", config, "-"}, "{}"),
              (Ran{4, "",
                   config + ":2:10: snooze: `5` lacks a unit (expected s, min, h, d or w after each number)\n" +
                       "trace:1: lacks \"start\"\n"}));
}

TEST_F(SimulateCommand, SaysWhichFileCannotBeRead) {
    EXPECT_EQ(person.runs({"simulate", "/nowhere"}),
              (Ran{4, "", "/nowhere: cannot be read: No such file or directory\n"}));
    EXPECT_EQ(person.runs({"simulate", "--config", "/nowhere.toml", "-"}, header),
              (Ran{4, "", "/nowhere.toml: cannot be read: No such file or directory\n"}));
}

TEST_F(SimulateCommand, StopsWhereNobodyReadsOn) {
    std::string trace = auto_header;
    for (int hour = 0; hour < 4000; ++hour) {
        trace += "{\"t\": " + std::to_string(hour * 3600) + ", \"event\": \"active\"}\n";
    }
    const std::string long_trace = file("long.jsonl", trace);
    EXPECT_EQ(person.runs_with(Spoiled::not_wanted, {"simulate", long_trace}), (Ran{0, "", ""}));
    EXPECT_EQ(person.runs_with(Spoiled::full, {"simulate", long_trace}),
              (Ran{1, "", "poise: cannot write to standard output: No space left on device\n"}));
}

} // namespace
} // namespace poise::test
