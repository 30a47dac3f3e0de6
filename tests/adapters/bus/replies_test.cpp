// SPDX-License-Identifier: GPL-3.0-or-later
// When callers get their answers, and how the service begins and ends.
#include "client.hpp"
#include "names.hpp"
#include "scripted_daemon.hpp"
#include "test_bus.hpp"

#include "sdbus.hpp"

#include <sdbus-c++/sdbus-c++.h>

#include <gmock/gmock.h>

#include <poll.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::SizeIs;

class Replies : public testing::Test {
protected:
    TestBus bus;
    ScriptedDaemon daemon;
};

class WaitingCall {
public:
    explicit WaitingCall(const char* method)
        : connection_{sdbus::createSessionBusConnection()}, proxy_{make_proxy(*connection_, daemon_bus_name,
                                                                              daemon_object_path)} {
        call_async(*proxy_, make_call(*proxy_, daemon_interface, method),
                   [this](sdbus::MethodReply&, const sdbus::Error* error) {
                       reply_ = error ? error->getName() + ": " + error->getMessage() : "done";
                   });
    }
    /// Whatever has come by now: a later call's answer cannot overtake an earlier one's on the same connection.
    std::string reply_so_far() {
        std::vector<std::string> lines;
        proxy_->callMethod("Explain").onInterface(daemon_interface).storeResultsTo(lines);
        while (process_pending(*connection_)) {
        }
        return reply_;
    }

private:
    std::unique_ptr<sdbus::IConnection> connection_;
    std::unique_ptr<sdbus::IProxy> proxy_;
    std::string reply_ = "none yet";
};

TEST_F(Replies, AnswersOnlyWhenTheEventHasBeenStepped) {
    daemon.on_its_thread([](BusService&, Script& script) { script.keeps_waiting = true; });
    WaitingCall call{"ClearScreen"};
    EXPECT_EQ(call.reply_so_far(), "none yet");
    EXPECT_THAT(daemon.take_posted(), SizeIs(1));
    EXPECT_EQ(call.reply_so_far(), "none yet");
    daemon.on_its_thread([](BusService&, Script& script) { script.waiting.at(0)(std::nullopt); });
    EXPECT_EQ(call.reply_so_far(), "done");
}

TEST_F(Replies, AnswersOnceHoweverOftenItIsToldTo) {
    daemon.on_its_thread([](BusService&, Script& script) { script.keeps_waiting = true; });
    WaitingCall call{"Resume"};
    EXPECT_EQ(call.reply_so_far(), "none yet");
    daemon.on_its_thread([](BusService&, Script& script) {
        const auto done = script.waiting.at(0);
        done("first");
        done(std::nullopt);
    });
    EXPECT_EQ(call.reply_so_far(), "org.poise.Error.Refused: first");
}

TEST_F(Replies, FailsACallThatTheDaemonDropped) {
    daemon.on_its_thread([](BusService&, Script& script) { script.keeps_waiting = true; });
    WaitingCall call{"Resume"};
    EXPECT_EQ(call.reply_so_far(), "none yet");
    daemon.on_its_thread([](BusService&, Script& script) { script.waiting.clear(); });
    EXPECT_EQ(call.reply_so_far(), "org.freedesktop.DBus.Error.Failed: poised is stopping and has not done this");
}

TEST_F(Replies, FailsTheCallsThatWaitWhenItGoes) {
    daemon.on_its_thread([](BusService&, Script& script) { script.keeps_waiting = true; });
    auto waiting = std::async(std::launch::async, [] { return DaemonClient::connect().value().resume(); });
    while (daemon.on_its_thread([](BusService&, Script& script) { return script.waiting.empty(); })) {
        std::this_thread::yield();
    }
    daemon.destroy_service();
    const auto reply = waiting.get();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().text, "poised is stopping and has not done this");
}

TEST_F(Replies, AndSignalsSendTheLoopToLookAtTheConnection) {
    int before = 0;
    const auto sent = [&](auto what) {
        return daemon.on_its_thread([&](BusService& service, Script& script) {
            before = script.sent;
            what(service, script);
            return script.sent - before;
        });
    };
    EXPECT_EQ(sent([](auto& service, auto&) { service.withdraw(1, Why::meeting); }), 1);
    EXPECT_EQ(sent([](auto& service, auto&) { service.ended(1, Outcome::withdrawn); }), 1);
    EXPECT_EQ(sent([](auto& service, auto&) { service.tell({"odd", Urgency::low, "", false}); }), 1);
    EXPECT_EQ(sent([](auto& service, auto&) { service.configured({"/c", true, {}}); }), 1);
    EXPECT_EQ(sent([](auto& service, auto&) { service.configured({"/c", true, {}}); }), 0);
    const State open = after(working_state(), BreakAsked{Kind::microbreak}, 60);
    EXPECT_EQ(sent([&](auto& service, auto&) {
                  service.show(open.memory.open->prompt, false);
                  service.changed(open);
                  service.changed(open);
              }),
              2)
        << "the prompt and the properties, once";
    daemon.changed(open); // the script's own, which stays

    daemon.on_its_thread([](BusService&, Script& script) { script.keeps_waiting = true; });
    WaitingCall call{"Resume"};
    EXPECT_EQ(call.reply_so_far(), "none yet");
    EXPECT_EQ(sent([](auto&, Script& script) { script.waiting.at(0)(std::nullopt); }), 1);
}

class ServiceLife : public testing::Test {
protected:
    TestBus bus;
};

TEST_F(ServiceLife, IsTheOnlyOneOfItsName) {
    ScriptedDaemon first;
    auto second = sdbus::createSessionBusConnection();
    Requests requests;
    requests.now = [] { return moment_at(0); };
    BusService service{*second, {}, std::move(requests)};
    try {
        service.claim_name();
        FAIL() << "two daemons with one name";
    } catch (const std::runtime_error& error) {
        EXPECT_THAT(error.what(), HasSubstr("is another poised running?"));
    }
}

TEST_F(ServiceLife, ThrowsNothingOnceTheBusIsGone) {
    auto connection = sdbus::createSessionBusConnection();
    Requests requests;
    requests.now = [] { return moment_at(0); };
    BusService service{*connection, {}, std::move(requests)};
    bus.die();
    const State working = working_state();
    const State paused = after(working, PauseAsked{}, 60);
    for (int i = 0; i < 3; ++i) { // the first write may still succeed
        service.show(Prompt{}, false);
        service.withdraw(1, Why::meeting);
        service.ended(1, Outcome::missed);
        service.tell({"late", Urgency::low, "too late", false});
        service.configured({"/c", i == 0, {}});
        EXPECT_NO_THROW(service.changed(i == 0 ? working : paused));
    }
    EXPECT_THROW(service.claim_name(), std::runtime_error);
}

TEST_F(ServiceLife, AnswersWithWhatItKnowsBeforeTheFirstStep) {
    auto connection = sdbus::createSessionBusConnection();
    Requests requests;
    requests.now = [] { return moment_at(0); };
    BusService service{*connection, {}, std::move(requests)};
    service.claim_name();
    auto client = std::async(std::launch::async, [] {
        auto poise = *DaemonClient::connect();
        const bool all = poise.explain() && poise.kinds() && poise.properties();
        return all ? poise.properties()->presence : "no answer";
    });
    while (client.wait_for(0s) != std::future_status::ready) {
        while (process_pending(*connection)) {
        }
        const auto data = connection->getEventLoopPollData();
        pollfd descriptor{data.fd, data.events, 0};
        ::poll(&descriptor, 1, 10);
    }
    EXPECT_EQ(client.get(), "unknown");
}

} // namespace
} // namespace poise::test
