// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked next, as a person is told before it is asked.
#include "life.hpp"
#include "poise/status.hpp"
#include "poise/step.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;
using enum Kind;

std::optional<Kind> next_of(const Life& life) { return status_of(life.state(), life.now()).next; }

TEST(Next, IsALongBlockHeadsUpBeforeItIsDue) {
    Life life{monday, only({mobility})};
    life.works_until("09:57");
    EXPECT_EQ(next_of(life), std::nullopt);
    life.works_until("09:58");
    EXPECT_EQ(next_of(life), mobility); // the middle of the window is at 10:00
}

TEST(Next, ArmsAWakeUpForALongBlock) {
    Life life{"2026-11-23T09:00:30+01:00", only({mobility})}; // wakes at half minutes otherwise
    life.works_until("09:57").works_for(45s);
    EXPECT_EQ(*next_wake(life.state()) - life.now().instant, 15s);
}

TEST(Next, WaitsForAGoodMomentAndIsNoLongerNextOnceShown) {
    Life life{monday, only({microbreak})};
    life.works_for(21min);
    EXPECT_EQ(next_of(life), microbreak);
    life.works_for(2min);
    EXPECT_EQ(life.diary(), "09:22 show microbreak\n");
    EXPECT_EQ(next_of(life), std::nullopt);
}

TEST(Next, IsNothingWhileAMeetingHoldsItBack) {
    Life life{monday, only({microbreak})};
    life.works_for(19min);
    EXPECT_EQ(next_of(life), microbreak);
    life.begins(Sign::meeting).works_for(2min);
    EXPECT_EQ(next_of(life), std::nullopt);
}

} // namespace
} // namespace poise::test
