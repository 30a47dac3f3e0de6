// SPDX-License-Identifier: GPL-3.0-or-later
// Who can show prompts: counted while on the bus, however they leave it.
#include "client.hpp"
#include "listener.hpp"
#include "names.hpp"
#include "test_bus.hpp"

#include "sdbus.hpp"

#include <gmock/gmock.h>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace poise::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class PresentersTest : public testing::Test {
protected:
    TestBus bus;
    ScriptedDaemon daemon;
    Listener listener;

    DaemonClient client() { return *DaemonClient::connect(); }
    /// "any" and "none", in the order of posting.
    std::vector<std::string> posted() {
        std::vector<std::string> words;
        for (const auto& event : daemon.take_posted()) {
            const auto* clients = std::get_if<ClientsChanged>(&event);
            words.emplace_back(!clients ? "something else" : clients->any ? "any" : "none");
        }
        return words;
    }
};

TEST_F(PresentersTest, AreTheFirstToComeAndTheLastToGo) {
    {
        auto first = client();
        ASSERT_TRUE(first.register_presenter());
        EXPECT_EQ(listener.next(), "PropertiesChanged Presenters=1");
        EXPECT_THAT(posted(), ElementsAre("any"));
        {
            auto second = client();
            ASSERT_TRUE(second.register_presenter());
            EXPECT_EQ(listener.next(), "PropertiesChanged Presenters=2");
        }
        EXPECT_EQ(listener.next(), "PropertiesChanged Presenters=1");
        EXPECT_THAT(posted(), IsEmpty());
    }
    EXPECT_EQ(listener.next(), "PropertiesChanged Presenters=0");
    EXPECT_THAT(posted(), ElementsAre("none"));
}

TEST_F(PresentersTest, HearWhatWasToldWhileThereWasNone) {
    daemon.on_its_thread([](BusService& service, Script&) {
        service.tell({"journal_recovered", Urgency::normal, "before", false});
        service.tell({"journal_recovered", Urgency::normal, "saved", false});
    });
    EXPECT_EQ(listener.next(), "Notice journal_recovered normal before false");
    EXPECT_EQ(listener.next(), "Notice journal_recovered normal saved false");
    auto first = client();
    ASSERT_TRUE(first.register_presenter());
    EXPECT_EQ(listener.next(), "PropertiesChanged Presenters=1");
    EXPECT_EQ(listener.next(), "Notice journal_recovered normal saved false");
    daemon.on_its_thread([](BusService& service, Script&) { service.tell({"odd", Urgency::low, "heard", false}); });
    EXPECT_EQ(listener.next(), "Notice odd low heard false");
    auto second = client();
    ASSERT_TRUE(second.register_presenter());
    EXPECT_EQ(listener.next(), "PropertiesChanged Presenters=2"); // and nothing is told twice
}

TEST_F(PresentersTest, CountOnceHoweverOftenTheyRegister) {
    auto first = client();
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(first.register_presenter());
    EXPECT_THAT(listener.heard(daemon), ElementsAre("PropertiesChanged Presenters=1"));
    EXPECT_THAT(posted(), ElementsAre("any"));
}

TEST_F(PresentersTest, AreNotThoseWhoOnlyAsk) {
    ASSERT_TRUE(client().explain());
    EXPECT_THAT(listener.heard(daemon), IsEmpty());
    EXPECT_THAT(posted(), IsEmpty());
}

TEST_F(PresentersTest, AreGivenTheOpenPrompt) {
    EXPECT_EQ(*client().register_presenter(), std::nullopt);
    daemon.changed(after(working_state(), BreakAsked{Kind::microbreak}, 60));
    const auto prompt = *client().register_presenter();
    ASSERT_TRUE(prompt);
    EXPECT_EQ(prompt->id, 1);
    EXPECT_EQ(prompt->phase, "running");
}

TEST_F(PresentersTest, AreForgottenWhenTheirProgramEndsAtOnce) {
    for (int i = 1; i <= 5; ++i) {
        ASSERT_THAT(gdbus_call("RegisterPresenter").text, HasSubstr("{}"));
        EXPECT_EQ(listener.next(), "PropertiesChanged Presenters=1");
        EXPECT_EQ(listener.next(), "PropertiesChanged Presenters=0");
    }
    EXPECT_THAT(posted(), ElementsAre("any", "none", "any", "none", "any", "none", "any", "none", "any", "none"));
}

TEST_F(PresentersTest, AreNotThoseWhoLeftBeforeTheyWereHeard) {
    daemon.on_its_thread([&](BusService&, Script&) { // which cannot read its messages meanwhile
        std::string name;
        {
            auto passing = sdbus::createSessionBusConnection();
            name = passing->getUniqueName();
            auto proxy = make_proxy(*passing, daemon_bus_name, daemon_object_path);
            auto call = make_call(*proxy, daemon_interface, "RegisterPresenter");
            call.dontExpectReply();
            (void)proxy->callMethod(call);
        }
        auto watching = sdbus::createSessionBusConnection();
        auto proxy = make_proxy(*watching, "org.freedesktop.DBus", "/org/freedesktop/DBus");
        for (bool is_there = true; is_there;) {
            proxy->callMethod("NameHasOwner")
                .onInterface("org.freedesktop.DBus")
                .withArguments(name)
                .storeResultsTo(is_there);
        }
    });
    ASSERT_TRUE(client().explain()); // comes after it
    EXPECT_THAT(posted(), IsEmpty());
    EXPECT_EQ(client().properties()->presenters, 0u);
    EXPECT_GT(daemon.messages(), 0);
}

TEST_F(PresentersTest, AreForgottenWhenTheirProgramIsKilled) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::execl("/usr/bin/python3", "/usr/bin/python3", "-c",
                "from gi.repository import Gio, GLib\n"
                "bus = Gio.bus_get_sync(Gio.BusType.SESSION)\n"
                "bus.call_sync('org.poise.Daemon1', '/org/poise/Daemon1', 'org.poise.Daemon1', 'RegisterPresenter',\n"
                "              None, None, Gio.DBusCallFlags.NONE, 5000, None)\n"
                "GLib.MainLoop().run()\n",
                nullptr);
        ::_exit(127);
    }
    EXPECT_EQ(listener.next(), "PropertiesChanged Presenters=1");
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    EXPECT_EQ(listener.next(), "PropertiesChanged Presenters=0");
    EXPECT_THAT(posted(), ElementsAre("any", "none"));
}

TEST_F(PresentersTest, ComeAndGoByTheHundred) {
    for (int i = 0; i < 100; ++i) {
        auto passing = client();
        ASSERT_TRUE(passing.register_presenter());
    }
    while (client().properties()->presenters != 0) (void)listener.next();
}

TEST_F(PresentersTest, AreTheOnlyOnesWhoseComingAndGoingReachesTheDaemon) {
    auto presenter = client();
    ASSERT_TRUE(presenter.register_presenter());
    ASSERT_TRUE(presenter.explain()); // whatever came of registering has been read now
    const int before = daemon.messages();
    for (int i = 0; i < 20; ++i) EXPECT_TRUE(DaemonClient::connect());
    ASSERT_TRUE(presenter.explain());
    EXPECT_EQ(daemon.messages(), before + 1) << "the one call";
}

} // namespace
} // namespace poise::test
