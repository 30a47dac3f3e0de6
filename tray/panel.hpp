// SPDX-License-Identifier: GPL-3.0-or-later
// What is in the panel: the icon with its tooltip and its menu, kept as the daemon is. Panels keep the tooltip that
// they have read until they hear of another one, so they hear of it with every change.
#pragma once

#include "errands.hpp"
#include "menu.hpp"
#include "panel_link.hpp"
#include "status_icon.hpp"

#include <string>

namespace poise::tray {

class Panel {
public:
    /// The others must outlive it. Throws std::runtime_error where the bus does not take the icon.
    Panel(GDBusConnection* bus, const char* bus_name, DaemonLink& daemon, Errands& errands);

    /// The daemon says something else of itself.
    void view_changed();

private:
    void ask_headline(const StatusIcon::Told& told);
    void show_menu();

    DaemonLink& daemon_;
    std::string headline_; // read last
    Menu menu_;
    StatusIcon icon_;
    PanelLink link_;
};

} // namespace poise::tray
