// SPDX-License-Identifier: GPL-3.0-or-later
// poise status --watch beside a daemon that changes, goes and comes back. What must not be printed is proved by the
// line that comes next.
#include "poise_program.hpp"
#include "scripted_daemon.hpp"
#include "test_bus.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace poise::test {
namespace {

/// Of a ScriptedDaemon that has only just come: the person has sat for no time at all.
const std::string just_begun = "Sitting 0 min, stand up in 30 min to 45 min. Nobody can show you a prompt.";

class Watch : public testing::Test {
protected:
    TestBus bus;
    Person person;
};

TEST_F(Watch, PrintsALineForEveryChangeThatCanBeSeen) {
    const std::string sitting = "Sitting 1 min, stand up in 29 min to 44 min. ";
    const State state = after(working_state(), TimePassed{}, 60);
    ScriptedDaemon daemon;
    daemon.changed(state);
    Watched watch{person, {"status", "--watch"}};
    EXPECT_EQ(watch.next_line(), sitting + "Nobody can show you a prompt.");
    daemon.on_its_thread([](BusService& service, Script&) { service.configured({"/c", true, {}}); }); // not in the line
    daemon.changed(after(state, SignBegan{Sign::meeting}, 60));
    EXPECT_EQ(watch.next_line(), "Sitting 1 min. No prompts: you are in a meeting. Nobody can show you a prompt.");
    daemon.changed(state);
    EXPECT_EQ(watch.next_line(), sitting + "Nobody can show you a prompt.");
}

TEST_F(Watch, IsThereBeforeTheDaemonAndOutlivesIt) {
    Watched watch{person, {"status", "--watch"}};
    EXPECT_EQ(watch.next_line(), "poised does not answer.");
    {
        ScriptedDaemon daemon;
        EXPECT_EQ(watch.next_line(), just_begun);
    }
    EXPECT_EQ(watch.next_line(), "poised does not answer.");
    ScriptedDaemon another;
    EXPECT_EQ(watch.next_line(), just_begun);
    EXPECT_EQ(watch.left_alone(), (Ran{0, "", ""}));
}

TEST(WatchOfADaemonThatCanBeStarted, DoesNotStartIt) {
    const TestBus bus{"[D-BUS Service]\nName=org.poise.Daemon1\nExec=/bin/false\n"};
    const Person person;
    Watched watch{person, {"status", "--watch"}};
    EXPECT_EQ(watch.next_line(), "poised does not answer.");
    ScriptedDaemon daemon;
    EXPECT_EQ(watch.next_line(), just_begun);
}

TEST_F(Watch, SleepsUntilSomethingHappensAndEndsWhenTheReaderGoesAway) {
    ScriptedDaemon daemon;
    daemon.changed(after(working_state(), Locked{}, 0));
    Watched watch{person, {"status", "--watch"}};
    EXPECT_EQ(watch.next_line(), "Nobody at the desk. Nobody can show you a prompt.");
    EXPECT_EQ(watch.left_alone(), (Ran{0, "", ""})) << "though nothing would be printed any more";
}

TEST_F(Watch, FollowsTheMinutesThatChangeWithoutASignal) {
    ScriptedDaemon daemon;
    // Rounded, the length changes 100 ms later.
    daemon.on_its_thread([](BusService&, Script& script) { script.now = moment_at(24 * 60 + 29.9); });
    Watched watch{person, {"status", "--watch"}};
    EXPECT_EQ(watch.next_line(), "Sitting 24 min, stand up in 6 min to 21 min. Nobody can show you a prompt.");
    daemon.on_its_thread([](BusService&, Script& script) { script.now = moment_at(25 * 60); });
    EXPECT_EQ(watch.next_line(), "Sitting 25 min, stand up in 5 min to 20 min. Nobody can show you a prompt.");
}

TEST_F(Watch, GivesABarALineOfJsonForEveryChange) {
    auto daemon = std::make_unique<ScriptedDaemon>();
    Watched watch{person, {"status", "--waybar", "--watch"}};
    EXPECT_EQ(nlohmann::json::parse(watch.next_line())["class"], "sitting");
    daemon->changed(after(working_state(), BreakAsked{Kind::microbreak}, 0));
    const auto asked = nlohmann::json::parse(watch.next_line());
    EXPECT_EQ(asked["class"], "running");
    EXPECT_EQ(asked["text"], "Rest your hands for 30 s");
    daemon.reset();
    EXPECT_EQ(watch.next_line(),
              R"({"text":"off","tooltip":"poised does not answer.","class":"no_daemon","percentage":0})");
}

TEST_F(Watch, GivesScriptsTheWholeStatusInALine) {
    auto daemon = std::make_unique<ScriptedDaemon>();
    Watched watch{person, {"status", "--json", "--watch"}};
    EXPECT_EQ(nlohmann::json::parse(watch.next_line())["presence"], "working");
    daemon->on_its_thread([](BusService& service, Script&) { service.configured({"/c", true, {}}); });
    EXPECT_EQ(nlohmann::json::parse(watch.next_line())["configuration"]["path"], "/c") << "whatever has changed";
    daemon.reset();
    EXPECT_EQ(watch.next_line(), "null");
}

TEST_F(Watch, FindsADaemonThatHungForAWhile) {
    ScriptedDaemon daemon;
    std::promise<void> goes_on;
    std::thread hanging{[&] { daemon.on_its_thread([&](BusService&, Script&) { goes_on.get_future().wait(); }); }};
    Watched watch{person, {"status", "--watch"}};
    EXPECT_EQ(watch.next_line(), "poised does not answer.");
    goes_on.set_value();
    hanging.join();
    EXPECT_EQ(watch.next_line(), just_begun);
}

TEST_F(Watch, EndsWithTheSession) {
    Watched watch{person, {"status", "--watch"}};
    EXPECT_EQ(watch.next_line(), "poised does not answer.");
    bus.die();
    const Ran ran = watch.ends();
    EXPECT_EQ(ran.exit, 3) << ran;
    EXPECT_EQ(ran.output, "");
}

} // namespace
} // namespace poise::test
