// SPDX-License-Identifier: GPL-3.0-or-later
// Days and hours in which anything is asked (rule 5).
#include "life.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using enum Kind;

TEST(WorkingHours, OutsideOfThemNothingIsAsked) {
    Settings settings = only({microbreak});
    settings.working_hours = {{10h, 11h}};
    Life life{monday, settings};
    life.works_for(1h + 3min);
    EXPECT_EQ(life.diary(), "10:02 show microbreak\n");
    life.skips().works_for(57min);
    EXPECT_EQ(life.diary_of({"11:"}), "");
    Life weekend{"2026-11-21T09:00:00+01:00", only({microbreak})};
    weekend.works_for(8h);
    EXPECT_EQ(weekend.diary(), "");
    EXPECT_EQ(weekend.report().working_s, 8 * 3600); // measured all the same
}

TEST(WorkingHours, AreAskedInEachOfSeveral) {
    Settings settings = only({microbreak});
    settings.working_hours = {{13h, 14h}, {10h, 11h}};
    Life life{monday, settings};
    life.works_for(8h);
    EXPECT_EQ(life.diary_of({"show"}), "10:02 show microbreak\n10:07 show microbreak again\n"
                                       "10:34 show microbreak\n10:39 show microbreak again\n"
                                       "13:02 show microbreak\n13:07 show microbreak again\n"
                                       "13:54 show microbreak\n13:59 show microbreak again\n");
}

TEST(WorkingHours, WithdrawAtTheirEnd) {
    Settings settings = only({microbreak});
    settings.working_hours = {{8h, 9h + 23min}};
    Life life{monday, settings};
    life.works_for(25min);
    EXPECT_EQ(life.diary(), "09:22 show microbreak\n09:23 microbreak withdrawn (outside_hours)\n");
}

} // namespace
} // namespace poise::test
