// SPDX-License-Identifier: GPL-3.0-or-later
// The menu on the bus (com.canonical.dbusmenu), which the panel draws. It is made once; afterwards only what differs
// goes out, also while it is open.
#pragma once

#include "glib.hpp"
#include "menu_view.hpp"

#include <functional>
#include <vector>

using DbusmenuMenuitem = struct _DbusmenuMenuitem;
using DbusmenuServer = struct _DbusmenuServer;

namespace poise::tray {

class Menu {
public:
    struct Listener {
        std::function<void()> about_to_show;
        std::function<void(const Command&)> chosen;
    };

    Menu(Listener listener, const std::vector<MenuItem>& items);
    Menu(const Menu&) = delete;
    Menu& operator=(const Menu&) = delete;
    ~Menu();

    static constexpr const char* path = "/org/poise/Tray1/Menu";

    /// In the shape that it was made with.
    void show(const std::vector<MenuItem>& items);

private:
    struct Entry {
        DbusmenuMenuitem* item; // its parent's
        Menu* menu;
        Command command;
        std::vector<std::unique_ptr<Entry>> children;
    };
    static gboolean on_about_to_show(DbusmenuMenuitem*, gpointer self) noexcept;
    static void on_activated(DbusmenuMenuitem*, guint timestamp, gpointer entry) noexcept;

    std::vector<std::unique_ptr<Entry>> append(DbusmenuMenuitem* parent, const std::vector<MenuItem>& items);
    static void show(const std::vector<std::unique_ptr<Entry>>& entries, const std::vector<MenuItem>& items);

    Listener listener_;
    Object<DbusmenuServer> server_;
    Object<DbusmenuMenuitem> root_;
    std::vector<std::unique_ptr<Entry>> entries_;
};

} // namespace poise::tray
