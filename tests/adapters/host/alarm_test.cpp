// SPDX-License-Identifier: GPL-3.0-or-later
#include "boot_alarm.hpp"
#include "system_clock.hpp"

#include "waiting.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

struct BootAlarmTest : testing::Test {
    boost::asio::io_context io;
    std::vector<Instant> rings;
    BootAlarm alarm{io, [this](const Event& event) {
                        EXPECT_TRUE(std::holds_alternative<TimePassed>(event));
                        rings.push_back(boot_time());
                    }};
    bool rings_times(std::size_t times) {
        return run_until(io, 3s, [&] { return rings.size() >= times; });
    }
};

TEST_F(BootAlarmTest, RingsAtItsTimeAndNotBefore) {
    const Instant at = boot_time() + 200ms;
    alarm.arm(at);
    ASSERT_TRUE(rings_times(1));
    EXPECT_GE(rings[0], at);
    EXPECT_LE(rings[0] - at, 50ms);
}

TEST_F(BootAlarmTest, RingsOnceAndCanBeArmedAgain) {
    alarm.arm(boot_time() + 50ms);
    ASSERT_TRUE(rings_times(1));
    run_for(io, 200ms);
    EXPECT_EQ(rings.size(), 1U);
    const Instant at = boot_time() + 50ms;
    alarm.arm(at);
    ASSERT_TRUE(rings_times(2));
    EXPECT_LE(rings[1] - at, 50ms);
}

TEST_F(BootAlarmTest, TheSameTimeTwiceInARowRingsTwice) {
    const Instant past = boot_time() - 1s;
    alarm.arm(past);
    ASSERT_TRUE(rings_times(1));
    alarm.arm(past);
    EXPECT_TRUE(rings_times(2));
}

TEST_F(BootAlarmTest, RingsAtOnceForWhatIsPast) {
    alarm.arm(Instant{});
    EXPECT_TRUE(rings_times(1));
}

TEST_F(BootAlarmTest, ANewTimeReplacesTheOld) {
    alarm.arm(boot_time() + 50ms);
    alarm.arm(boot_time() + 400ms);
    run_for(io, 200ms);
    EXPECT_TRUE(rings.empty());
    EXPECT_TRUE(rings_times(1));
}

TEST_F(BootAlarmTest, CanBeDisarmedEvenWhenItHasGoneOff) {
    alarm.arm(boot_time() - 1s); // gone off, but nobody has looked
    alarm.arm(std::nullopt);
    run_for(io, 200ms);
    EXPECT_TRUE(rings.empty());
}

} // namespace
} // namespace poise::test
