# SPDX-License-Identifier: GPL-3.0-or-later
"""The tray's desktop with a real panel on it (xfce4-panel), and what a panel does with an icon and its menu."""
import os
import subprocess

from gi.repository import Gio, GLib
from tray_desktop import HERE, TrayDesktop
from processes import PATIENCE_S, eventually

PICTURES = f"{HERE}/../../../build/pictures"  # for a person to look at
WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PANEL_HEIGHT = 32

PANEL_CONFIG = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
 <property name="configver" type="int" value="2"/>
 <property name="panels" type="array"><value type="int" value="1"/>
  <property name="dark-mode" type="bool" value="{dark}"/>
  <property name="panel-1" type="empty">
   <property name="position" type="string" value="p=6;x=0;y=0"/>
   <property name="length" type="uint" value="100"/>
   <property name="position-locked" type="bool" value="true"/>
   <property name="icon-size" type="uint" value="22"/>
   <property name="size" type="uint" value="{height}"/>
   <property name="plugin-ids" type="array"><value type="int" value="1"/><value type="int" value="2"/></property>
  </property>
 </property>
 <property name="plugins" type="empty">
  <property name="plugin-1" type="string" value="separator">
   <property name="expand" type="bool" value="true"/><property name="style" type="uint" value="0"/>
  </property>
  <property name="plugin-2" type="string" value="systray">
   <property name="square-icons" type="bool" value="true"/>
   <property name="known-items" type="array"><value type="string" value="poise"/></property>
  </property>
 </property>
</channel>
"""


class PanelDesktop(TrayDesktop):
    def __init__(self, tray, screen):
        super().__init__(tray, screen)
        self.env["NO_AT_BRIDGE"] = "1"
        self.make_activatable("org.xfce.Xfconf", "/usr/lib/x86_64-linux-gnu/xfce4/xfconf/xfconfd")
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.own = Gio.DBusConnection.new_for_address_sync(self.env["DBUS_SESSION_BUS_ADDRESS"], flags)

    def end(self):
        self.own.close_sync()
        super().end()

    def start_panel(self, dark=False):
        """Until it takes icons; it draws them when it likes."""
        folder = f"{self.home}/.config/xfce4/xfconf/xfce-perchannel-xml"
        os.makedirs(folder, exist_ok=True)
        text = PANEL_CONFIG.replace("{dark}", str(dark).lower()).replace("{height}", str(PANEL_HEIGHT))
        with open(f"{folder}/xfce4-panel.xml", "w", encoding="utf-8") as file:
            file.write(text)
        self.env["GTK_THEME"] = "Adwaita:dark" if dark else "Adwaita"
        panel = self.start(["xfce4-panel", "--disable-wm-check"], read="stderr")
        self.name_appears(WATCHER)
        return panel

    def take_the_place_of_xdg_open(self):
        """What is to be opened is told by a signal."""
        signal = 'gdbus emit --session --object-path /test --signal org.poise.Test.Opened "$1"'
        self.write("xdg-open", f"#!/bin/sh\nexec {signal}\n")
        os.chmod(f"{self.folder}/xdg-open", 0o755)
        self.env["PATH"] = f"{self.folder}:{self.env['PATH']}"

    def ask(self, name, path, interface, method, arguments=None):
        return self.own.call_sync(name, path, interface, method, arguments, None, 0, PATIENCE_S * 1000, None).unpack()

    def property(self, name, path, interface, which):
        arguments = GLib.Variant("(ss)", (interface, which))
        return self.ask(name, path, "org.freedesktop.DBus.Properties", "Get", arguments)[0]

    def icons(self):
        return self.property(WATCHER, "/StatusNotifierWatcher", WATCHER, "RegisteredStatusNotifierItems")

    def icon(self, which):
        return self.property("org.poise.Tray1", "/StatusNotifierItem", ITEM, which)

    # The menu, as a panel sees it.

    def menu(self):
        """Its visible items, as the panel would read them: by label without mnemonics, (id, enabled)."""
        _revision, root = eventually("the menu", self.layout)
        items = {}

        def read(item):
            number, properties, children = item
            label = properties.get("label", "")
            if not properties.get("visible", True):
                return
            if label:
                items[label.replace("_", "")] = (number, properties.get("enabled", True))
            for child in children:
                read(child)

        read(root)
        return items

    def layout(self):
        """Nothing as long as there is no menu: libdbusmenu asks for the bus in a thread, and tells nobody of its end."""
        try:
            return self.ask("org.poise.Tray1", self.icon("Menu"), MENU, "GetLayout", GLib.Variant("(iias)", (0, -1, [])))
        except GLib.Error as error:
            if error.matches(Gio.dbus_error_quark(), Gio.DBusError.UNKNOWN_METHOD):
                return None
            raise

    def about_to_show(self):
        self.ask("org.poise.Tray1", self.icon("Menu"), MENU, "AboutToShow", GLib.Variant("(i)", (0,)))

    def choose_in_menu(self, label):
        number, enabled = self.menu()[label]
        assert enabled, label
        event = GLib.Variant("(isvu)", (number, "clicked", GLib.Variant("s", ""), 0))
        self.ask("org.poise.Tray1", self.icon("Menu"), MENU, "Event", event)

    # The screen. Nothing tells when a panel has drawn, so it is looked at until it shows what it must.

    def picture(self, region):
        command = ["import", "-window", "root", "-crop", region, "-depth", "8", "rgb:-"]
        return subprocess.run(command, env=self.env, capture_output=True, timeout=PATIENCE_S, check=True).stdout

    def save_picture(self, name):
        os.makedirs(PICTURES, exist_ok=True)
        self.run("scrot", "--overwrite", f"{PICTURES}/{name}.png")
