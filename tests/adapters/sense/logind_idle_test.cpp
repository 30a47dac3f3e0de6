// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus_loop.hpp"
#include "logind_idle_source.hpp"

#include "heard.hpp"
#include "mock_logind.hpp"
#include "waiting.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

struct LogindIdleSourceTest : testing::Test {
    PrivateBus bus;
    ScopedEnvironment address{"DBUS_SYSTEM_BUS_ADDRESS", bus.address()};
    std::optional<MockLogind> logind{std::in_place, bus};
    boost::asio::io_context io;
    SystemClock clock;
    std::unique_ptr<sdbus::IConnection> connection{open_bus(BusKind::system)};
    BusLoop loop{io, *connection, [](const std::string&) {}};
    Heard heard;
    std::optional<LogindIdleSource> source;

    void open() {
        source.emplace(
            io, *connection, [this] { loop.catch_up(); }, clock, heard.listener(), MockLogind::session_path);
        source->watch(30s);
    }
};

TEST_F(LogindIdleSourceTest, RefusesAHintThatNobodyHasEverSet) {
    try {
        open();
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "no program of this session has ever set logind's idle hint");
    }
}

TEST_F(LogindIdleSourceTest, TellsWhatTheDesktopSays) {
    logind->set_idle_hint(false, 1s);
    open();
    EXPECT_EQ(source->idle_time(), Duration::zero());
    for (int round = 1; round <= 2; ++round) {
        logind->set_idle_hint(true, 0s);
        ASSERT_TRUE(run_until(io, 5s, [&] { return heard.idles == round; }));
        EXPECT_LE(apart(*heard.since, clock.instant()), 1s);
        logind->set_idle_hint(false, 0s);
        ASSERT_TRUE(run_until(io, 5s, [&] { return heard.actives == round; }));
    }
}

TEST_F(LogindIdleSourceTest, KnowsSinceWhenItHasBeenSet) {
    logind->set_idle_hint(true, 600s);
    open();
    EXPECT_GE(*source->idle_time(), 600s);
    EXPECT_LE(*source->idle_time(), 620s);
}

TEST_F(LogindIdleSourceTest, TakesAHintForAPauseHoweverLateItCame) {
    logind->set_idle_hint(true, 0s);
    open();
    EXPECT_GE(*source->idle_time(), 30s);
}

TEST_F(LogindIdleSourceTest, IsLostWithLogind) {
    logind->set_idle_hint(false, 1s);
    open();
    logind.reset();
    ASSERT_TRUE(run_until(io, 5s, [&] { return !heard.lost.empty(); }));
    EXPECT_EQ(heard.lost, "logind has left the system bus");
}

} // namespace
} // namespace poise::test
