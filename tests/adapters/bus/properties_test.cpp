// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.hpp"
#include "listener.hpp"
#include "names.hpp"
#include "test_bus.hpp"

#include <gmock/gmock.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Properties : public testing::Test {
protected:
    TestBus bus;
    ScriptedDaemon daemon;
    Listener listener;

    DaemonView properties() { return *DaemonClient::connect().value().properties(); }
    std::vector<std::string> heard() { return listener.heard(daemon); }
    std::chrono::sys_seconds at(std::int64_t seconds) {
        return std::chrono::sys_seconds{std::chrono::seconds{utc_at_start + seconds}};
    }
};

TEST_F(Properties, SayEverythingAtOnce) {
    daemon.on_its_thread([](BusService& service, Script& script) {
        script.idle_sources = {{"mutter", false, "no GNOME"}, {"x11", true, "in use"}};
        script.journal = {"the disk is full", 12, 3};
        service.configured({"/c/poise.toml", true, {"3:1: bad"}});
    });
    State state = after(working_state(), BreakAsked{Kind::microbreak}, 60);
    state = after(std::move(state), PauseAsked{30min}, 61);
    daemon.changed(after(std::move(state), Screened{{"fever"}}, 62));

    const DaemonView view = properties();
    EXPECT_EQ(view.version, "1.2.3");
    EXPECT_EQ(view.presence, "working");
    EXPECT_EQ(view.presence_since, at(0));
    EXPECT_EQ(view.posture, "sitting");
    EXPECT_EQ(view.bout, Seconds{62});
    EXPECT_EQ(view.headline, "Sitting 62 s. No prompts until 09:31: you have paused Poise.");
    ASSERT_TRUE(view.prompt);
    EXPECT_EQ(view.prompt->id, 1);
    EXPECT_EQ(view.prompt->kind, "microbreak");
    EXPECT_THAT(view.prompt->drills, ElementsAre("C1"));
    EXPECT_EQ(view.prompt->rule, "S1");
    EXPECT_EQ(view.prompt->length, 30s);
    EXPECT_EQ(view.prompt->why, "You asked for it.");
    EXPECT_EQ(view.prompt->phase, "running");
    EXPECT_EQ(view.prompt->title, "Rest your hands for 30 s");
    EXPECT_THAT(view.prompt->text, testing::StartsWith("You asked for it. Let your ribs sink."));
    EXPECT_EQ(view.prompt->start_label, "Start");
    EXPECT_EQ(view.prompt->snoozes_left, 2u);
    EXPECT_THAT(view.holds, ElementsAre("paused", "exercise_off"));
    EXPECT_EQ(view.paused_until, at(61 + 1800));
    EXPECT_TRUE(view.exercise_off);
    EXPECT_EQ(view.idle_source.name, "x11");
    EXPECT_TRUE(view.idle_source.works);
    EXPECT_EQ(view.idle_source.since, at(62)) << "when its name was first heard";
    EXPECT_THAT(view.idle_source.tried,
                ElementsAre(Finding{"mutter", false, "no GNOME"}, Finding{"x11", true, "in use"}));
    EXPECT_EQ(view.presenters, 0u);
    EXPECT_EQ(view.journal.path, "/journal/poise.db");
    EXPECT_EQ(view.journal.trouble, "the disk is full");
    EXPECT_EQ(view.journal.waiting, 12u);
    EXPECT_EQ(view.journal.dropped, 3u);
    EXPECT_EQ(view.configuration.path, "/c/poise.toml");
    EXPECT_TRUE(view.configuration.exists);
    EXPECT_THAT(view.configuration.problems, ElementsAre("3:1: bad"));
}

TEST_F(Properties, AreEmptyWhereThereIsNothing) {
    const DaemonView view = properties();
    EXPECT_FALSE(view.prompt);
    EXPECT_FALSE(view.paused_until);
    EXPECT_THAT(view.holds, IsEmpty());
    const auto prompt = run("busctl --user get-property org.poise.Daemon1 /org/poise/Daemon1 org.poise.Daemon1 Prompt");
    EXPECT_EQ(prompt.text, "a{sv} 0\n");
    const auto paused =
        run("busctl --user get-property org.poise.Daemon1 /org/poise/Daemon1 org.poise.Daemon1 PausedUntil");
    EXPECT_EQ(paused.text, "x 0\n");
}

TEST_F(Properties, GrowWithoutASignalWhereTheContractSaysSo) {
    daemon.on_its_thread([](BusService&, Script& script) { script.now = moment_at(600); });
    EXPECT_EQ(properties().bout, 10min);
    EXPECT_THAT(properties().headline, HasSubstr("Sitting 10 min"));
    EXPECT_THAT(heard(), IsEmpty());
}

TEST_F(Properties, ChangeWithOneSignalThatHoldsExactlyWhatDiffers) {
    State state = after(working_state(), SignBegan{Sign::meeting}, 60);
    daemon.changed(state);
    EXPECT_THAT(heard(), ElementsAre("PropertiesChanged Holds=[meeting]"));
    state = after(std::move(state), PostureConfirmed{Posture::standing, "cli"}, 120);
    daemon.changed(state);
    EXPECT_THAT(heard(), ElementsAre("PropertiesChanged Posture=standing"));
    state = after(std::move(state), SignEnded{Sign::meeting}, 180);
    daemon.changed(state);
    EXPECT_THAT(heard(), ElementsAre("PropertiesChanged Holds=[]"));
    state = after(std::move(state), Locked{}, 240);
    daemon.changed(state);
    EXPECT_THAT(heard(), ElementsAre("PropertiesChanged Holds=[away] Presence=locked PresenceSince=" +
                                     std::to_string(utc_at_start + 240)));
    daemon.changed(state);
    EXPECT_THAT(heard(), IsEmpty());
}

TEST_F(Properties, TellOfTheConfigurationWithoutAStep) {
    daemon.on_its_thread([](BusService& service, Script&) { service.configured({"/c", false, {}}); });
    EXPECT_THAT(heard(), ElementsAre("PropertiesChanged Configuration={exists: false, path: /c, problems: []}"));
    daemon.on_its_thread([](BusService& service, Script&) { service.configured({"/c", false, {}}); });
    EXPECT_THAT(heard(), IsEmpty());
}

TEST_F(Properties, TellOfTheJournalsTrouble) {
    daemon.on_its_thread([](BusService&, Script& script) { script.journal = {"read-only", 1, 0}; });
    daemon.changed(working_state());
    EXPECT_THAT(heard(), ElementsAre("PropertiesChanged Journal={dropped: 0, path: /journal/poise.db, trouble: "
                                     "read-only, waiting: 1}"));
}

TEST_F(Properties, SurviveTextsThatAreNotUtf8) {
    daemon.on_its_thread([](BusService& service, Script& script) {
        script.journal.trouble = "\xFF full";
        script.idle_sources = {{"x\xC3", true, ""}};
        service.configured({"/home/j\xFCrgen/poise.toml", true, {"\xE2\x82"}});
    });
    daemon.changed(working_state());
    const DaemonView view = properties();
    EXPECT_EQ(view.journal.trouble, "? full");
    EXPECT_EQ(view.configuration.path, "/home/j?rgen/poise.toml");
    EXPECT_EQ(view.idle_source.name, "x?");
}

TEST_F(Properties, CannotBeSet) {
    const auto output =
        run("busctl --user set-property org.poise.Daemon1 /org/poise/Daemon1 org.poise.Daemon1 Posture s standing");
    EXPECT_NE(output.exit_code, 0);
    EXPECT_EQ(properties().posture, "sitting");
}

} // namespace
} // namespace poise::test
