#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A notification server that has a body and nothing else: no actions, no markup, as the specification allows.

With --actions it has those too, for compositors on which no real server runs: it draws nothing, and presses a button
when it is told so by a line on standard input, such as `3 skip`.
"""
import os
import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
XML = """<node><interface name="org.freedesktop.Notifications">
 <method name="GetCapabilities"><arg type="as" direction="out"/></method>
 <method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
  <arg type="s" direction="out"/><arg type="s" direction="out"/></method>
 <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
  <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
  <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
 <method name="CloseNotification"><arg type="u" direction="in"/></method>
 <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
 <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>"""

capabilities = ["body", "actions"] if "--actions" in sys.argv else ["body"]
newest = 0


def emit(signal, value):
    session.emit_signal(None, PATH, NAME, signal, value)


def on_call(_bus, _sender, _path, _interface, method, arguments, invocation):
    global newest
    match method:
        case "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (capabilities,)))
        case "GetServerInformation":
            invocation.return_value(GLib.Variant("(ssss)", ("plain", "poise", "1", "1.2")))
        case "Notify":
            replaces = arguments.unpack()[1]
            newest += replaces == 0
            invocation.return_value(GLib.Variant("(u)", (replaces or newest,)))
        case "CloseNotification":
            invocation.return_value(None)
            closed_by_call = 3
            emit("NotificationClosed", GLib.Variant("(uu)", (arguments.unpack()[0], closed_by_call)))


def on_input(_channel, _condition):
    received = os.read(0, 4096)
    for line in received.decode().splitlines():
        number, action = line.split()
        emit("ActionInvoked", GLib.Variant("(us)", (int(number), action)))
        dismissed = 2
        emit("NotificationClosed", GLib.Variant("(uu)", (int(number), dismissed)))
    return bool(received)


session = Gio.bus_get_sync(Gio.BusType.SESSION)
session.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], on_call)
Gio.bus_own_name_on_connection(session, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
GLib.io_add_watch(GLib.IOChannel.unix_new(0), GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, on_input)
GLib.MainLoop().run()
