// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_sync_idle_source.hpp"

#include "heard.hpp"
#include "private_mutter.hpp"
#include "x_sense.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

struct XSyncIdleSourceTest : XSense {
    Heard heard;
    std::optional<XSyncIdleSource> source;

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

TEST_F(XSyncIdleSourceTest, TellsAPauseWhenItReachesTheThresholdAndSinceWhen) {
    source.emplace(io, clock, heard.listener());
    touch();
    const Instant touched = clock.instant();
    source->watch(1500ms);
    ASSERT_TRUE(idles(1));
    EXPECT_GE(heard.at - touched, 1300ms);
    EXPECT_LE(heard.at - touched, 2500ms);
    EXPECT_LE(apart(*heard.since, touched), 200ms);
}

TEST_F(XSyncIdleSourceTest, TellsTheReturnForEveryKindOfInput) {
    watch(500ms);
    int round = 0;
    for (const std::vector<std::string>& input : std::vector<std::vector<std::string>>{
             {"key", "a"}, {"click", "1"}, {"mousemove_relative", "5", "5"}, {"mousemove", "100", "100"}}) {
        ++round;
        ASSERT_TRUE(idles(round)) << round;
        EXPECT_EQ(heard.actives, round - 1);
        x.xdotool(input);
        const Instant touched = clock.instant();
        ASSERT_TRUE(actives(round)) << input[0];
        EXPECT_LE(heard.at - touched, 1s);
    }
}

TEST_F(XSyncIdleSourceTest, SaysNothingWhilePausesAreShort) {
    watch(1500ms);
    for (int i = 0; i < 6; ++i) {
        run_for(io, 500ms);
        touch();
    }
    EXPECT_EQ(heard.idles, 0);
    EXPECT_EQ(heard.actives, 0);
}

TEST_F(XSyncIdleSourceTest, TellsAtOnceWhenThePauseIsLongEnoughAlready) {
    watch(60s);
    run_for(io, 1200ms);
    EXPECT_EQ(heard.idles, 0);
    const Instant asked = clock.instant();
    source->watch(1s);
    ASSERT_TRUE(idles(1));
    EXPECT_LE(heard.at - asked, 500ms);
    EXPECT_GE(asked - *heard.since, 1s);
    touch();
    EXPECT_TRUE(actives(1));
}

TEST_F(XSyncIdleSourceTest, TellsTheReturnEvenIfTheThresholdWasRaisedMeanwhile) {
    watch(500ms);
    ASSERT_TRUE(idles(1));
    source->watch(60s);
    touch();
    ASSERT_TRUE(actives(1));
    run_for(io, 1s);
    EXPECT_EQ(heard.idles, 1);
    source->watch(500ms);
    EXPECT_TRUE(idles(2));
}

TEST_F(XSyncIdleSourceTest, MissesNoReturnThatComesWithThePause) {
    watch(100ms);
    // Keys that go down and up around the threshold: after each pause that was told, its end must be.
    std::vector<std::string> keys{"xdotool", "key", "--delay", "200"};
    keys.insert(keys.end(), 25, "a");
    ChildProcess hands{keys, x.environment()};
    ASSERT_TRUE(idles(15));
    EXPECT_EQ(hands.wait_for_exit(10s), 0);
    ASSERT_TRUE(run_until(io, 5s, [&] { return heard.idles == heard.actives + 1; }))
        << heard.idles << " pauses, " << heard.actives << " returns";
    touch();
    EXPECT_TRUE(actives(heard.idles));
}

TEST_F(XSyncIdleSourceTest, KnowsHowLongThePauseIs) {
    watch(60s);
    run_for(io, 400ms);
    const auto idle = source->idle_time();
    ASSERT_TRUE(idle);
    EXPECT_GE(*idle, 350ms);
    EXPECT_LE(*idle, 1500ms);
}

TEST_F(XSyncIdleSourceTest, IsLostWithItsServer) {
    watch(500ms);
    x.kill();
    ASSERT_TRUE(run_until(io, 5s, [&] { return !heard.lost.empty(); }));
    EXPECT_EQ(heard.lost, "no connection to the X server " + x.display());
    source->watch(1s);
    EXPECT_EQ(source->idle_time(), std::nullopt);
}

TEST_F(XSyncIdleSourceTest, DoesNotWaitForAServerThatHangs) {
    watch(500ms);
    x.hang();
    EXPECT_EQ(source->idle_time(), std::nullopt);
    try {
        const XSyncIdleSource another{io, clock, heard.listener()};
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_EQ(error.what(), "the X server " + x.display() + " does not answer");
    }
    x.go_on();
    EXPECT_TRUE(idles(1)) << "the first one goes on with its server";
}

TEST_F(XSyncIdleSourceTest, RefusesAWaylandSession) {
    const ScopedEnvironment wayland{"XDG_SESSION_TYPE", "wayland"};
    try {
        watch(1s);
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "this is a Wayland session, whose X server sees the input of X programs alone");
    }
}

TEST_F(XSyncIdleSourceTest, RefusesACompositorThatWasStartedFromAConsole) {
    const ScopedEnvironment console{"XDG_SESSION_TYPE", "tty"};
    const ScopedEnvironment sway{"WAYLAND_DISPLAY", "wayland-1"};
    EXPECT_THROW(watch(1s), std::runtime_error);
    const ScopedEnvironment x11{"XDG_SESSION_TYPE", "x11"};
    EXPECT_NO_THROW(watch(1s)); // where a compositor in a window was given a name
}

TEST_F(XSyncIdleSourceTest, RefusesAnXwaylandThoughNoVariableSaysWhatItIs) {
    const PrivateBus bus;
    PrivateMutter mutter{bus};
    mutter.press_key(); // from then on it has a keyboard to pass on
    ChildProcess guest{{"Xwayland", "-displayfd", "1", "-shm"}, mutter.environment_of_clients()};
    const ScopedEnvironment its{"DISPLAY", ":" + guest.read_line(20s)};
    const ScopedEnvironment unknown{"XDG_SESSION_TYPE", std::nullopt};
    try {
        watch(1s);
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "this is a Wayland session, whose X server sees the input of X programs alone");
    }
}

TEST_F(XSyncIdleSourceTest, SaysWhereThereIsNoServer) {
    const auto refusal = [&](const std::optional<std::string>& named) -> std::string {
        const ScopedEnvironment other{"DISPLAY", named};
        try {
            watch(1s);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "none";
    };
    EXPECT_EQ(refusal(std::nullopt), "DISPLAY is not set: no X session");
    EXPECT_EQ(refusal(":4711"), "no connection to the X server :4711");
    EXPECT_EQ(refusal("nonsense"), "not the name of an X display: nonsense");
}

} // namespace
} // namespace poise::test
