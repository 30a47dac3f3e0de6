// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_text.hpp"
#include "fact_json.hpp"
#include "sample_facts.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace poise::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string header = "{\"schema\":\"poise-journal\",\"version\":1,\"sensitive\":true}\n";

std::string exported(const std::vector<Fact>& facts) {
    std::string text = export_header(Sealed::included);
    for (const Fact& fact : facts) text += export_line(fact);
    return text;
}

std::vector<std::string> problems_in(const std::string& text) {
    std::vector<std::string> lines;
    const auto facts = parse_export(text);
    if (facts) return lines;
    for (const auto& [line, column, what] : facts.error()) lines.push_back(std::to_string(line) + ": " + what);
    return lines;
}

/// A sample fact as JSON, to be spoiled.
nlohmann::ordered_json sample(const Fact& fact) { return to_json(fact); }
std::string in_a_file(const nlohmann::ordered_json& line) { return header + line.dump() + "\n"; }

TEST(ExportText, NamesSchemaAndVersionFirst) {
    EXPECT_EQ(export_header(Sealed::included), header);
    EXPECT_EQ(export_header(Sealed::left_out), "{\"schema\":\"poise-journal\",\"version\":1,\"sensitive\":false}\n");
}

TEST(ExportText, BringsEveryFactBackAsItWas) {
    const auto facts = parse_export(exported(one_of_each()));
    ASSERT_TRUE(facts) << testing::PrintToString(problems_in(exported(one_of_each())));
    EXPECT_EQ(in_words(*facts), in_words(one_of_each()));
    EXPECT_TRUE(*facts == one_of_each());
}

TEST(ExportText, MayHoldNoFactAndLackTheLastLineEnd) {
    EXPECT_THAT(*parse_export(header), IsEmpty());
    EXPECT_THAT(*parse_export(header.substr(0, header.size() - 1)), IsEmpty());
}

TEST(ExportText, LeavesOutWhatIsSealed) {
    const Stamp at = sample_stamp();
    EXPECT_EQ(without_sealed({at, Safety{{"fever"}}}), std::nullopt);
    EXPECT_EQ(without_sealed({at, DriverChosen{Driver::disc}}), std::nullopt);
    EXPECT_EQ(without_sealed({at, Checkin{}}), std::nullopt);
    for (const Kind kind : all_kinds) {
        EXPECT_EQ(without_sealed({at, Offered{Prompt{1, kind, {}, "", {}, ""}}}), std::nullopt) << name(kind);
    }
    EXPECT_EQ(without_sealed(note("plain")), note("plain"));
}

/// R5: of a snack that a red flag has taken back no more is told than of one that a meeting has.
TEST(ExportText, LeavesOutWhyAnExerciseWasTakenBack) {
    const auto withdrawn = [](Kind kind, std::optional<Why> why) {
        return Fact{sample_stamp(), PromptOutcome{1, kind, Outcome::withdrawn, true, why}};
    };
    for (const Why why : {Why::exercise_off, Why::meeting}) {
        EXPECT_EQ(without_sealed(withdrawn(Kind::snack, why)), withdrawn(Kind::snack, {})) << name(why);
    }
    const Fact rest = withdrawn(Kind::microbreak, Why::meeting);
    EXPECT_EQ(without_sealed(rest), rest);
}

TEST(ExportText, IsRefusedWithoutItsHeader) {
    const std::string expected =
        "1: no header of an export (expected \"schema\": \"poise-journal\" and \"version\": 1)";
    EXPECT_THAT(problems_in(""), ElementsAre("1: the file is empty (expected the header of an export)"));
    EXPECT_THAT(problems_in(export_line(note("n"))), ElementsAre(expected));
    EXPECT_THAT(problems_in("{\"schema\":\"poise-journal\",\"version\":\"1\"}\n"), ElementsAre(expected));
    EXPECT_THAT(problems_in("{\"schema\":\"poise-journal\",\"version\":2}\nwhat nobody knows yet\n"),
                ElementsAre("1: written by a newer Poise (version 2, this one knows 1)", "2: no JSON object"));
    EXPECT_THAT(problems_in("from,to,about\n"), ElementsAre("1: no JSON object"));
}

