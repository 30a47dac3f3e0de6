// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktops' own programs say on a real bus. dunst, dconf and xfconf are the real ones; Plasma, GNOME's session
// manager and UPower are played by python-dbusmock with the names and types of their interfaces.
#include "bus_loop.hpp"
#include "dconf_file.hpp"
#include "dconf_setting.hpp"
#include "desktop_questions.hpp"

#include "mock_logind.hpp"
#include "mock_service.hpp"
#include "private_x.hpp"
#include "waiting.hpp"

#include <gtest/gtest.h>

#include <csignal>

#include <sdbus-c++/Types.h>

#include <unistd.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

BusQuestion the_one(const std::vector<BusQuestion>& questions, const std::string& what) {
    for (const auto& question : questions) {
        if (question.what == what) return question;
    }
    throw std::logic_error{what};
}

struct BusFlagTest : testing::Test {
    PrivateBus bus;
    boost::asio::io_context io;
    std::unique_ptr<sdbus::IConnection> connection{bus.connect()};
    BusLoop loop{io, *connection, [](const std::string&) {}};
    std::optional<BusFlag> flag;
    std::optional<bool> said;

    void follow(const BusQuestion& question) {
        flag.emplace(
            *connection, [this] { loop.catch_up(); }, question, [this](bool on) { said = on; });
    }
    bool becomes(bool expected) {
        return run_until(io, 10s, [&] { return said == expected; });
    }
    bool works() {
        return run_until(io, 10s, [&] { return flag->finding().works; });
    }
    Environment on_bus(const Environment& more = {}) const {
        Environment environment{{"DBUS_SESSION_BUS_ADDRESS", bus.address()}};
        environment.insert(more.begin(), more.end());
        return environment;
    }
};

constexpr auto plasma = "org.freedesktop.Notifications";
constexpr auto session_manager = "org.gnome.SessionManager";
constexpr auto policy_agent = "org.kde.Solid.PowerManagement.PolicyAgent";

const BusQuestion of_dunst = the_one(do_not_disturb_questions(), "do not disturb of dunst");
const BusQuestion of_plasma = the_one(do_not_disturb_questions(), "do not disturb of Plasma");
const BusQuestion of_xfce = the_one(do_not_disturb_questions(), "do not disturb of Xfce");
const BusQuestion of_gnome = the_one(inhibitor_questions(), "inhibitors of GNOME, Cinnamon and MATE");
const BusQuestion of_policy_agent = the_one(inhibitor_questions(), "inhibitors of Plasma");

TEST_F(BusFlagTest, DunstIsPausedAndGoesOn) {
    const PrivateX x;
    Environment environment = x.environment();
    environment.merge(on_bus());
    const auto dunst = std::make_unique<ChildProcess>(std::vector<std::string>{"dunst"}, environment);
    follow(of_dunst);
    ASSERT_TRUE(works());
    EXPECT_EQ(said, false);
    run({"dunstctl", "set-paused", "true"}, environment);
    EXPECT_TRUE(becomes(true));
    run({"dunstctl", "set-paused", "false"}, environment);
    EXPECT_TRUE(becomes(false));
}

TEST_F(BusFlagTest, WhoeverDiesHoldsNothingBackAndWhoeverComesIsAsked) {
    const PrivateX x;
    Environment environment = x.environment();
    environment.merge(on_bus());
    follow(of_dunst);
    run_for(io, 50ms);
    EXPECT_EQ(flag->finding().detail, "nobody is org.freedesktop.Notifications");
    {
        const ChildProcess dunst{{"dunst"}, environment};
        ASSERT_TRUE(works());
        run({"dunstctl", "set-paused", "true"}, environment);
        ASSERT_TRUE(becomes(true));
    }
    EXPECT_TRUE(becomes(false));
    EXPECT_FALSE(flag->finding().works);
}

TEST_F(BusFlagTest, WhoeverHungIsHeardWhenItGoesOn) {
    const PrivateX x;
    Environment environment = x.environment();
    environment.merge(on_bus());
    const ChildProcess dunst{{"dunst"}, environment};
    bus.wait_for_name(of_dunst.name, 10s);
    run({"dunstctl", "set-paused", "true"}, environment);
    dunst.kill(SIGSTOP);
    connection->setMethodCallTimeout(200ms);
    follow(of_dunst);
    ASSERT_TRUE(becomes(false)) << "it does not tell";
    dunst.kill(SIGCONT);
    EXPECT_TRUE(becomes(true));
}

TEST_F(BusFlagTest, ABusThatEndsTakesItsWordBack) {
    const PrivateX x;
    Environment environment = x.environment();
    environment.merge(on_bus());
    const ChildProcess dunst{{"dunst"}, environment};
    follow(of_dunst);
    ASSERT_TRUE(works());
    run({"dunstctl", "set-paused", "true"}, environment);
    ASSERT_TRUE(becomes(true));
    bus.kill();
    EXPECT_TRUE(becomes(false));
}

TEST_F(BusFlagTest, OneOfAnotherMakeSaysThatItDoesNotTell) {
    const MockService server{bus, plasma, "/org/freedesktop/Notifications", plasma};
    follow(of_dunst);
    ASSERT_TRUE(becomes(false));
    EXPECT_FALSE(flag->finding().works);
    EXPECT_TRUE(flag->finding().detail.starts_with("org.freedesktop.Notifications does not tell: "))
        << flag->finding().detail;
}

TEST_F(BusFlagTest, PlasmaPlayedByAMockInhibitsNotifications) {
    MockService server{bus, plasma, "/org/freedesktop/Notifications", plasma};
    server.add_property("Inhibited", sdbus::Variant{false});
    follow(of_plasma);
    ASSERT_TRUE(works());
    server.set_property("Inhibited", sdbus::Variant{true});
    EXPECT_TRUE(becomes(true));
    server.set_property("Inhibited", sdbus::Variant{false});
    EXPECT_TRUE(becomes(false));
}

