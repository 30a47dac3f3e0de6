// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_sync_idle_source.hpp"

#include "idle_source_promises.hpp"
#include "private_mutter.hpp"
#include "x_sense.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

struct XSyncDesk : XDesk<XSyncIdleSource> {
    /// A program that moves the pointer is input for it, too, though not for the screen saver.
    std::vector<std::function<void()>> touches() {
        auto all = XDesk::touches();
        all.emplace_back([this] { x.xdotool({"mousemove", "100", "100"}); });
        return all;
    }
};

using XSyncIdleSourceTest = Listening<XSyncDesk>;

INSTANTIATE_TYPED_TEST_SUITE_P(XSync, AnIdleSource, XSyncDesk);

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