TEST(ExportText, IsToldWithEveryProblemAndItsLine) {
    auto no_time = sample(note("n"));
    no_time["at"] = "yesterday";
    auto no_word = sample(note("n"));
    no_word["fact"] = "dream";
    EXPECT_THAT(
        problems_in(header + "[]\n\n" + export_line(note("n")) + no_time.dump() + "\n" + no_word.dump() + "\n{"),
        ElementsAre("2: no JSON object", "3: no JSON object",
                    "5: at: a time like 2026-11-23T09:20:00+01:00 is expected",
                    "6: fact: \"dream\" is not one of its words", "7: no JSON object"));
}

TEST(ExportText, HasNoKeyThatNobodyWouldKeep) {
    auto spoiled = sample(note("n"));
    spoiled["notise"] = "n";
    EXPECT_THAT(problems_in(in_a_file(spoiled)),
                ElementsAre("2: notise: not what the rest of the line says, or no key of this fact"));
    auto inside = sample(bout(1, 1h));
    inside["cells"][0]["windows"] = 3;
    EXPECT_THAT(problems_in(in_a_file(inside)), ElementsAre(HasSubstr("2: cells[0].windows: ")));
}

TEST(ExportText, HasSumsThatAddUp) {
    auto spoiled = sample(bout(1, 1h));
    spoiled["seconds"] = 3599;
    EXPECT_THAT(problems_in(in_a_file(spoiled)), ElementsAre(HasSubstr("2: seconds: not what the rest")));
}

TEST(ExportText, MayLackWhatAnEarlierVersionDidNotKnow) {
    auto older = sample(bout(1, 1h));
    older.erase("seconds");
    older["clocks"]["elapsed"].erase("breath");
    EXPECT_THAT(problems_in(in_a_file(older)), IsEmpty());
}

TEST(ExportText, TakesEveryLengthThatAPersonCanAskFor) {
    const Fact snoozed{sample_stamp(), Snooze{1, Kind::snack, std::chrono::seconds{UINT32_MAX}}};
    EXPECT_EQ(parse_export(exported({snoozed}))->at(0), snoozed);
}

TEST(ExportText, HasEverySpanOnce) {
    EXPECT_THAT(problems_in(exported({bout(7, 1h), note("n"), bout(7, 2h)})),
                ElementsAre("4: span: 7 is that of line 2, too"));
}

TEST(ExportText, HasNoNumberThatCannotBe) {
    const auto spoiled = [](const Fact& fact, auto spoil) {
        auto line = sample(fact);
        spoil(line);
        return problems_in(in_a_file(line));
    };
    const Fact shown{sample_stamp(), Shown{1}};
    const Fact away{sample_stamp(), Absence{{{sample_day, 5min}}}};
    EXPECT_THAT(spoiled(shown, [](auto& line) { line["id"] = 0; }), ElementsAre("2: id: 0 is out of range"));
    EXPECT_THAT(spoiled(shown, [](auto& line) { line["id"] = INT64_MAX; }), ElementsAre(HasSubstr("out of range")));
    EXPECT_THAT(spoiled(shown, [](auto& line) { line["instant"] = 8e12; }), ElementsAre("2: instant: is out of range"));
    EXPECT_THAT(spoiled(away, [](auto& line) { line["days"][0]["seconds"] = -1; }),
                ElementsAre("2: days: a length of time is out of range"));
    EXPECT_THAT(spoiled(away, [](auto& line) { line["days"][0]["seconds"] = 1e11; }),
                ElementsAre("2: days: a length of time is out of range"));
    EXPECT_THAT(spoiled(bout(1, 1h), [](auto& line) { line["cells"][0]["keys"] = -5; }),
                ElementsAre("2: cells: -5 is out of range"));
    EXPECT_THAT(spoiled(bout(1, 1h), [](auto& line) { line["span"] = -5; }),
                ElementsAre("2: span: -5 is out of range"));
    EXPECT_THAT(spoiled(bout(1, 1h), [](auto& line) { line["clocks"]["waited"] = -5; }),
                ElementsAre("2: clocks: a length of time is out of range"));
}

} // namespace
} // namespace poise::test
