// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_screen_saver_idle_source.hpp"

#include "heard.hpp"
#include "x_sense.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

struct XScreenSaverIdleSourceTest : XSense {
    Heard heard;
    std::optional<XScreenSaverIdleSource> source;

    void touch() { x.xdotool({"key", "a"}); }
    void watch(Duration threshold) {
        source.emplace(io, clock, heard.listener());
        touch();
        source->watch(threshold);
    }
    bool idles(int times) {
        return run_until(io, 10s, [&] { return heard.idles >= times; });
    }
    bool actives(int times) {
        return run_until(io, 10s, [&] { return heard.actives >= times; });
    }
};

TEST_F(XScreenSaverIdleSourceTest, TellsAPauseWhenItReachesTheThresholdAndSinceWhen) {
    source.emplace(io, clock, heard.listener());
    touch();
    const Instant touched = clock.instant();
    source->watch(1500ms);
    ASSERT_TRUE(idles(1));
    EXPECT_GE(heard.at - touched, 1300ms);
    EXPECT_LE(heard.at - touched, 2500ms);
    EXPECT_LE(apart(*heard.since, touched), 200ms);
}

TEST_F(XScreenSaverIdleSourceTest, TellsTheReturnForEveryKindOfInput) {
    watch(500ms);
    int round = 0;
    for (const std::vector<std::string>& input :
         std::vector<std::vector<std::string>>{{"key", "a"}, {"click", "1"}, {"mousemove_relative", "5", "5"}}) {
        ++round;
        ASSERT_TRUE(idles(round)) << round;
        EXPECT_EQ(heard.actives, round - 1);
        x.xdotool(input);
        const Instant touched = clock.instant();
        ASSERT_TRUE(actives(round)) << input[0];
        EXPECT_LE(heard.at - touched, 1s);
    }
}

TEST_F(XScreenSaverIdleSourceTest, SaysNothingWhilePausesAreShort) {
    watch(1500ms);
    for (int i = 0; i < 6; ++i) {
        run_for(io, 500ms);
        touch();
    }
    EXPECT_EQ(heard.idles, 0);
    EXPECT_EQ(heard.actives, 0);
}

TEST_F(XScreenSaverIdleSourceTest, TellsAtOnceWhenThePauseIsLongEnoughAlready) {
    watch(60s);
    run_for(io, 1200ms);
    EXPECT_EQ(heard.idles, 0);
    const Instant asked = clock.instant();
    source->watch(1s);
    ASSERT_TRUE(idles(1));
    EXPECT_LE(heard.at - asked, 500ms);
    EXPECT_GE(asked - *heard.since, 1s);
}

TEST_F(XScreenSaverIdleSourceTest, IsLostWithItsServer) {
    watch(500ms);
    x.kill();
    ASSERT_TRUE(run_until(io, 5s, [&] { return !heard.lost.empty(); }));
    EXPECT_EQ(heard.lost, "no connection to the X server " + x.display());
    source->watch(1s);
    EXPECT_EQ(source->idle_time(), std::nullopt);
}

TEST_F(XScreenSaverIdleSourceTest, AsksNothingDuringAPause) {
    ChildProcess probe{{SENSE_PROBE, "500", "x11-screensaver"}, x.environment()};
    EXPECT_TRUE(probe.read_line(10s).starts_with("found"));
    touch();
    EXPECT_TRUE(probe.read_line(10s).starts_with("input "));
    run_for(io, 1500ms);
    const long before = probe.voluntary_switches();
    run_for(io, 5s);
    EXPECT_LE(probe.voluntary_switches() - before, 1);
}

} // namespace
} // namespace poise::test
