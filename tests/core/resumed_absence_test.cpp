// SPDX-License-Identifier: GPL-3.0-or-later
// An absence over a restart of the daemon: it goes on from where it began, and is no longer than that.
#include "life.hpp"
#include "own_guide.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using enum Kind;

TEST(Restart, InAVideoMakesNoAbsenceOfItNorOfTheWorkBefore) {
    Life life{monday, only({posture_change, snack})};
    life.works_for(590s).event(InhibitChanged{true}).works_for(10s);
    life.rests_for(15min).restarts_after(2s).waits(198s).works_for(200s);
    EXPECT_EQ(life.diary(), "");
    const Report report = life.report();
    EXPECT_EQ(report.working_s, 800);
    EXPECT_EQ(report.away_s, 0);
    EXPECT_GE(report.passive_s, 900 + 198 - 60); // but for what was lost
}

TEST(Restart, TwiceInARestTakesNoneOfTheWorkBefore) {
    Life life{monday, only({})};
    life.works_for(10min).rests_for(1min).restarts_after(2min).waits(1min).restarts_after(1s).waits(39s);
    life.works_for(2min);
    EXPECT_EQ(life.report().working_s, 12 * 60);
}

TEST(Restart, WhileLockedCutsNoAbsence) {
    Life life{monday, only({posture_change})};
    life.works_for(50min).event(Locked{}).waits(200s);
    ASSERT_TRUE(life.state().memory.open);
    const Moment back = moved(life.now(), life.now().instant + 5s);
    State state = restore(life.state().settings, own_guide(), life.facts(), back);
    for (const Event& found : {Event{Started{}}, Event{Locked{}}, Event{IdleSourceFound{back.instant - 205s}},
                               Event{ClientsChanged{true}}, Event{SensesSettled{}}}) {
        state = step(state, found, back).state;
    }
    state = step(state, TimePassed{}, moved(back, back.instant + 94s)).state;
    EXPECT_TRUE(state.memory.open);
    state = step(state, TimePassed{}, moved(back, back.instant + 95s)).state; // five minutes since the last input
    EXPECT_FALSE(state.memory.open) << "taken";
    EXPECT_EQ(state.memory.kinds[index(posture_change)].elapsed, 0s);
    EXPECT_FALSE(state.spans.bout) << "it ended";
}

} // namespace
} // namespace poise::test
