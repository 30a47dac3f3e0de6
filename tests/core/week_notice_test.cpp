// SPDX-License-Identifier: GPL-3.0-or-later
// The notice that last week's report is there: on Monday, at the first moment at which nothing keeps Poise back, once.
#include "life.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace poise::test {
namespace {

constexpr auto friday = "2026-11-20T16:00:00+01:00";

/// Ten minutes on a Friday afternoon, then the weekend; it is Monday, 07:59, and nobody is there yet.
Life after_a_weekend() {
    Life life{friday, only({})};
    life.works_for(10min).event(Locked{}).waits(63h + 49min);
    return life;
}

std::string told(Life& life) { return life.diary_of({"tell week_report"}); }

TEST(WeekNotice, ComesAtTheFirstPresenceOfAWeekAndOnlyThen) {
    Life life = after_a_weekend();
    life.waits(1min);
    EXPECT_EQ(told(life), "");
    life.event(Unlocked{}).event(InputBegan{}).works_for(2h).is_locked_for(1h).works_for(1h);
    EXPECT_EQ(told(life), "08:00 tell week_report\n");
    life.is_locked_for(21h).works_for(1h);
    EXPECT_EQ(told(life), "");
    life.is_locked_for(24h * 8).works_for(1h); // nobody came on the Monday
    EXPECT_EQ(told(life), "10:00 tell week_report\n");
}

TEST(WeekNotice, NamesTheLastWeekAtTheDesk) {
    Life life = after_a_weekend();
    const Step back = step(life.state(), Unlocked{}, life.now());
    const auto tell =
        std::ranges::find_if(back.effects, [](const Effect& effect) { return std::holds_alternative<Tell>(effect); });
    ASSERT_NE(tell, back.effects.end());
    const Notice& notice = std::get<Tell>(*tell).notice;
    EXPECT_EQ(notice.text, "Your week 2026-W47: poise report --week 2026-W47 --open shows it.");
    EXPECT_TRUE(notice.is_private);
}

TEST(WeekNotice, ComesNeitherInTheFirstWeekNorInTheMiddleOfOne) {
    Life life{"2026-11-23T08:00:00+01:00", only({})};
    life.works_for(2h).is_locked_for(22h).works_for(2h);
    EXPECT_EQ(told(life), "");
}

TEST(WeekNotice, WaitsForTheEndOfAMeetingAndForSomebodyToShowIt) {
    Life life = after_a_weekend();
    life.begins(Sign::meeting).event(Unlocked{}).event(InputBegan{}).works_for(30min);
    life.event(ClientsChanged{false}).ends(Sign::meeting).works_for(31min);
    EXPECT_EQ(told(life), "");
    life.event(ClientsChanged{true}).works_for(1min);
    EXPECT_EQ(told(life), "09:00 tell week_report\n");
}

TEST(WeekNotice, IsNotRepeatedAfterARestart) {
    Life life = after_a_weekend();
    life.waits(1min)
        .event(Unlocked{})
        .event(InputBegan{})
        .works_for(10s)
        .restarts_after(5s)
        .works_for(2h)
        .restarts_after(1h)
        .works_for(1h);
    EXPECT_EQ(told(life), "08:00 tell week_report\n");
}

TEST(WeekNotice, LetsTheWorkOfANightEndFirst) {
    Life life{"2026-11-22T22:00:00+01:00", only({})};
    life.works_for(5h);
    EXPECT_EQ(told(life), "");
    life.is_locked_for(5h).works_for(1min);
    EXPECT_EQ(told(life), "08:00 tell week_report\n");
}

TEST(WeekNotice, IsInNoReport) {
    Life life = after_a_weekend();
    life.event(Unlocked{}).event(InputBegan{}).works_for(1h);
    ASSERT_NE(told(life), "");
    EXPECT_TRUE(life.report().notices.empty());
}

} // namespace
} // namespace poise::test
