// SPDX-License-Identifier: GPL-3.0-or-later
#include "panel_link.hpp"

#include <array>
#include <string_view>

namespace poise::tray {

namespace {

constexpr const char* watcher_name = "org.kde.StatusNotifierWatcher"; // of the bus name and of the interface
constexpr const char* watcher_path = "/StatusNotifierWatcher";

// D: GNOME's extension loses about one registration in ten while it starts, and is settled well before the last look.
// Registering again what is registered would reset it there, so this is done only where it is not.
constexpr std::array<guint, 3> seconds_until_looks{3, 10, 60};

} // namespace

PanelLink::PanelLink(GDBusConnection* bus, const char* name)
    : bus_{bus}, name_{name}, until_gone_{g_cancellable_new()}, watcher_{g_bus_watch_name_on_connection(
                                                                    bus, watcher_name, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                                    on_watcher_appeared, on_watcher_vanished, this,
                                                                    nullptr)} {}

PanelLink::~PanelLink() {
    g_cancellable_cancel(until_gone_.get());
    stop_looking();
}

void PanelLink::make_contact() {
    g_dbus_connection_call(bus_, watcher_name, watcher_path, watcher_name, "RegisterStatusNotifierItem",
                           g_variant_new("(s)", name_), nullptr, G_DBUS_CALL_FLAGS_NO_AUTO_START, usual_timeout,
                           until_gone_.get(), on_registered, this);
}

void PanelLink::look_later() {
    if (looks_ == seconds_until_looks.size()) return;
    deadline_ = g_timeout_add_seconds(seconds_until_looks[looks_++], on_time_to_look, this);
}

void PanelLink::stop_looking() {
    if (deadline_ != 0) g_source_remove(std::exchange(deadline_, 0));
}

void PanelLink::on_watcher_appeared(GDBusConnection*, const char*, const char*, gpointer self) noexcept {
    auto* link = static_cast<PanelLink*>(self);
    link->stop_looking();
    link->looks_ = 0;
    link->make_contact();
}

void PanelLink::on_watcher_vanished(GDBusConnection*, const char*, gpointer self) noexcept {
    static_cast<PanelLink*>(self)->stop_looking();
}

void PanelLink::on_registered(GObject* bus, GAsyncResult* result, gpointer self) noexcept {
    Failure failure;
    const Variant reply{g_dbus_connection_call_finish(G_DBUS_CONNECTION(bus), result, failure.out())};
    if (failure.is(G_IO_ERROR, G_IO_ERROR_CANCELLED)) return; // the link is no more
    auto* link = static_cast<PanelLink*>(self);
    if (!reply) g_printerr("poise-tray: the panel does not take the icon: %s\n", failure.text().c_str());
    link->stop_looking();
    link->look_later();
}

gboolean PanelLink::on_time_to_look(gpointer self) noexcept {
    auto* link = static_cast<PanelLink*>(self);
    link->deadline_ = 0;
    g_dbus_connection_call(link->bus_, watcher_name, watcher_path, "org.freedesktop.DBus.Properties", "Get",
                           g_variant_new("(ss)", watcher_name, "RegisteredStatusNotifierItems"), G_VARIANT_TYPE("(v)"),
                           G_DBUS_CALL_FLAGS_NO_AUTO_START, usual_timeout, link->until_gone_.get(), on_looked, link);
    return G_SOURCE_REMOVE;
}

void PanelLink::on_looked(GObject* bus, GAsyncResult* result, gpointer self) noexcept {
    Failure failure;
    const Variant reply{g_dbus_connection_call_finish(G_DBUS_CONNECTION(bus), result, failure.out())};
    if (!reply) return; // gone, or it does not tell: then it is left at that
    auto* link = static_cast<PanelLink*>(self);
    const Variant boxed{g_variant_get_child_value(reply.get(), 0)};
    const Variant items{g_variant_get_variant(boxed.get())};
    if (!link->is_among(items.get())) link->make_contact();
}

/// Panels name an item by its well-known or its unique name, with the path of the object behind it.
bool PanelLink::is_among(GVariant* items) const {
    if (g_variant_is_of_type(items, G_VARIANT_TYPE_STRING_ARRAY) == FALSE) return false;
    GVariantIter each;
    g_variant_iter_init(&each, items);
    const char* item = nullptr;
    while (g_variant_iter_next(&each, "&s", &item) != FALSE) {
        const std::string_view registered{item};
        const std::string_view owner = registered.substr(0, registered.find_first_of("/@"));
        if (owner == name_ || owner == g_dbus_connection_get_unique_name(bus_)) return true;
    }
    return false;
}

} // namespace poise::tray
