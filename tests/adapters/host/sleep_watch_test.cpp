// SPDX-License-Identifier: GPL-3.0-or-later
#include "sleep_watch.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

TEST(SleepWatch, SeesThatTheMachineSleptAndTellsItOnce) {
    SleepWatch watch{{Instant{1000s}, 900s}}; // it slept before, and that was told
    EXPECT_FALSE(watch.look({Instant{1060s}, 960s}));
    const auto slept = watch.look({Instant{4660s}, 1060s}); // 100 s awake, 3500 s asleep
    ASSERT_TRUE(slept);
    EXPECT_EQ(slept->since, Instant{1160s});
    EXPECT_FALSE(watch.look({Instant{4661s}, 1061s}));
}

TEST(SleepWatch, TakesTheJitterOfTwoReadingsForNoSleep) {
    SleepWatch watch{{Instant{1000s}, 1000s}};
    for (auto now = 1001s; now < 1100s; ++now) EXPECT_FALSE(watch.look({Instant{now + 1ms}, now}));
    EXPECT_FALSE(watch.look({Instant{2000s + 900ms}, 2000s}));
    EXPECT_TRUE(watch.look({Instant{2001s + 1s}, 2001s}));
}

TEST(SleepWatch, SeesNoSleepOnAMachineThatIsAwake) {
    SleepWatch watch;
    EXPECT_FALSE(watch.look());
}

} // namespace
} // namespace poise::test
