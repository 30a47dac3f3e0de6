// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus_loop.hpp"

#include "private_bus.hpp"
#include "waiting.hpp"

#include <sdbus-c++/IObject.h>
#include <sdbus-c++/IProxy.h>
#include <sdbus-c++/Message.h>

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

constexpr auto name = "org.poise.Test";
constexpr auto path = "/org/poise/Test";

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
    std::unique_ptr<sdbus::IObject> object{sdbus::createObject(*service, path)};
    std::unique_ptr<sdbus::IProxy> proxy{sdbus::createProxy(*client, name, path)};
    std::vector<sdbus::MethodCall> unanswered;
    std::string answer;

    BusLoopTest() {
        object->registerMethod(name, "Reverse", "s", "s", [](sdbus::MethodCall call) {
            std::string text;
            call >> text;
            auto reply = call.createReply();
            reply << std::string{text.rbegin(), text.rend()};
            reply.send();
        });
        object->registerMethod(name, "Wait", "", "s",
                               [this](sdbus::MethodCall call) { unanswered.push_back(std::move(call)); });
        object->registerSignal(name, "Rang", "u");
        object->finishRegistration();
        service->requestName(name);
    }
    void ask(const std::string& text) {
        auto call = proxy->createMethodCall(name, "Reverse");
        call << text;
        proxy->callMethod(call, [this](sdbus::MethodReply& reply, const sdbus::Error* error) {
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
    const std::string much(8 * 1024 * 1024, 'x');
    ask(much);
    EXPECT_TRUE(run_until(io, 10s, [&] { return answer.size() == much.size(); })) << answer.size();
}

TEST_F(BusLoopTest, LetsACallTimeOut) {
    auto call = proxy->createMethodCall(name, "Wait");
    proxy->callMethod(
        call, [this](sdbus::MethodReply&, const sdbus::Error* error) { answer = error ? error->getName() : "?"; },
        200ms);
    client_loop->catch_up();
    const auto begin = std::chrono::steady_clock::now();
    ASSERT_TRUE(run_until(io, 3s, [&] { return !answer.empty(); }));
    EXPECT_TRUE(answer.ends_with("Timeout") || answer.ends_with("NoReply")) << answer;
    EXPECT_GE(std::chrono::steady_clock::now() - begin, 190ms);
}

TEST_F(BusLoopTest, DeliversSignalsInOrder) {
    std::vector<std::uint32_t> rings;
    const std::string rule = std::string{"type='signal',interface='"} + name + "'";
    const auto match = client->addMatch(rule, [&](sdbus::Message& signal) {
        std::uint32_t number = 0;
        signal >> number;
        rings.push_back(number);
    });
    client_loop->catch_up();
    for (std::uint32_t number = 1; number <= 300; ++number) {
        auto signal = object->createSignal(name, "Rang");
        signal << number;
        object->emitSignal(signal);
    }
    service_loop->catch_up();
    ASSERT_TRUE(run_until(io, 5s, [&] { return rings.size() == 300; })) << rings.size();
    EXPECT_TRUE(std::is_sorted(rings.begin(), rings.end()));
}

TEST_F(BusLoopTest, DeliversWhatWasReadDuringABlockingCall) {
    int rings = 0;
    const std::string rule = std::string{"type='signal',interface='"} + name + "'";
    const auto match = client->addMatch(rule, [&](sdbus::Message&) { ++rings; });
    run_for(io, 50ms);
    auto signal = object->createSignal(name, "Rang");
    signal << std::uint32_t{1};
    object->emitSignal(signal);
    // The answer of the bus itself comes after the signal, which is read on the way to it.
    const auto daemon = sdbus::createProxy(*client, "org.freedesktop.DBus", "/org/freedesktop/DBus");
    auto get_id = daemon->createMethodCall("org.freedesktop.DBus", "GetId");
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
}

} // namespace
} // namespace poise::test
