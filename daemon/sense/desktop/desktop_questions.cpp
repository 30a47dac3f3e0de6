// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop_questions.hpp"

#include <sdbus-c++/Types.h>

#include <algorithm>
#include <string_view>

namespace poise {

namespace {

constexpr auto notifications = "org.freedesktop.Notifications"; // whoever shows them, of any make
constexpr auto notifications_path = "/org/freedesktop/Notifications";
constexpr auto session_manager = "org.gnome.SessionManager"; // of Cinnamon and MATE too
constexpr auto policy_agent = "org.kde.Solid.PowerManagement.PolicyAgent";
constexpr auto power_management = "org.freedesktop.PowerManagement.Inhibit"; // Xfce's
constexpr auto xfconf = "org.xfce.Xfconf";
constexpr auto login = "org.freedesktop.login1";

constexpr std::uint32_t gnome_idle = 8;          // among its InhibitFlags
constexpr std::uint32_t kde_screen_settings = 4; // among its RequiredPolicies: the screen must stay as it is

bool is_true(const sdbus::Variant& value) { return value.get<bool>(); }

bool read_bool(sdbus::Message& answer) {
    bool value = false;
    answer >> value;
    return value;
}

bool is_quiet_mode(const sdbus::Variant& modes) {
    const auto names = modes.get<std::vector<std::string>>();
    return std::ranges::find(names, "do-not-disturb") != names.end();
}

bool has_word(std::string_view words, std::string_view word) {
    return (":" + std::string{words} + ":").find(":" + std::string{word} + ":") != std::string::npos;
}

BusQuestion screen_saver(const std::string& name, std::string path) {
    return {.what = "lock of " + name,
            .name = name,
            .path = std::move(path),
            .interface = name,
            .method = "GetActive",
            .ask = {},
            .read = read_bool,
            .asked_after = {{name, "ActiveChanged"}}};
}

} // namespace

std::vector<BusQuestion> do_not_disturb_questions() {
    return {
        property_question("do not disturb of Plasma", notifications, notifications_path, notifications, "Inhibited",
                          is_true),
        property_question("do not disturb of dunst", notifications, notifications_path, "org.dunstproject.cmd0",
                          "paused", is_true),
        // D: mako's modes are the user's own; this one is of its manual.
        property_question("do not disturb of mako", notifications, "/fr/emersion/Mako", "fr.emersion.Mako", "Modes",
                          is_quiet_mode),
        {.what = "do not disturb of Xfce",
         .name = xfconf,
         .path = "/org/xfce/Xfconf",
         .interface = xfconf,
         .method = "GetProperty",
         .ask =
             [](sdbus::MethodCall& call) {
                 call << "xfce4-notifyd"
                      << "/do-not-disturb";
             },
         .read =
             [](sdbus::Message& answer) {
                 sdbus::Variant value;
                 answer >> value;
                 return value.get<bool>();
             },
         .asked_after = {{xfconf, "PropertyChanged", "xfce4-notifyd"}, {xfconf, "PropertyRemoved", "xfce4-notifyd"}}},
    };
}

std::vector<BusQuestion> inhibitor_questions() {
    return {
        {.what = "inhibitors of GNOME, Cinnamon and MATE",
         .name = session_manager,
         .path = "/org/gnome/SessionManager",
         .interface = session_manager,
         .method = "IsInhibited",
         .ask = [](sdbus::MethodCall& call) { call << gnome_idle; },
         .read = read_bool,
         .asked_after = {{session_manager, "InhibitorAdded"}, {session_manager, "InhibitorRemoved"}}},
        {.what = "inhibitors of Plasma",
         .name = policy_agent,
         .path = "/org/kde/Solid/PowerManagement/PolicyAgent",
         .interface = policy_agent,
         .method = "HasInhibition",
         .ask = [](sdbus::MethodCall& call) { call << kde_screen_settings; },
         .read = read_bool,
         .asked_after = {{policy_agent, "InhibitionsChanged"}}},
        {.what = "inhibitors of Xfce",
         .name = power_management,
         .path = "/org/freedesktop/PowerManagement/Inhibit",
         .interface = power_management,
         .method = "HasInhibit",
         .ask = {},
         .read = read_bool,
         .asked_after = {{power_management, "HasInhibitChanged"}}},
    };
}

BusQuestion logind_inhibitor_question(std::uint32_t user) {
    using Inhibitor = sdbus::Struct<std::string, std::string, std::string, std::string, std::uint32_t, std::uint32_t>;
    return {
        .what = "inhibitors of logind",
        .name = login,
        .path = "/org/freedesktop/login1",
        .interface = "org.freedesktop.login1.Manager",
        .method = "ListInhibitors",
        .ask = {},
        .read =
            [user](sdbus::Message& answer) {
                std::vector<Inhibitor> inhibitors; // what, who, why, mode, user, process
                answer >> inhibitors;
                return std::ranges::any_of(inhibitors, [user](const Inhibitor& each) {
                    return has_word(each.get<0>(), "idle") && each.get<3>() != "delay" && each.get<4>() == user;
                });
            },
        // Of BlockInhibited, which says what is inhibited by anybody.
        .asked_after = {{"org.freedesktop.DBus.Properties", "PropertiesChanged", "org.freedesktop.login1.Manager"}}};
}

std::vector<BusQuestion> screen_saver_questions() {
    return {
        screen_saver("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
        screen_saver("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
        screen_saver("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
        screen_saver("org.mate.ScreenSaver", "/"),
        screen_saver("org.xfce.ScreenSaver", "/"),
    };
}

BusQuestion lid_question() {
    return property_question("lid", "org.freedesktop.UPower", "/org/freedesktop/UPower", "org.freedesktop.UPower",
                             "LidIsClosed", is_true);
}

} // namespace poise
