// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_environment.hpp"

#include "glib.hpp"

#include <array>
#include <cstdlib>
#include <string>

namespace poise::tray {

namespace {

constexpr int patience_ms = 2000; // D: the start must not hang on it
constexpr std::array names{"DISPLAY",          "XAUTHORITY",          "WAYLAND_DISPLAY", "XDG_SESSION_ID",
                           "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "XDG_RUNTIME_DIR"};

void call(GDBusConnection* bus, const char* name, const char* path, const char* interface, const char* method,
          GVariant* arguments) {
    const Variant ignored{g_dbus_connection_call_sync(bus, name, path, interface, method, arguments, nullptr,
                                                      G_DBUS_CALL_FLAGS_NO_AUTO_START, patience_ms, nullptr, nullptr)};
}

} // namespace

void tell_of_session(GDBusConnection* bus) {
    GVariantBuilder for_bus;
    GVariantBuilder for_systemd;
    g_variant_builder_init(&for_bus, G_VARIANT_TYPE("a{ss}"));
    g_variant_builder_init(&for_systemd, G_VARIANT_TYPE("as"));
    for (const char* name : names) {
        const char* value = std::getenv(name);
        if (!value || !g_utf8_validate(value, -1, nullptr)) continue;
        g_variant_builder_add(&for_bus, "{ss}", name, value);
        g_variant_builder_add(&for_systemd, "s", (std::string{name} + "=" + value).c_str());
    }
    call(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "UpdateActivationEnvironment",
         g_variant_new("(a{ss})", &for_bus));
    call(bus, "org.freedesktop.systemd1", "/org/freedesktop/systemd1", "org.freedesktop.systemd1.Manager",
         "SetEnvironment", g_variant_new("(as)", &for_systemd));
}

} // namespace poise::tray
