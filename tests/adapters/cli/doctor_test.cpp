// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.hpp"
#include "poise_program.hpp"
#include "sample_facts.hpp"
#include "scripted_daemon.hpp"
#include "sqlite_journal.hpp"
#include "test_bus.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace poise::test {
namespace {

using testing::HasSubstr;

class Doctor : public testing::Test {
protected:
    TestBus bus;
    Person person;

    Doctor() {
        person.variables["XDG_SESSION_TYPE"] = "wayland";
        person.variables["WAYLAND_DISPLAY"] = "wayland-0";
    }
    [[nodiscard]] std::string configuration() const { return person.configuration().string(); }
    [[nodiscard]] std::string journal() const { return person.journal().string(); }
};

TEST_F(Doctor, FindsNothingWrongWhereAllIsWell) {
    ScriptedDaemon daemon;
    daemon.on_its_thread([](BusService& service, Script& script) {
        script.idle_sources = {{"mutter", true, "in use"}};
        script.findings = {{"idle source x11", false, "the session is Wayland"}, {"idle source mutter", true, ""}};
        service.configured({"/c/poise.toml", true, {}});
    });
    daemon.changed(working_state());
    auto tray = *DaemonClient::connect();
    ASSERT_TRUE(tray.register_presenter());
    write_text(person.configuration(), "");
    SqliteJournal{person.journal()}.append({bout(1, 50min)});
    EXPECT_EQ(person.runs({"doctor"}), (Ran{0,
                                            "ok    configuration           " + configuration() + "\n" + //
                                                "ok    journal                 " + journal() +
                                                ": 2026-11-23 to 2026-11-23\n" //
                                                "ok    session type            wayland\n"
                                                "ok    display                 WAYLAND_DISPLAY=wayland-0\n"
                                                "ok    XDG_RUNTIME_DIR         " +
                                                person.home().string() +
                                                "\n"
                                                "ok    XDG_CONFIG_HOME         not set, the default is used\n"
                                                "ok    XDG_DATA_HOME           not set, the default is used\n"
                                                "ok    daemon                  poised 1.2.3\n"
                                                "ok    clients                 1 client can show a prompt\n"
                                                "ok    idle source in use      mutter since 2026-11-23T09:00:00+01:00\n"
                                                "ok    recording               /journal/poise.db\n"
                                                "ok    configuration in force  /c/poise.toml\n"
                                                "-     idle source x11         the session is Wayland\n"
                                                "ok    idle source mutter\n",
                                            ""}));
    const Ran json = person.runs({"doctor", "--json"});
    EXPECT_EQ(json.exit, 0);
    const auto found = nlohmann::json::parse(json.output);
    EXPECT_EQ(found["works"], true);
    EXPECT_EQ(found["findings"].size(), 14);
    EXPECT_EQ(found["findings"][12].dump(),
              R"({"detail":"the session is Wayland","matters":false,"what":"idle source x11","works":false})");
}

TEST_F(Doctor, FindsEverythingThatIsWrong) {
    ScriptedDaemon daemon;
    daemon.on_its_thread([](BusService& service, Script& script) {
        script.journal = {"the disk is full", 12, 0};
        service.configured({"/c/poise.toml", true, {"/c/poise.toml:1:1: bad"}});
    });
    daemon.changed(after(working_state(), IdleSourceLost{"the X server is gone"}, 60));
    write_text(person.configuration(), "[prompts]\nsnooz = 1\nper_hour = \"x\"\n");
    write_text(person.journal(), std::string(8192, 'x'));
    person.variables["XDG_SESSION_TYPE"] = "tty";
    person.variables["WAYLAND_DISPLAY"].reset();
    person.variables["XDG_RUNTIME_DIR"] = "/nowhere";
    person.variables["XDG_DATA_HOME"] = "data";
    const Ran ran = person.runs({"doctor"});
    EXPECT_EQ(ran.exit, 1);
    EXPECT_EQ(ran.errors, "");
    EXPECT_EQ(ran.output,
              "FAIL  configuration           " + configuration() +
                  ":2:1: unknown key `snooz` in [prompts] (did you mean `snooze`?) (2 problems: poise config check)\n"
                  "FAIL  journal                 " +
                  journal() +
                  ": the journal is damaged\n"
                  "-     session type            tty (a desktop session is x11 or wayland)\n"
                  "-     display                 neither WAYLAND_DISPLAY nor DISPLAY is set\n"
                  "-     XDG_RUNTIME_DIR         /nowhere: there is no such folder\n"
                  "ok    XDG_CONFIG_HOME         not set, the default is used\n"
                  "-     XDG_DATA_HOME           data: a relative path, the default is used instead\n"
                  "ok    daemon                  poised 1.2.3\n"
                  "FAIL  clients                 none: nobody can show you a prompt (start poise-tray)\n"
                  "FAIL  idle source in use      the X server is gone; since 2026-11-23T09:01:00+01:00\n"
                  "FAIL  recording               the disk is full, 12 facts in memory\n"
                  "FAIL  configuration in force  an older one: /c/poise.toml:1:1: bad\n");
}

TEST_F(Doctor, FindsThatNoDaemonRuns) {
    const Ran ran = person.runs({"doctor"});
    EXPECT_EQ(ran.exit, 1);
    EXPECT_EQ(ran.errors, "");
    EXPECT_THAT(ran.output, HasSubstr("ok    configuration    " + configuration() +
                                      ": no such file, the defaults are in force\n"
                                      "ok    journal          " +
                                      journal() + ": nothing is recorded yet\n"));
    EXPECT_THAT(ran.output,
                HasSubstr("FAIL  daemon           poised does not answer: is it running? try: systemctl --user start "
                          "poised\n"));
    const auto found = nlohmann::json::parse(person.runs({"doctor", "--json"}).output);
    EXPECT_EQ(found["works"], false);
}

} // namespace
} // namespace poise::test
