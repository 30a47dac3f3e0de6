// SPDX-License-Identifier: GPL-3.0-or-later
#include "menu.hpp"

#include <libdbusmenu-glib/client.h>
#include <libdbusmenu-glib/menuitem.h>
#include <libdbusmenu-glib/server.h>

#include <cassert>

namespace poise::tray {

namespace {

/// The library tells the panel what differs from before, and nothing else.
void fill(DbusmenuMenuitem* entry, const MenuItem& item) {
    if (item.command.verb == Verb::separator) {
        dbusmenu_menuitem_property_set(entry, DBUSMENU_MENUITEM_PROP_TYPE, DBUSMENU_CLIENT_TYPES_SEPARATOR);
    } else {
        dbusmenu_menuitem_property_set(entry, DBUSMENU_MENUITEM_PROP_LABEL, item.label.c_str());
    }
    if (!item.children.empty()) {
        dbusmenu_menuitem_property_set(entry, DBUSMENU_MENUITEM_PROP_CHILD_DISPLAY,
                                       DBUSMENU_MENUITEM_CHILD_DISPLAY_SUBMENU);
    }
    dbusmenu_menuitem_property_set_bool(entry, DBUSMENU_MENUITEM_PROP_ENABLED, item.is_enabled ? TRUE : FALSE);
    dbusmenu_menuitem_property_set_bool(entry, DBUSMENU_MENUITEM_PROP_VISIBLE, item.is_visible ? TRUE : FALSE);
}

} // namespace

Menu::Menu(Listener listener, const std::vector<MenuItem>& items)
    : listener_{std::move(listener)}, server_{dbusmenu_server_new(path)}, root_{dbusmenu_menuitem_new()},
      entries_{append(root_.get(), items)} {
    g_signal_connect(root_.get(), DBUSMENU_MENUITEM_SIGNAL_ABOUT_TO_SHOW, G_CALLBACK(on_about_to_show), this);
    dbusmenu_server_set_root(server_.get(), root_.get());
}

Menu::~Menu() = default;

std::vector<std::unique_ptr<Menu::Entry>> Menu::append(DbusmenuMenuitem* parent, const std::vector<MenuItem>& items) {
    std::vector<std::unique_ptr<Entry>> entries;
    for (const MenuItem& item : items) {
        const Object<DbusmenuMenuitem> made{dbusmenu_menuitem_new()};
        fill(made.get(), item);
        dbusmenu_menuitem_child_append(parent, made.get());
        entries.push_back(
            std::make_unique<Entry>(Entry{made.get(), this, item.command, append(made.get(), item.children)}));
        g_signal_connect(made.get(), DBUSMENU_MENUITEM_SIGNAL_ITEM_ACTIVATED, G_CALLBACK(on_activated),
                         entries.back().get());
    }
    return entries;
}

void Menu::show(const std::vector<MenuItem>& items) { show(entries_, items); }

void Menu::show(const std::vector<std::unique_ptr<Entry>>& entries, const std::vector<MenuItem>& items) {
    assert(entries.size() == items.size());
    for (std::size_t each = 0; each < entries.size(); ++each) {
        fill(entries[each]->item, items[each]);
        entries[each]->command = items[each].command;
        show(entries[each]->children, items[each].children);
    }
}

gboolean Menu::on_about_to_show(DbusmenuMenuitem*, gpointer self) noexcept {
    static_cast<Menu*>(self)->listener_.about_to_show();
    return FALSE; // what is new comes by itself
}

void Menu::on_activated(DbusmenuMenuitem*, guint, gpointer entry) noexcept {
    const auto* chosen = static_cast<Entry*>(entry);
    chosen->menu->listener_.chosen(chosen->command);
}

} // namespace poise::tray
