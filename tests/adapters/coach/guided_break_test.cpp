// SPDX-License-Identifier: GPL-3.0-or-later
#include "guided_break.hpp"
#include "guided_parts.hpp"

#include <gtest/gtest.h>

namespace poise::coach::test {
namespace {

// ready 5, go 30, change over 10, go 32
GuidedBreak two_drills() { return {script_of({breathing(), rows()}), begin}; }
using Place = GuidedBreak::Place;

TEST(GuidedBreak, GoesOnByItself) {
    const GuidedBreak guided = two_drills();
    EXPECT_EQ(guided.at(begin), (Place{0, 0s, false}));
    EXPECT_EQ(guided.at(begin + 5s), (Place{1, 0s, false}));
    EXPECT_EQ(guided.at(begin + 50s), (Place{3, 5s, false}));
    EXPECT_EQ(guided.at(begin + 77s), (Place{3, 32s, true}));
}

TEST(GuidedBreak, KnowsWhenItChangesNext) {
    const GuidedBreak guided = two_drills();
    EXPECT_EQ(guided.next_change(begin + 1s), begin + 5s);
    EXPECT_EQ(guided.next_change(begin + 5s), begin + 35s);
    EXPECT_EQ(guided.next_change(begin + 77s), std::nullopt);
}

TEST(GuidedBreak, StandsStillWhilePaused) {
    GuidedBreak guided = two_drills();
    guided.pause(begin + 7s);
    EXPECT_TRUE(guided.is_paused());
    EXPECT_EQ(guided.at(begin + 100s), (Place{1, 2s, false}));
    EXPECT_EQ(guided.next_change(begin + 100s), std::nullopt);
    guided.resume(begin + 100s);
    EXPECT_EQ(guided.at(begin + 101s), (Place{1, 3s, false}));
}

TEST(GuidedBreak, GoesOnWhenAskedAndEndsAfterTheLastStage) {
    GuidedBreak guided = two_drills();
    for (const std::size_t stage : {1u, 2u, 3u}) {
        guided.next(begin + 1s);
        EXPECT_EQ(guided.at(begin + 1s), (Place{stage, 0s, false}));
    }
    guided.next(begin + 1s);
    EXPECT_TRUE(guided.at(begin + 1s).is_over);
    guided.next(begin + 1s);
    EXPECT_TRUE(guided.at(begin + 1s).is_over);
}

TEST(GuidedBreak, GoesBackToTheBeginningOfAHoldAndThenToTheOneBefore) {
    GuidedBreak guided = two_drills();
    EXPECT_FALSE(guided.can_go_back(begin));
    const Instant now = begin + 60s; // 15 s into the last
    EXPECT_TRUE(guided.can_go_back(now));
    guided.back(now);
    EXPECT_EQ(guided.at(now), (Place{3, 0s, false}));
    guided.back(now + 1s);
    EXPECT_EQ(guided.at(now + 1s), (Place{1, 0s, false}));
}

TEST(GuidedBreak, GoesBackFromItsEnd) {
    GuidedBreak guided = two_drills();
    guided.back(begin + 90s);
    EXPECT_EQ(guided.at(begin + 90s), (Place{3, 0s, false}));
}

TEST(GuidedBreak, StaysPausedWhenItGoesOn) {
    GuidedBreak guided = two_drills();
    guided.pause(begin + 1s);
    guided.next(begin + 20s);
    EXPECT_EQ(guided.at(begin + 30s), (Place{1, 0s, false}));
    guided.resume(begin + 30s);
    EXPECT_EQ(guided.at(begin + 31s), (Place{1, 1s, false}));
}

TEST(GuidedBreak, LeavesADrillWithAllItsRounds) {
    GuidedBreak guided{script_of({eagle_arms(), rows()}), begin};
    guided.leave_drill(begin + 6s);
    const Stage& stage = guided.script().stages[guided.at(begin + 6s).stage];
    EXPECT_EQ(stage.kind, StageKind::change_over);
    EXPECT_EQ(stage.part, 1u);
    guided.leave_drill(begin + 6s);
    EXPECT_TRUE(guided.at(begin + 6s).is_over);
}

TEST(GuidedBreak, TellsHowFarItWasDone) {
    EXPECT_EQ(two_drills().how_far(begin + 20s), HowFar::not_now); // 15 of 62 s
    EXPECT_EQ(two_drills().how_far(begin + 46s), HowFar::partly);  // 31 of 62 s
    EXPECT_EQ(two_drills().how_far(begin + 77s), HowFar::done);
}

TEST(GuidedBreak, CountsNothingThatWasSkipped) {
    GuidedBreak guided = two_drills();
    for (int i = 0; i < 4; ++i) guided.next(begin + 1s);
    EXPECT_TRUE(guided.at(begin + 1s).is_over);
    EXPECT_EQ(guided.how_far(begin + 1s), HowFar::not_now);
}

TEST(GuidedBreak, CountsNothingTwice) {
    GuidedBreak guided = two_drills();
    guided.back(begin + 35s - 1ms); // all of the first, then again
    guided.next(begin + 65s);
    EXPECT_EQ(guided.how_far(begin + 65s), HowFar::not_now); // 30 of 62 s
}

TEST(GuidedBreak, OfNothingIsOver) {
    const GuidedBreak guided{script_of({}), begin};
    EXPECT_TRUE(guided.at(begin).is_over);
    EXPECT_FALSE(guided.can_go_back(begin));
}

} // namespace
} // namespace poise::coach::test
