#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader finds of one program: a line of JSON for each object that is on the screen, from the top down.

usage: accessible_tree.py PROGRAM_NAME; in a process of its own, since libatspi keeps the bus that it has met first.
"""
import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

STATES = {
    "focusable": Atspi.StateType.FOCUSABLE,
    "focused": Atspi.StateType.FOCUSED,
    "sensitive": Atspi.StateType.SENSITIVE,
    "checked": Atspi.StateType.CHECKED,
}


def height_of(node):
    component = node.get_component_iface()
    return component.get_extents(Atspi.CoordType.WINDOW).height if component else 0


def walk(node, depth):
    states = node.get_state_set()
    if depth > 1 and not states.contains(Atspi.StateType.VISIBLE):
        return
    print(
        json.dumps(
            {
                "depth": depth,
                "role": node.get_role_name(),
                "name": node.get_name() or "",
                "description": node.get_description() or "",
                "height": height_of(node),
                "states": [name for name, state in STATES.items() if states.contains(state)],
            }
        )
    )
    for i in range(node.get_child_count()):
        try:
            child = node.get_child_at_index(i)
            if child:
                walk(child, depth + 1)
        except GLib.GError:
            pass  # it has left the screen meanwhile


desktop = Atspi.get_desktop(0)
for i in range(desktop.get_child_count()):
    try:
        program = desktop.get_child_at_index(i)
        if program and program.get_name() == sys.argv[1]:
            walk(program, 0)
    except GLib.GError:
        pass  # it has ended meanwhile
