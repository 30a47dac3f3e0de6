// SPDX-License-Identifier: GPL-3.0-or-later
// How often the core asks to be woken: a rule says when it next has something to say, and else nothing.
#include "life.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using enum Kind;

TEST(Quiet, NobodyThereMeansNoAlarms) {
    Life life{monday};
    life.works_for(1h).rests_for(10min);
    const int before = life.alarms_rung();
    life.waits(8h);
    EXPECT_EQ(life.alarms_rung() - before, 0);
}

TEST(Quiet, SomebodyTypingMeansOneAlarmAMinute) {
    Life life{monday, only({})};
    life.works_for(1h);
    EXPECT_EQ(life.alarms_rung(), 60);
}

TEST(Quiet, AWaitForAPauseIsNoLookingForIt) {
    Life life{monday, only({posture_change})};
    life.works_for(31min); // due, and there are 14 minutes left for a pause
    const int before = life.alarms_rung();
    life.works_for(10min);
    EXPECT_LE(life.alarms_rung() - before, 11) << "once a minute for the bout, once for the notice that it comes";
    life.rests_for(4s);
    EXPECT_EQ(life.diary(), "09:41:03 show posture_change\n");
}

} // namespace
} // namespace poise::test