TEST_F(BusFlagTest, XfceIsTold) {
    const ScratchFolder home;
    const auto environment = on_bus({{"HOME", home.path().string()}, {"XDG_CONFIG_HOME", home.path().string()}});
    const ChildProcess xfconf{{"/usr/lib/x86_64-linux-gnu/xfce4/xfconf/xfconfd"}, environment};
    bus.wait_for_name("org.xfce.Xfconf", Milliseconds{10000});
    const auto set = [&](const char* value) {
        run({"xfconf-query", "-c", "xfce4-notifyd", "-p", "/do-not-disturb", "-n", "-t", "bool", "-s", value},
            environment);
    };
    follow(of_xfce);
    set("true");
    EXPECT_TRUE(becomes(true));
    set("false");
    EXPECT_TRUE(becomes(false));
}

TEST_F(BusFlagTest, GnomesSessionManagerPlayedByAMockHasAnInhibitor) {
    MockService manager{bus, session_manager, "/org/gnome/SessionManager", session_manager};
    manager.answer("IsInhibited", "u", "b", "ret = False");
    follow(of_gnome);
    ASSERT_TRUE(works());
    manager.answer("IsInhibited", "u", "b", "ret = args[0] == 8");
    manager.signal("InhibitorAdded", "o", sdbus::Variant{sdbus::ObjectPath{"/org/gnome/SessionManager/Inhibitor1"}});
    EXPECT_TRUE(becomes(true));
    manager.answer("IsInhibited", "u", "b", "ret = False");
    manager.signal("InhibitorRemoved", "o", sdbus::Variant{sdbus::ObjectPath{"/org/gnome/SessionManager/Inhibitor1"}});
    EXPECT_TRUE(becomes(false));
}

TEST_F(BusFlagTest, PlasmasPolicyAgentPlayedByAMockHasAnInhibitor) {
    MockService agent{bus, policy_agent, "/org/kde/Solid/PowerManagement/PolicyAgent", policy_agent};
    agent.answer("HasInhibition", "u", "b", "ret = args[0] == 4");
    follow(of_policy_agent);
    EXPECT_TRUE(becomes(true));
}

TEST_F(BusFlagTest, LogindsInhibitorsOfThisUserCountWhereTheyBlockIdleness) {
    const ScopedEnvironment address{"DBUS_SYSTEM_BUS_ADDRESS", bus.address()};
    MockLogind logind{bus};
    follow(logind_inhibitor_question(::getuid()));
    ASSERT_TRUE(works());
    const auto inhibited_by = [&](const char* what, const char* mode, std::uint32_t user) {
        logind.list_inhibitor(what, mode, user);
        run_for(io, 300ms);
        return said;
    };
    EXPECT_EQ(inhibited_by("sleep:shutdown", "block", ::getuid()), false);
    EXPECT_EQ(inhibited_by("sleep:idle", "block", ::getuid()), true);
    EXPECT_EQ(inhibited_by("idle", "block", ::getuid() + 1), false);
    EXPECT_EQ(inhibited_by("idle", "block-weak", ::getuid()), true); // of systemd 257 on
    EXPECT_EQ(inhibited_by("idle", "delay", ::getuid()), false);
}

TEST_F(BusFlagTest, DconfTellsOfGnomesBanners) {
    const ScratchFolder home;
    const ScratchFolder runtime;
    const ScopedEnvironment folder{"XDG_CONFIG_HOME", home.path().string()};
    const auto environment = on_bus({{"HOME", home.path().string()}, {"XDG_RUNTIME_DIR", runtime.path().string()}});
    const ChildProcess writer{{"/usr/libexec/dconf-service"}, environment};
    bus.wait_for_name("ca.desrt.dconf", Milliseconds{10000});
    const auto write = [&](const char* key, const char* value) { run({"dconf", "write", key, value}, environment); };
    constexpr auto banners = "/org/gnome/desktop/notifications/show-banners";
    const DconfSetting setting{*connection, banners, true, [this](bool on) { said = on; }};
    EXPECT_EQ(said, true);
    write("/org/gnome/desktop/notifications/application-children", "['firefox']");
    write(banners, "false");
    EXPECT_TRUE(becomes(false));
    write("/org/gnome/desktop/interface/clock-show-seconds", "true");
    write(banners, "true");
    EXPECT_TRUE(becomes(true));
    write(banners, "false");
    ASSERT_TRUE(becomes(false));
    run({"dconf", "reset", banners}, environment);
    EXPECT_TRUE(becomes(true));
}

TEST_F(BusFlagTest, DconfsFileThatIsAFolderHoldsNothing) {
    const ScratchFolder home;
    const ScopedEnvironment folder{"XDG_CONFIG_HOME", home.path().string()};
    std::filesystem::create_directories(home.path() / "dconf" / "user");
    const DconfSetting setting{*connection, "/a", true, [this](bool on) { said = on; }};
    EXPECT_EQ(said, true);
}

TEST(DconfFile, AFileThatIsNoneHoldsNothing) {
    EXPECT_EQ(find_dconf_bool("", "/a"), std::nullopt);
    EXPECT_EQ(find_dconf_bool("GVariant", "/a"), std::nullopt);
    EXPECT_EQ(find_dconf_bool(std::string(200, '\xff'), "/a"), std::nullopt);
    EXPECT_EQ(find_dconf_bool("GVariant" + std::string(8, '\0') + std::string(100, '\xff'), "/a"), std::nullopt);
}

} // namespace
} // namespace poise::test
