// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise_program.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace poise::test {
namespace {

using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

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
        trace_header + R"({"t": 0, "event": "active"})" + "\n" + R"({"t": 7200, "event": "end"})" + "\n";
    EXPECT_EQ(person.runs({"simulate", file("trace.jsonl", trace)}), simulates(trace));
}

TEST_F(SimulateCommand, TakesTheDefaultsAndNotThePersonsOwnConfiguration) {
    const std::string trace =
        trace_header + R"({"t": 0, "event": "active"})" + "\n" + R"({"t": 7200, "event": "end"})" + "\n";
    const Ran before = simulates(trace);
    write_text(person.configuration(), only_microbreaks);
    EXPECT_EQ(simulates(trace), before);
    EXPECT_NE(person.runs({"simulate", "--config", person.configuration().string(), "-"}, trace), before);
}

TEST_F(SimulateCommand, WarnsOfAnAnswerToNothing) {
    const Ran ran = simulates(trace_header + R"({"t": 5, "event": "answer", "choice": "skip"})");
    EXPECT_EQ(ran.exit, 0);
    EXPECT_EQ(ran.errors, "trace:2: no prompt is on screen\n");
    EXPECT_THAT(lines_of(ran.output), SizeIs(1)) << "the summary is there";
}

/// What the simulation says of the facts with this name, as far as `keys` go.
std::vector<std::string> facts_of(const Ran& ran, std::string_view fact, const std::vector<std::string>& keys) {
    std::vector<std::string> facts;
    for (const auto& line : lines_of(ran.output)) {
        const auto json = nlohmann::ordered_json::parse(line);
        if (json.value("fact", "") != fact) continue;
        nlohmann::ordered_json kept;
        for (const auto& key : keys) kept[key] = json.at(key);
        facts.push_back(kept.dump());
    }
    return facts;
}

TEST_F(SimulateCommand, HearsWhatThePersonSaysOfTheirBackAndTheirPlan) {
    const Ran ran = simulates(trace_header + R"({"t": 0, "event": "active"}
{"t": 1, "event": "programme", "driver": "P4"}
{"t": 2, "event": "key_task", "task": "carrying my daughter"}
{"t": 3, "event": "levers", "mobility": "E8", "strength": "E9.rows"}
{"t": 4, "event": "levers", "strength": "E9.rows"}
{"t": 5, "event": "checkin", "pain": 4, "region": "mid_back", "load": "driving", "position": "sitting", "tight": true}
{"t": 6, "event": "freer", "yes": true}
{"t": 7, "event": "flare", "on": true}
{"t": 8, "event": "flare", "on": false}
{"t": 9, "event": "levers", "mobility": "E2.chair"}
{"t": 10, "event": "plan", "accept": true}
)");
    EXPECT_EQ(ran.exit, 0) << ran;
    EXPECT_EQ(ran.errors, "trace:11: E2.chair is not for your programme, places or equipment\n"
                          "trace:12: there is no change of plan to answer\n");
    using testing::ElementsAre;
    EXPECT_THAT(facts_of(ran, "driver", {"driver"}), ElementsAre(R"({"driver":"stenosis"})"));
    EXPECT_THAT(facts_of(ran, "key_task", {"task"}), ElementsAre(R"({"task":"carrying my daughter"})"));
    EXPECT_THAT(facts_of(ran, "levers", {"mobility", "strength"}),
                ElementsAre(R"({"mobility":"E8","strength":"E9.rows"})", R"({"mobility":"","strength":"E9.rows"})"));
    EXPECT_THAT(facts_of(ran, "checkin", {"pain", "region", "load", "position", "tight"}),
                ElementsAre(R"({"pain":4,"region":"mid_back","load":"driving","position":"sitting","tight":true})"));
    EXPECT_THAT(facts_of(ran, "freer", {"yes"}), ElementsAre(R"({"yes":true})"));
    EXPECT_THAT(facts_of(ran, "flare", {"on"}), ElementsAre(R"({"on":true})", R"({"on":false})"));
}

