// SPDX-License-Identifier: GPL-3.0-or-later
#include "guided_parts.hpp"

#include "own_guide.hpp"

#include "poise/guide.hpp"

#include <gtest/gtest.h>

namespace poise::coach::test {
namespace {

std::string letter(const Stage& stage) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(stage.length).count();
    const std::string time = std::to_string(seconds) + " ";
    switch (stage.kind) {
    case StageKind::get_ready: return "ready " + time;
    case StageKind::go:
        return (stage.side == Side::other ? "other " : stage.side == Side::first ? "first " : "go ") + time;
    case StageKind::change_sides: return "change " + time;
    case StageKind::rest: return "rest " + time;
    case StageKind::change_over: return "| " + time;
    }
    return "";
}

std::string row(const Script& script) {
    std::string text;
    for (const Stage& stage : script.stages) text += letter(stage);
    return text;
}

TEST(Script, GoesThroughSidesAndRoundsWithTheirRests) {
    EXPECT_EQ(row(script_of({eagle_arms()})), "ready 5 first 20 change 5 other 20 rest 10 first 20 change 5 other 20 ");
}

TEST(Script, ChangesOverFromDrillToDrill) {
    EXPECT_EQ(row(script_of({breathing(), rows()})), "ready 5 go 30 | 10 go 32 ");
}

TEST(Script, OfNoDrillsIsEmpty) { EXPECT_TRUE(script_of({}).stages.empty()); }

/// Else the window and the daemon would not agree on when a break is over.
TEST(Script, IsAsLongAsTheDoseOfEveryDrillOfTheGuide) {
    for (const Drill& drill : own_guide()->drills) {
        const DoseRange& range = drill.dose;
        const Dose dose{range.hold ? range.hold->most : Duration{}, range.reps ? range.reps->most : 0,
                        range.breaths ? range.breaths->most : 0, range.rounds.most};
        Part part;
        part.hold = dose.hold;
        part.reps = dose.reps;
        part.breaths = dose.breaths;
        part.rounds = dose.rounds;
        part.each_side = range.each_side;
        part.rep_time = range.rep_time;
        part.breath_time = range.breath_time;
        part.round_rest = range.round_rest;
        EXPECT_EQ(length_of(script_of({part})), getting_ready + poise::length_of(dose, range)) << drill.id;
    }
}

} // namespace
} // namespace poise::coach::test
