// SPDX-License-Identifier: GPL-3.0-or-later
#include "guided_parts.hpp"
#include "running_break.hpp"

#include <gtest/gtest.h>

namespace poise::coach::test {
namespace {

RunningBreak running() {
    RunningBreak running;
    running.title = "Move a little for 2 min";
    running.text = "You asked for it.";
    running.length = 2min;
    return running;
}

TEST(RunningBreak, WithoutDrillsIsItsOwnWordsForItsLength) {
    const auto parts = parts_to_guide(running());
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_EQ(parts[0].name, "Move a little for 2 min");
    EXPECT_EQ(parts[0].steps, std::vector<std::string>{"You asked for it."});
    EXPECT_EQ(length_of_go(parts[0]), 2min);
}

TEST(RunningBreak, GoesOnWithTheDrillThatAnEarlierCoachHadComeTo) {
    RunningBreak two = running();
    two.parts = {eagle_arms(), rows()};
    two.part = 1;
    const GuidedBreak guided = guide(two, begin);
    EXPECT_EQ(guided.script().stages[guided.at(begin).stage].kind, StageKind::change_over);
    two.part = 7; // more than there are
    EXPECT_FALSE(guide(two, begin).at(begin).is_over);
}

TEST(RunningBreak, WaitsForAPersonWhoWorksOn) {
    RunningBreak paused = running();
    paused.is_paused = true;
    EXPECT_TRUE(guide(paused, begin).is_paused());
}

} // namespace
} // namespace poise::coach::test
