// SPDX-License-Identifier: GPL-3.0-or-later
// Has the panel show the icon: registers with org.kde.StatusNotifierWatcher whenever that gets an owner, and looks once
// a while later whether it is registered, since a panel that is just starting may lose it. Without a panel that shows
// such icons nothing happens here, and everything else works.
#pragma once

#include "glib.hpp"

namespace poise::tray {

class PanelLink {
public:
    /// The connection must outlive it, and have the name by which the icon is found.
    PanelLink(GDBusConnection* bus, const char* name);
    PanelLink(const PanelLink&) = delete;
    PanelLink& operator=(const PanelLink&) = delete;
    ~PanelLink();

private:
    static void on_watcher_appeared(GDBusConnection*, const char*, const char*, gpointer self) noexcept;
    static void on_watcher_vanished(GDBusConnection*, const char*, gpointer self) noexcept;
    static void on_registered(GObject*, GAsyncResult*, gpointer self) noexcept;
    static gboolean on_time_to_look(gpointer self) noexcept;
    static void on_looked(GObject*, GAsyncResult*, gpointer self) noexcept;

    void make_contact();
    void look_later();
    void stop_looking();
    [[nodiscard]] bool is_among(GVariant* items) const;

    GDBusConnection* bus_;
    const char* name_;
    Object<GCancellable> until_gone_;
    guint deadline_ = 0;
    unsigned looks_ = 0; // since the watcher appeared
    NameWatch watcher_;
};

} // namespace poise::tray
