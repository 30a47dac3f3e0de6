// SPDX-License-Identifier: GPL-3.0-or-later
#include "private_mutter.hpp"

#include "sdbus.hpp"

#include <sdbus-c++/Message.h>
#include <sdbus-c++/Types.h>

#include <csignal>

namespace poise::test {

namespace {

constexpr auto remote_desktop = "org.gnome.Mutter.RemoteDesktop";
constexpr auto remote_session = "org.gnome.Mutter.RemoteDesktop.Session";

Environment environment(const PrivateBus& bus, const std::filesystem::path& folder) {
    return {{"DBUS_SESSION_BUS_ADDRESS", bus.address()},
            {"DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere"},
            {"XDG_RUNTIME_DIR", folder.string()},
            {"HOME", folder.string()},
            {"XDG_SESSION_TYPE", "wayland"},
            {"GSETTINGS_BACKEND", "memory"},
            {"DISPLAY", std::nullopt},
            {"WAYLAND_DISPLAY", std::nullopt}};
}

/// The session lives as long as the connection that it was made on.
std::unique_ptr<sdbus::IProxy> open_hands(sdbus::IConnection& connection) {
    const auto desktop = make_proxy(connection, remote_desktop, "/org/gnome/Mutter/RemoteDesktop");
    auto create = make_call(*desktop, remote_desktop, "CreateSession");
    auto reply = desktop->callMethod(create);
    sdbus::ObjectPath path;
    reply >> path;
    auto hands = make_proxy(connection, remote_desktop, path);
    auto start = make_call(*hands, remote_session, "Start");
    hands->callMethod(start);
    return hands;
}

} // namespace

PrivateMutter::PrivateMutter(const PrivateBus& bus)
    : compositor_{{"mutter", "--headless", "--wayland", "--no-x11", "--virtual-monitor", "1280x720"},
                  environment(bus, folder_.path())} {
    bus.wait_for_name("org.gnome.Mutter.IdleMonitor", Milliseconds{30000});
    bus.wait_for_name(remote_desktop, Milliseconds{30000});
    connection_ = bus.connect();
    hands_ = open_hands(*connection_);
}

template <class... Arguments>
void PrivateMutter::inject(const char* method, const Arguments&... arguments) {
    auto message = make_call(*hands_, remote_session, method);
    ((void)(message << arguments), ...);
    hands_->callMethod(message);
}

Environment PrivateMutter::environment_of_clients() const {
    return {{"XDG_RUNTIME_DIR", folder_.path().string()}, {"WAYLAND_DISPLAY", "wayland-0"}};
}

void PrivateMutter::press_key() {
    constexpr std::uint32_t key_a = 30;
    inject("NotifyKeyboardKeycode", key_a, true);
    inject("NotifyKeyboardKeycode", key_a, false);
}

void PrivateMutter::click() {
    constexpr std::int32_t left_button = 0x110;
    inject("NotifyPointerButton", left_button, true);
    inject("NotifyPointerButton", left_button, false);
}

void PrivateMutter::move_pointer() { inject("NotifyPointerMotionRelative", 10.0, 10.0); }

void PrivateMutter::kill() {
    compositor_.kill(SIGKILL);
    compositor_.wait_for_exit(Milliseconds{5000});
}

} // namespace poise::test
