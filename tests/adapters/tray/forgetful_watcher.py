#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A panel that loses the first registration of every icon, as GNOME's extension does while it starts."""
from gi.repository import Gio, GLib

NAME = "org.kde.StatusNotifierWatcher"
XML = f"""<node><interface name="{NAME}">
 <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
 <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
</interface></node>"""

seen = []
kept = []


def on_call(_bus, _sender, _path, _interface, _method, arguments, invocation):
    (item,) = arguments.unpack()
    (kept if item in seen else seen).append(item)
    invocation.return_value(None)


def on_get(*_):
    return GLib.Variant("as", [f"{item}/StatusNotifierItem" for item in kept])


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object("/StatusNotifierWatcher", Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], on_call, on_get, None)
Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
GLib.MainLoop().run()
