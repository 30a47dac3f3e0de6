// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus_loop.hpp"
#include "logind_sense.hpp"

#include "mock_logind.hpp"
#include "waiting.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

std::string word_for(const Event& event) {
    if (std::holds_alternative<Locked>(event)) return "locked ";
    if (std::holds_alternative<Unlocked>(event)) return "unlocked ";
    if (std::holds_alternative<Suspended>(event)) return "suspended ";
    if (std::holds_alternative<Resumed>(event)) return "resumed ";
    return "? ";
}

struct LogindSenseTest : testing::Test {
    PrivateBus bus;
    ScopedEnvironment address{"DBUS_SYSTEM_BUS_ADDRESS", bus.address()};
    ScopedEnvironment session{"XDG_SESSION_ID", std::nullopt};
    std::optional<MockLogind> logind{std::in_place, bus};
    boost::asio::io_context io;
    std::unique_ptr<sdbus::IConnection> connection{open_bus(BusKind::system)};
    BusLoop loop{io, *connection, [](const std::string&) {}};
    std::string said;
    std::optional<LogindSense> sense;

    void open() {
        sense.emplace(
            io, *connection, [this] { loop.catch_up(); }, [this](const Event& event) { said += word_for(event); });
    }
    /// What has been said once everything that was sent has arrived.
    const std::string& heard(const std::string& expected) {
        (void)run_until(io, 3s, [&] { return said == expected; });
        run_for(io, 50ms); // nor anything more
        return said;
    }
};

TEST_F(LogindSenseTest, TellsTheSignalsOfItsSession) {
    open();
    logind->request_lock();
    EXPECT_EQ(heard("locked "), "locked ");
    logind->request_unlock();
    EXPECT_EQ(heard("locked unlocked "), "locked unlocked ");
}

TEST_F(LogindSenseTest, TellsTheHintAndEachChangeOnce) {
    open();
    logind->request_lock();
    logind->set_locked_hint(true);
    logind->request_lock();
    logind->request_unlock();
    logind->set_locked_hint(false);
    EXPECT_EQ(heard("locked unlocked "), "locked unlocked ");
    logind->set_locked_hint(true);
    logind->set_locked_hint(false);
    EXPECT_EQ(heard("locked unlocked locked unlocked "), "locked unlocked locked unlocked ");
}

TEST_F(LogindSenseTest, StartsInALockedSession) {
    logind->set_locked_hint(true);
    open();
    EXPECT_EQ(said, "locked ");
    logind->set_locked_hint(false);
    EXPECT_EQ(heard("locked unlocked "), "locked unlocked ");
}

TEST_F(LogindSenseTest, TellsWhenTheMachineSleepsAndWakes) {
    open();
    logind->prepare_for_sleep(true);
    EXPECT_EQ(heard("suspended "), "suspended ");
    logind->prepare_for_sleep(false);
    EXPECT_EQ(heard("suspended resumed "), "suspended resumed ");
}

TEST_F(LogindSenseTest, TellsTheNextSleepThoughTheEndOfTheLastWasNeverTold) {
    open();
    logind->prepare_for_sleep(true);
    logind->prepare_for_sleep(true);
    EXPECT_EQ(heard("suspended "), "suspended ");
    sense->input_began();
    logind->prepare_for_sleep(true);
    EXPECT_EQ(heard("suspended suspended "), "suspended suspended ");
}

TEST_F(LogindSenseTest, ASessionInTheBackgroundCountsAsLocked) {
    open();
    logind->set_active(false);
    EXPECT_EQ(heard("locked "), "locked ");
    logind->request_unlock(); // of no account: somebody else sits there
    logind->set_active(true);
    EXPECT_EQ(heard("locked unlocked "), "locked unlocked ");
}

TEST_F(LogindSenseTest, ALockInTheBackgroundOutlastsTheSwitchBack) {
    open();
    logind->set_active(false);
    logind->set_locked_hint(true);
    logind->set_active(true);
    EXPECT_EQ(heard("locked "), "locked ");
    logind->set_locked_hint(false);
    EXPECT_EQ(heard("locked unlocked "), "locked unlocked ");
}

