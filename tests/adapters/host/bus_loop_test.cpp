// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus_loop.hpp"

#include "echo_object.hpp"
#include "private_bus.hpp"
#include "sdbus.hpp"
#include "waiting.hpp"

#include <sdbus-c++/IProxy.h>
#include <sdbus-c++/Message.h>

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

constexpr auto echo = EchoObject::name;

/// A service and a client on one io_context, each with a connection and a loop of its own.
struct BusLoopTest : testing::Test {
    PrivateBus bus;
    boost::asio::io_context io;
    std::string service_lost;
    std::string client_lost;
    std::unique_ptr<sdbus::IConnection> service{bus.connect()};
    std::unique_ptr<sdbus::IConnection> client{bus.connect()};
    std::optional<BusLoop> service_loop{std::in_place, io, *service,
                                        [this](const std::string& why) { service_lost = why; }};
    std::optional<BusLoop> client_loop{std::in_place, io, *client,
                                       [this](const std::string& why) { client_lost = why; }};
    EchoObject object{*service};
    std::unique_ptr<sdbus::IProxy> proxy{make_proxy(*client, echo, EchoObject::path)};
    std::string answer;

    void ask(const std::string& text) {
        auto call = make_call(*proxy, echo, "Reverse");
        call << text;
        call_async(*proxy, call, [this](sdbus::MethodReply& reply, const sdbus::Error* error) {
            if (error) {
                answer = error->getName();
            } else {
                reply >> answer;
            }
        });
        client_loop->catch_up();
    }
};

TEST_F(BusLoopTest, ServesCallsAndReplies) {
    ask("poise");
    EXPECT_TRUE(run_until(io, 3s, [&] { return answer == "esiop"; }));
}

TEST_F(BusLoopTest, WritesWhatDidNotFitIntoTheSocket) {
    const std::string much(2 * 1024 * 1024, 'x'); // ten times what a socket takes
    ask(much);
    EXPECT_TRUE(run_until(io, 10s, [&] { return answer.size() == much.size(); })) << answer.size();
}

TEST_F(BusLoopTest, LetsACallTimeOut) {
    auto call = make_call(*proxy, echo, "Wait");
    call_async(
        *proxy, call,
        [this](sdbus::MethodReply&, const sdbus::Error* error) {
            answer = error ? std::string{error->getName()} : "?";
        },
        200ms);
    client_loop->catch_up();
    const auto begin = std::chrono::steady_clock::now();
    ASSERT_TRUE(run_until(io, 3s, [&] { return !answer.empty(); }));
    EXPECT_TRUE(answer.ends_with("Timeout") || answer.ends_with("NoReply")) << answer;
    EXPECT_GE(std::chrono::steady_clock::now() - begin, 190ms);
}

TEST_F(BusLoopTest, DeliversSignalsInOrder) {
    std::vector<std::uint32_t> rings;
    const std::string rule = std::string{"type='signal',interface='"} + echo + "'";
    const auto match = add_match(*client, rule, [&](sdbus::Message& signal) {
        std::uint32_t number = 0;
        signal >> number;
        rings.push_back(number);
    });
    client_loop->catch_up();
    for (std::uint32_t number = 1; number <= 300; ++number) object.ring(number);
    service_loop->catch_up();
    ASSERT_TRUE(run_until(io, 5s, [&] { return rings.size() == 300; })) << rings.size();
    EXPECT_TRUE(std::is_sorted(rings.begin(), rings.end()));
}

TEST_F(BusLoopTest, DeliversWhatWasReadDuringABlockingCall) {
    int rings = 0;
    const std::string rule = std::string{"type='signal',interface='"} + echo + "'";
    const auto match = add_match(*client, rule, [&](sdbus::Message&) { ++rings; });
    run_for(io, 50ms);
    object.ring(1);
    // The answer of the bus itself comes after the signal, which is read on the way to it.
    const auto daemon = make_proxy(*client, "org.freedesktop.DBus", "/org/freedesktop/DBus");
    auto get_id = make_call(*daemon, "org.freedesktop.DBus", "GetId");
    daemon->callMethod(get_id);
    client_loop->catch_up();
    EXPECT_TRUE(run_until(io, 3s, [&] { return rings == 1; }));
}

TEST_F(BusLoopTest, ReportsALostConnectionOnce) {
    run_for(io, 50ms);
    bus.kill();
    ASSERT_TRUE(run_until(io, 3s, [&] { return !client_lost.empty() && !service_lost.empty(); }));
    client_lost.clear();
    client_loop->catch_up();
    run_for(io, 100ms);
    EXPECT_EQ(client_lost, "");
}

TEST_F(BusLoopTest, MayGoWhileALookIsPending) {
    client_loop->catch_up();
    client_loop.reset();
    service_loop.reset();
    run_for(io, 50ms);
    EXPECT_EQ(client_lost + service_lost, ""); // nobody is told by who has gone
}

} // namespace
} // namespace poise::test
