#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for poised behind our own port, org.poise.Daemon1, built from the XML that is the contract.

It says on the bus what it is told, one JSON object a line on standard input, and reports every call that reaches it,
one JSON object a line on standard output:
    {"do": "show", "prompt": {...}, "again": false}   sets Prompt and emits PromptShown
    {"do": "change", "prompt": {...} or null}          sets Prompt only
    {"do": "withdraw", "id": 1, "why": "meeting"}      {"do": "end", "id": 1, "outcome": "taken"}
    {"do": "notice", "id": "x", "urgency": "low", "text": "...", "private": false}
    {"do": "set", "properties": {"Posture": "standing"}}  any other property, of which a dictionary gets these keys
    {"do": "refuse", "reason": "..."}                  every answer from now on
"""
import json
import os
import sys

from gi.repository import Gio, GLib

XML = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../include/poise/org.poise.Daemon1.xml")
NAME = "org.poise.Daemon1"
PATH = "/org/poise/Daemon1"
TYPES = {"id": "x", "drills": "as", "length": "d"}  # every other key of a prompt is a string
PROPERTIES = {
    "Version": "1.2.3",
    "Presence": "working",
    "PresenceSince": 0,
    "Posture": "sitting",
    "Bout": 1440.0,
    "Headline": "Sitting 24 min, stand up in 6 to 21 min.",
    "Next": {},
    "Holds": [],
    "PausedUntil": 0,
    "ExerciseOff": False,
    "Introduced": True,
    "IdleSource": {"works": GLib.Variant("b", True)},
    "Presenters": 1,
    "Journal": {"trouble": GLib.Variant("s", "")},
    "Configuration": {"path": GLib.Variant("s", "/nowhere/poise.toml"), "exists": GLib.Variant("b", False)},
}
DICTIONARY_TYPES = {"works": "b", "trouble": "s", "path": "s", "exists": "b", "problems": "as", "kind": "s", "title": "s", "text": "s"}
EXPLANATION = ["no hold is in force", "posture_change: not due, 24 min of 30 min (S2)"]


def prompt_variant(prompt):
    entries = {key: GLib.Variant(TYPES.get(key, "s"), value) for key, value in (prompt or {}).items()}
    return GLib.Variant("a{sv}", entries)


class ScriptedDaemon:
    def __init__(self):
        self.loop = GLib.MainLoop()
        self.prompt = None
        self.refusal = None
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.properties = dict(PROPERTIES)
        with open(XML, encoding="utf-8") as file:
            self.interface = Gio.DBusNodeInfo.new_for_xml(file.read()).lookup_interface(NAME)
        self.bus.register_object(PATH, self.interface, self.on_call, self.on_get, None)
        if len(sys.argv) > 1:
            self.prompt = json.loads(sys.argv[1])
        Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
        self.unread = b""
        GLib.io_add_watch(GLib.IOChannel.unix_new(0), GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, self.on_input)

    def on_call(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        print(json.dumps({"call": method, "args": arguments.unpack()}), flush=True)
        if method == "RegisterPresenter":
            invocation.return_value(GLib.Variant.new_tuple(prompt_variant(self.prompt)))
        elif self.refusal is not None and method != "ConfirmShown":
            invocation.return_dbus_error("org.poise.Error.Refused", self.refusal)
        elif method == "Explain":
            invocation.return_value(GLib.Variant("(as)", (EXPLANATION,)))
        else:
            invocation.return_value(None)

    def on_get(self, _bus, _sender, _path, _interface, name):
        return self.value_of(name)

    def value_of(self, name):
        if name == "Prompt":
            return prompt_variant(self.prompt)
        return GLib.Variant(self.interface.lookup_property(name).signature, self.properties[name])

    def set_properties(self, properties):
        for name, value in properties.items():
            if isinstance(value, dict):
                keys = {key: GLib.Variant(DICTIONARY_TYPES[key], each) for key, each in value.items()}
                value = {**self.properties[name], **keys}
            self.properties[name] = value
        changed = {name: self.value_of(name) for name in properties}
        arguments = GLib.Variant("(sa{sv}as)", (NAME, changed, []))
        self.bus.emit_signal(None, PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged", arguments)

    def set_prompt(self, prompt):
        self.prompt = prompt
        changed = GLib.Variant("(sa{sv}as)", (NAME, {"Prompt": prompt_variant(prompt)}, []))
        self.bus.emit_signal(None, PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged", changed)

    def emit(self, signal, arguments):
        self.bus.emit_signal(None, PATH, NAME, signal, arguments)

    def on_input(self, _channel, _condition):
        received = os.read(0, 65536)
        *lines, self.unread = (self.unread + received).split(b"\n")
        for line in lines:
            self.perform(json.loads(line))
        return bool(received)

    def perform(self, command):
        match command["do"]:
            case "show":
                self.set_prompt(command["prompt"])
                again = GLib.Variant("b", command.get("again", False))
                self.emit("PromptShown", GLib.Variant.new_tuple(prompt_variant(command["prompt"]), again))
            case "change":
                self.set_prompt(command["prompt"])
            case "withdraw":
                self.emit("PromptWithdrawn", GLib.Variant("(xs)", (command["id"], command["why"])))
            case "end":
                self.emit("PromptEnded", GLib.Variant("(xs)", (command["id"], command["outcome"])))
            case "notice":
                values = (command["id"], command["urgency"], command["text"], command["private"])
                self.emit("Notice", GLib.Variant("(sssb)", values))
            case "set":
                self.set_properties(command["properties"])
            case "refuse":
                self.refusal = command["reason"]


ScriptedDaemon().loop.run()