TEST_F(LogindSenseTest, AClosedLidCountsAsLockedWhereThereIsNoOtherScreen) {
    logind->set_docked(false);
    open();
    sense->set_lid_closed(true);
    sense->set_lid_closed(true);
    EXPECT_EQ(heard("locked "), "locked ");
    sense->set_lid_closed(false);
    EXPECT_EQ(heard("locked unlocked "), "locked unlocked ");
    logind->set_docked(true);
    sense->set_lid_closed(true);
    EXPECT_EQ(heard("locked unlocked "), "locked unlocked ");
}

TEST_F(LogindSenseTest, DoubtsAClosedLidThatInputContradicts) {
    logind->set_docked(false);
    open();
    sense->doubt_after = 100ms;
    sense->set_lid_closed(true);
    ASSERT_EQ(heard("locked "), "locked ");
    sense->input_began(); // at a screen that was plugged in since
    EXPECT_EQ(heard("locked unlocked "), "locked unlocked ");
}

TEST_F(LogindSenseTest, ALogoutCountsAsLockedUntilTheNextLogin) {
    open();
    logind->end_session();
    EXPECT_EQ(heard("locked "), "locked ");
    logind->begin_session("c2");
    EXPECT_EQ(heard("locked unlocked "), "locked unlocked ");
    EXPECT_EQ(sense->session_path(), "/org/freedesktop/login1/session/c2");
    logind->set_locked_hint(true);
    EXPECT_EQ(heard("locked unlocked locked "), "locked unlocked locked ");
}

TEST_F(LogindSenseTest, FindsTheSessionByItsIdFirst) {
    const ScopedEnvironment mine{"XDG_SESSION_ID", "c1"};
    open();
    EXPECT_EQ(sense->session_path(), MockLogind::session_path);
}

TEST_F(LogindSenseTest, FindsTheSessionOfItsProcessWhereTheIdIsStale) {
    const ScopedEnvironment gone{"XDG_SESSION_ID", "c77"};
    open();
    EXPECT_EQ(sense->session_path(), MockLogind::session_path);
}

TEST_F(LogindSenseTest, FindsTheSessionThatTheUserSees) {
    logind->forget_processes();
    logind->add_auto_session();
    open();
    EXPECT_EQ(sense->session_path(), MockLogind::session_path);
    logind->request_lock();
    EXPECT_EQ(heard("locked "), "locked ");
}

TEST_F(LogindSenseTest, SaysThatThereIsNoSession) {
    logind->forget_processes();
    try {
        open();
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_TRUE(std::string{error.what()}.starts_with("no session in logind: ")) << error.what();
    }
}

TEST_F(LogindSenseTest, SaysThatThereIsNoLogind) {
    logind.reset();
    EXPECT_THROW(open(), std::runtime_error);
}

TEST(LogindSense, SaysThatThereIsNoSystemBus) {
    const ScopedEnvironment nowhere{"DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere"};
    try {
        (void)open_bus(BusKind::system);
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_TRUE(std::string{error.what()}.starts_with("no system bus: ")) << error.what();
    }
}

TEST_F(LogindSenseTest, DoubtsALockThatInputContradicts) {
    open();
    sense->doubt_after = 300ms;
    logind->request_lock();
    ASSERT_EQ(heard("locked "), "locked ");
    sense->input_began(); // a mouse is nudged
    run_for(io, 100ms);
    sense->input_ended();
    run_for(io, 500ms);
    EXPECT_EQ(said, "locked ");
    sense->input_began(); // somebody works
    EXPECT_EQ(heard("locked unlocked "), "locked unlocked ");
}

TEST_F(LogindSenseTest, DoubtsNoLockThatTheLockerConfirms) {
    open();
    sense->doubt_after = 100ms;
    sense->input_began();
    logind->request_lock();
    logind->set_locked_hint(true);
    ASSERT_EQ(heard("locked "), "locked ");
    run_for(io, 500ms);
    EXPECT_EQ(said, "locked ");
}

} // namespace
} // namespace poise::test
