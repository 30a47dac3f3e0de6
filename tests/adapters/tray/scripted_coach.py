#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for poise-coach behind our own port, org.poise.Coach1: takes what is asked and shows nothing."""
from gi.repository import Gio, GLib

NAME = "org.poise.Coach1"
METHODS = ("ShowCheckin", "ShowIntroduction", "ShowPractice", "ShowSettings", "ShowWorkstationCheck")
XML = f"""<node><interface name="{NAME}">{"".join(f'<method name="{each}"/>' for each in METHODS)}</interface></node>"""

bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object(
    "/org/poise/Coach1",
    Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0],
    lambda *arguments: arguments[-1].return_value(None),
    None,
    None,
)
Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
GLib.MainLoop().run()