TEST_F(SimulateCommand, ReportsTheKeyTask) {
    const Ran ran = simulates(trace_header + R"({"t": 2, "event": "key_task", "task": "carrying my daughter"})");
    const auto summary = nlohmann::json::parse(lines_of(ran.output).back());
    EXPECT_EQ(summary["report"]["function"]["task"], "carrying my daughter");
}

TEST_F(SimulateCommand, TakesALaterIdleForAMomentOfInput) {
    const auto bouts = [&](const std::string& later) {
        return facts_of(simulates(trace_header + R"({"t": 0, "event": "active"}
{"t": 100, "event": "idle"}
{"t": 200, "event": "idle", )" + later +
                                  R"(}
{"t": 1000, "event": "end"}
)"),
                        "bout", {"seconds", "working", "resting"});
    };
    using testing::ElementsAre;
    EXPECT_THAT(bouts(R"("since": 200)"), ElementsAre(R"({"seconds":200,"working":100,"resting":100})"));
    EXPECT_THAT(bouts(R"("since": 190)"), ElementsAre(R"({"seconds":190,"working":100,"resting":90})"));
    EXPECT_THAT(bouts(R"("since": 100)"), ElementsAre(R"({"seconds":100,"working":100,"resting":0})"));
}

TEST_F(SimulateCommand, HearsThatAnExerciseHurts) { // F5
    const Ran ran = simulates(trace_header + R"({"t": 0, "event": "active"}
{"t": 5, "event": "hurts"}
{"t": 10, "event": "break", "kind": "snack"}
{"t": 20, "event": "hurts", "pain": 5}
)");
    EXPECT_EQ(ran.exit, 0) << ran;
    EXPECT_THAT(ran.errors, testing::StartsWith("trace:3: no exercise is under way, "));
    EXPECT_THAT(facts_of(ran, "notice", {"notice"}), testing::ElementsAre(R"({"notice":"stopped_for_pain"})"));
    EXPECT_THAT(facts_of(ran, "checkin", {"pain"}), testing::ElementsAre(R"({"pain":5})"));
}

TEST_F(SimulateCommand, TriesAGuideOrAPack) {
    const std::string pack = file("mine.toml", R"([[drill]]
id = "Z1"
name = "Nod"
kinds = ["microbreak"]
places = ["desk"]
movements = ["posture"]
regions = ["neck"]
dose = { hold = ["15s", "30s"] }
steps = ["Nod."]
breathing = "Softly."
rule = "C1"
source = "mine"
)");
    const std::string trace = trace_header + R"({"t": 0, "event": "active"})" + "\n" +
                              R"({"t": 1, "event": "levers", "mobility": "Z1"})" + "\n";
    EXPECT_EQ(simulates(trace), (Ran{4, "", "trace:3: unknown drill \"Z1\"\n"}));
    const Ran with_pack = person.runs({"simulate", "--guide", pack, "-"}, trace);
    EXPECT_EQ(with_pack.exit, 0) << with_pack;
    const std::string whole = std::string{POISE_SOURCE_DIR} + "/config/guide.toml";
    const std::string hour = auto_header + R"({"t": 0, "event": "active"})" + "\n" + R"({"t": 3600, "event": "end"})";
    EXPECT_EQ(person.runs({"simulate", "--guide", whole, "-"}, hour), simulates(hour));
}

TEST_F(SimulateCommand, SaysWhatIsWrongWithTheGuide) {
    const std::string bad = file("bad.toml", "[[drill]]\nid = \"Z1\"\nmood = 1\n");
    const Ran ran = person.runs({"simulate", "--guide", bad, "-"}, trace_header);
    EXPECT_EQ(ran.exit, 4);
    EXPECT_EQ(ran.output, "");
    EXPECT_THAT(ran.errors, StartsWith(bad + ":1:1: ")) << "by line and column";
    EXPECT_THAT(ran.errors, HasSubstr("mood"));
    EXPECT_EQ(person.runs({"simulate", "--guide", "/nowhere.toml", "-"}, trace_header),
              (Ran{4, "", "/nowhere.toml: cannot be read: No such file or directory\n"}));
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
    EXPECT_EQ(person.runs({"simulate", "--config", "/nowhere.toml", "-"}, trace_header),
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
