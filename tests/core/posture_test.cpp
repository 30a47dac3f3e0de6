// SPDX-License-Identifier: GPL-3.0-or-later
// Rule 9 as far as it comes from outside of Poise: a desk or a script is believed when its word stays the same.
#include "life.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

struct PostureSourceTest : testing::Test {
    Life life{monday, only({Kind::posture_change})};

    void desk_says(Posture posture, const std::string& name = "desk") { life.event(PostureConfirmed{posture, name}); }
    Posture posture() const { return life.state().memory.posture; }
};

using enum Posture;

TEST_F(PostureSourceTest, IsBelievedAfterTenSecondsByAnAlarm) {
    life.works_for(5min);
    desk_says(standing);
    life.waits(9s);
    EXPECT_EQ(posture(), sitting);
    life.waits(1s);
    EXPECT_EQ(posture(), standing);
    EXPECT_EQ(life.diary(), "09:05:10 sitting bout of 5min10s, posture changed\n"
                            "09:05:10 now standing\n");
}

TEST_F(PostureSourceTest, MayRepeatItself) {
    life.works_for(5min);
    for (int times = 0; times < 60; ++times) {
        desk_says(standing);
        life.waits(5s);
    }
    EXPECT_EQ(life.report().posture_changes, 1);
}

TEST_F(PostureSourceTest, ThatFlapsIsIgnored) {
    life.works_for(5min);
    for (int times = 0; times < 20; ++times) {
        desk_says(standing);
        life.waits(4s);
        desk_says(sitting);
        life.waits(4s);
    }
    life.waits(1min);
    EXPECT_EQ(posture(), sitting);
    EXPECT_EQ(life.report().posture_changes, 0);
}

TEST_F(PostureSourceTest, ThatRepeatsAnOldWordDoesNotContradictThePerson) {
    life.works_for(5min);
    desk_says(sitting);
    life.event(PostureConfirmed{standing, "cli"}); // at the kitchen counter
    for (int times = 0; times < 10; ++times) {
        desk_says(sitting);
        life.waits(1min);
    }
    EXPECT_EQ(posture(), standing);
}

TEST_F(PostureSourceTest, DoesNotOvertakeThePersonsWord) {
    life.works_for(5min);
    desk_says(standing);
    life.waits(5s).event(PostureConfirmed{standing, "tray"}).waits(5s).event(PostureConfirmed{sitting, "tray"});
    life.waits(1min);
    EXPECT_EQ(posture(), sitting);
}

TEST_F(PostureSourceTest, IsHeardAnewByWhoeverComesBack) {
    life.works_for(5min);
    desk_says(standing);
    life.works_for(5min).rests_for(10min);
    desk_says(standing); // to nobody
    life.waits(1min);
    EXPECT_EQ(posture(), sitting);
    life.works_for(1min);
    desk_says(standing);
    life.works_for(1min);
    EXPECT_EQ(posture(), standing);
}

TEST_F(PostureSourceTest, ThatWasSilentForLongIsHeardAnew) {
    life.works_for(5min);
    desk_says(standing);
    life.works_for(1min).event(PostureConfirmed{sitting, "cli"});
    desk_says(standing); // what it said all along
    life.works_for(14min);
    ASSERT_EQ(posture(), sitting);
    life.works_for(2min); // silent for 16
    desk_says(standing);
    life.works_for(1min);
    EXPECT_EQ(posture(), standing);
}

TEST_F(PostureSourceTest, OneOfManyDoesNotGrowTheStateForEver) {
    life.works_for(5min);
    for (int number = 0; number < 100; ++number) desk_says(standing, "desk " + std::to_string(number));
    EXPECT_LE(life.state().activity.posture_sources.size(), 8u);
}

} // namespace
} // namespace poise::test
