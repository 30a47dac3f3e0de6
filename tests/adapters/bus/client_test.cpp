// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line is told when something is not there. (What works is tested together with the service.)
#include "client.hpp"
#include "scripted_daemon.hpp"
#include "test_bus.hpp"

#include "sdbus.hpp"

#include <gmock/gmock.h>

#include <array>
#include <cstdlib>

#include <unistd.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

TEST(Client, SaysThatThereIsNoSessionBus) {
    TestBus bus;
    ::setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus", 1);
    const auto client = DaemonClient::connect();
    ASSERT_FALSE(client);
    EXPECT_EQ(client.error().error, ClientError::no_daemon);
    EXPECT_THAT(client.error().text, testing::StartsWith("there is no session bus: "));
}

TEST(Client, SaysThatNoDaemonRunsAndNoneCanBeStarted) {
    TestBus bus;
    const auto reply = DaemonClient::connect().value().properties();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().error, ClientError::no_daemon);
    EXPECT_THAT(reply.error().text, testing::StartsWith("poised does not answer: "));
}

TEST(Client, SaysThatTheDaemonCannotBeStarted) {
    TestBus bus{"[D-BUS Service]\nName=org.poise.Daemon1\nExec=/bin/false\n"};
    const auto reply = DaemonClient::connect().value().explain();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().error, ClientError::no_daemon) << reply.error().text;
}

TEST(Client, SaysThatADaemonHangs) {
    TestBus bus;
    ScriptedDaemon daemon;
    daemon.on_its_thread([](BusService&, Script& script) { script.keeps_waiting = true; });
    const auto reply = DaemonClient::connect(200ms).value().resume();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().error, ClientError::no_daemon) << reply.error().text;
}

TEST(Client, SaysThatTheBusDied) {
    TestBus bus;
    auto client = *DaemonClient::connect();
    bus.die();
    const auto reply = client.explain();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().error, ClientError::no_daemon) << reply.error().text;
}

TEST(Client, TellsABadArgumentFromARefusal) {
    TestBus bus;
    ScriptedDaemon daemon;
    auto client = *DaemonClient::connect();
    const auto bad = client.start_break("lunch");
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().error, ClientError::invalid_argument);
    EXPECT_THAT(bad.error().text, HasSubstr("\"lunch\" is no kind of break"));
    const auto unknown = client.skip(99);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().error, ClientError::refused);
}

TEST(Client, SaysWhatADaemonWithoutThisMethodSays) {
    TestBus bus;
    auto other = sdbus::createSessionBusConnection();
    request_name(*other, "org.poise.Daemon1");
    std::promise<Reply<std::vector<std::string>>> reply;
    std::thread asking{[&] { reply.set_value(DaemonClient::connect().value().explain()); }};
    auto answer = reply.get_future();
    while (answer.wait_for(1ms) != std::future_status::ready) {
        while (process_pending(*other)) {
        }
    }
    asking.join();
    const auto failed = answer.get();
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().error, ClientError::other);
    EXPECT_FALSE(failed.error().text.empty());
}

TEST(Client, WaitsForAChange) {
    TestBus bus;
    auto client = *DaemonClient::connect();
    EXPECT_FALSE(*client.wait_for_change(0ms));
    {
        ScriptedDaemon daemon;
        EXPECT_TRUE(*client.wait_for_change(5s)) << "the daemon came";
        ASSERT_TRUE(client.properties());
        EXPECT_FALSE(*client.wait_for_change(10ms));
        daemon.changed(after(working_state(), Locked{}, 60));
        EXPECT_TRUE(*client.wait_for_change(5s)) << "a property changed";
        EXPECT_EQ(client.properties()->presence, "locked");
    }
    EXPECT_TRUE(*client.wait_for_change(5s)) << "the daemon went";
    bus.die();
    const auto last = client.wait_for_change();
    ASSERT_FALSE(last);
    EXPECT_EQ(last.error().error, ClientError::no_daemon) << last.error().text;
}

TEST(Client, LooksForTheDaemonWithoutStartingIt) {
    TestBus bus{"[D-BUS Service]\nName=org.poise.Daemon1\nExec=/bin/false\n"};
    auto client = *DaemonClient::connect();
    EXPECT_FALSE(*client.is_running());
    EXPECT_FALSE(*client.wait_for_change(0ms)) << "nothing came and went";
    const ScriptedDaemon daemon;
    EXPECT_TRUE(*client.is_running());
    bus.die();
    const auto last = client.is_running();
    ASSERT_FALSE(last);
    EXPECT_EQ(last.error().error, ClientError::no_daemon) << last.error().text;
}

TEST(Client, StopsWaitingWhenNobodyReadsItsOutputAnyMore) {
    TestBus bus;
    auto client = *DaemonClient::connect();
    std::array<int, 2> pipe{};
    ASSERT_EQ(::pipe(pipe.data()), 0);
    EXPECT_FALSE(*client.wait_for_change(0ms, pipe[1]));
    ::close(pipe[0]);
    EXPECT_FALSE(*client.wait_for_change(std::nullopt, pipe[1])) << "or it waits for ever";
    ::close(pipe[1]);
}

} // namespace
} // namespace poise::test
