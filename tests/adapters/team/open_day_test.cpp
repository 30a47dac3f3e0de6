// SPDX-License-Identifier: GPL-3.0-or-later
#include "records.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// A day with something in every field.
DayTotals full_day() {
    DayTotals day;
    for (const Kind kind : all_kinds) day.kinds[index(kind)].outcomes = {5, 1, 2, 3, 4, 9};
    day.sitting = hours{5};
    day.standing = hours{1};
    day.working = hours{4};
    day.sit_bouts_over_45min = 2;
    return day;
}

TEST(OpenDay, HoldsWhatWasDueOfTwoKindsAndHowOftenAnyOtherWasTaken) {
    const OpenDay day = open_day(full_day());
    EXPECT_EQ(day.microbreak, (KindCounts{5, 1, 2, 3, 4}));
    EXPECT_EQ(day.posture_change, (KindCounts{5, 1, 2, 3, 4}));
    EXPECT_EQ(day.movement, 6 * 5);
    EXPECT_EQ(day.sitting, hours{5});
    EXPECT_EQ(day.long_sits, 2);
}

// No figure gives a red flag away: whatever a flag, a driver or a check-in changes in a day, but for what was then
// taken.
TEST(OpenDay, IsTheSameWhateverOnlyThePersonMaySee) {
    DayTotals sore = full_day();
    sore.pains = {{9, 7, minutes{50}}};
    sore.function = Function::harder;
    sore.freer = false;
    sore.plan_changes = {"flare"};
    sore.notices = {"red_flag"};
    sore.levers[0].taken = 3;
    for (auto& kind : sore.kinds) kind.outcomes[index(Outcome::withdrawn)] = 30;
    for (auto& kind : sore.kinds) kind.snoozes = 30;
    EXPECT_EQ(open_day(sore), open_day(full_day()));
}

TEST(OpenDay, DoesNotSayWhichOfTheOtherKindsWasTaken) {
    DayTotals snacks;
    snacks.kinds[index(Kind::snack)].outcomes[index(Outcome::taken)] = 2;
    DayTotals breath;
    breath.kinds[index(Kind::breath)].outcomes[index(Outcome::taken)] = 2;
    breath.kinds[index(Kind::mobility)].outcomes[index(Outcome::skipped)] = 8;
    EXPECT_EQ(open_day(snacks), open_day(breath));
}

TEST(OpenDay, OfAWeekIsItsSevenDaysAndNoOther) {
    Days days;
    for (int i = -3; i < 12; ++i) days[a_monday + std::chrono::days{i}].sitting = hours{1} + minutes{i};
    const auto week = open_days(days, a_monday);
    ASSERT_EQ(week.size(), 7U);
    EXPECT_EQ(week.front().sitting, hours{1});
    EXPECT_EQ(week.back().sitting, hours{1} + minutes{6});
}

} // namespace
} // namespace poise::test
