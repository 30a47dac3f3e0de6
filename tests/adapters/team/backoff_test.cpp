// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox.hpp"
#include "scoped.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace poise::test {
namespace {

using std::chrono::hours;

constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
const UtcTime failed_at{std::chrono::sys_days{std::chrono::year{2026} / 11 / 30}};

TEST(Backoff, GrowsToAThirdOfADayAndNoFurther) {
    Backoff backoff;
    for (const int wait : {1, 2, 4, 8, 8, 8}) {
        backoff = after_failure(backoff, failed_at, most);
        EXPECT_EQ(backoff.not_before, failed_at + hours{wait});
    }
}

TEST(Backoff, IsAnyPartOfTheLongestWait) {
    const Backoff thrice = after_failure({2, failed_at}, failed_at, most / 2);
    EXPECT_NEAR(static_cast<double>((thrice.not_before - failed_at).count()), 2 * 3600 * 1000, 1);
    EXPECT_EQ(after_failure({2, failed_at}, failed_at, 0).not_before, failed_at);
}

TEST(Backoff, HoldsUntilItsTime) {
    EXPECT_FALSE(holds({}, failed_at));
    const Backoff backoff{2, failed_at + hours{2}};
    EXPECT_TRUE(holds(backoff, failed_at));
    EXPECT_TRUE(holds(backoff, failed_at + hours{2} - Duration{1}));
    EXPECT_FALSE(holds(backoff, failed_at + hours{2}));
}

TEST(Backoff, DoesNotOutliveAClockThatWasWrong) {
    EXPECT_FALSE(holds({2, failed_at + hours{2}}, failed_at - Duration{1})); // it failed in what is the future now
}

TEST(Backoff, StaysInTheOutboxUntilItIsForgotten) {
    const ScratchFolder folder;
    Outbox outbox{folder.path()};
    EXPECT_EQ(outbox.backoff(), Backoff{});
    const Backoff twice{2, failed_at + hours{2} + Duration{7}};
    outbox.keep(twice);
    EXPECT_EQ(Outbox{folder.path()}.backoff(), twice);
    EXPECT_TRUE(outbox.sent().empty());
    outbox.forget_backoff();
    EXPECT_EQ(outbox.backoff(), Backoff{});
    outbox.keep(twice);
    (void)outbox.erase(monday_of(iso_week(Day{}))); // older weeks
    EXPECT_EQ(outbox.backoff(), twice);
    (void)outbox.erase(std::nullopt);
    EXPECT_EQ(outbox.backoff(), Backoff{});
}

} // namespace
} // namespace poise::test
