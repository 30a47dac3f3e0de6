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
    SessionClaims claims{io, [this](const Event& event) { said += word_for(event); }};
    std::optional<LogindSense> sense;

    void open() {
        sense.emplace(
            io, *connection, [this] { loop.catch_up(); }, claims);
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
    claims.input_began();
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
    claims.doubt_after = 100ms;
    sense->set_lid_closed(true);
    ASSERT_EQ(heard("locked "), "locked ");
    claims.input_began(); // at a screen that was plugged in since
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

TEST_F(LogindSenseTest, SaysThatThereIsNoSessionAndFindsTheOneThatBegins) {
    logind->forget_processes();
    open();
    EXPECT_TRUE(sense->trouble().starts_with("no session in logind: ")) << sense->trouble();
    logind->begin_session("c2");
    EXPECT_TRUE(run_until(io, 3s, [&] { return sense->trouble().empty(); })) << sense->trouble();
    logind->request_lock();
    EXPECT_EQ(heard("locked "), "locked ");
}

TEST_F(LogindSenseTest, SaysThatThereIsNoLogindAndFindsItWhenItComes) {
    logind.reset();
    open();
    EXPECT_TRUE(sense->trouble().starts_with("no session in logind: ")) << sense->trouble();
    logind.emplace(bus);
    logind->begin_session("c2");
    EXPECT_TRUE(run_until(io, 3s, [&] { return sense->trouble().empty(); })) << sense->trouble();
}

TEST_F(LogindSenseTest, ALockOutlastsLogindsRestartAndTheUnlockInBetweenIsSeen) {
    open();
    logind->set_locked_hint(true);
    ASSERT_EQ(heard("locked "), "locked ");
    logind.reset();
    ASSERT_TRUE(run_until(io, 3s, [&] { return !sense->trouble().empty(); }));
    EXPECT_EQ(heard("locked "), "locked ") << "nobody has said that it is open";
    logind.emplace(bus);
    logind->announce_session("c1"); // and it is not locked
    EXPECT_EQ(heard("locked unlocked "), "locked unlocked ");
}

TEST_F(LogindSenseTest, DoubtsALockWhoseWitnessHasGone) {
    open();
    claims.doubt_after = 100ms;
    logind->set_active(false);
    logind->set_locked_hint(true);
    ASSERT_EQ(heard("locked "), "locked ");
    bus.kill();
    ASSERT_TRUE(run_until(io, 3s, [&] { return sense->trouble() == "the system bus is gone"; })) << sense->trouble();
    EXPECT_EQ(said, "locked ");
    claims.input_began();
    EXPECT_EQ(heard("locked unlocked "), "locked unlocked ");
}

TEST_F(LogindSenseTest, DoesNotWaitForALogindThatHangs) {
    logind->hang();
    open();
    EXPECT_TRUE(sense->trouble().starts_with("no session in logind: ")) << sense->trouble();
    logind->go_on();
    EXPECT_TRUE(run_until(io, 20s, [&] { return sense->trouble().empty(); })) << sense->trouble();
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

TEST_F(LogindSenseTest, DoubtsNoLockThatTheLockerConfirms) {
    open();
    claims.doubt_after = 100ms;
    claims.input_began();
    logind->request_lock();
    logind->set_locked_hint(true);
    ASSERT_EQ(heard("locked "), "locked ");
    run_for(io, 500ms);
    EXPECT_EQ(said, "locked ");
}

} // namespace
} // namespace poise::test
