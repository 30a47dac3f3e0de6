# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rigs of poise-tray share: a desktop for each test, with a scripted daemon on its bus.

What did not happen is proved by what happened next, a later message that must come after it, never by waiting.
"""
import argparse
import sys
import unittest

from tray_desktop import TrayDesktop
from processes import Screen

STAND_UP = {
    "id": 7,
    "kind": "posture_change",
    "drills": [],
    "rule": "S2",
    "length": 0.0,
    "why": "42 min of sitting.",
    "phase": "offered",
    "title": "Time to stand up",
    "text": "42 min of sitting & more than 40 > 30.",
    "start_label": "I am standing",
}
MOBILITY = dict(STAND_UP, id=8, kind="mobility", length=300.0, title="Wall slides", text="Ten, slowly.", start_label="")
REST = dict(STAND_UP, id=9, kind="microbreak", length=30.0, title="Rest your hands for 30 s", start_label="Start")

options = None
screen = None


class Notify:
    """The arguments of a call of Notify."""

    def __init__(self, message):
        args = message["args"]
        self.app, self.replaces, self.icon, self.summary, self.body, actions, hints, self.timeout = args
        self.actions = dict(zip(actions[::2], actions[1::2]))
        self.hints = {name: hint["data"] for name, hint in hints.items()}


class Rig(unittest.TestCase):
    def setUp(self):
        self.desktop = self.make_desktop()
        self.addCleanup(self.desktop.end)
        self.addCleanup(self.assert_tray_was_silent)
        self.daemon = self.desktop.start_daemon()

    def make_desktop(self):
        return TrayDesktop(options.tray, screen)

    def given_tray(self):
        self.tray = self.desktop.start_tray()
        self.registered()

    def assert_tray_was_silent(self):
        """But for the lines that a test has read."""
        for tray in self.desktop.trays:
            self.assertEqual(tray.end(), 0)
            self.assertEqual(list(tray.lines.queue), [None])

    def given_tray_with_dunst(self):
        self.dunst = self.desktop.start_dunst()
        self.given_tray()

    def registered(self):
        self.desktop.wait("RegisterPresenter", "method_return")

    def show(self, prompt, again=False):
        self.daemon.tell({"do": "show", "prompt": prompt, "again": again})

    def shown(self, prompt):
        """Waits until it is confirmed; what was asked of the notification server for it."""
        passed = self.desktop.messages_until("ConfirmShown", where=lambda args: args == [prompt["id"]])
        return [Notify(message) for message in passed if self.is_call(message, "Notify")]

    def given_on_screen(self, prompt):
        self.show(prompt)
        self.assertEqual(len(self.shown(prompt)), 1)

    def assert_answered(self, method, args):
        self.assertEqual(self.desktop.wait(method)["args"], args)
        self.desktop.wait(method, "method_return")

    def is_call(self, message, *members):
        return message["type"] == "method_call" and message["member"] in members

    def answers_until_shown(self, prompt):
        """The answers that reach the daemon before this prompt, which is shown now, is confirmed."""
        self.show(prompt)
        passed = self.desktop.messages_until("ConfirmShown", where=lambda args: args == [prompt["id"]])
        return [m["member"] for m in passed if self.is_call(m, "Start", "Snooze", "Skip", "Done", "StartBreak")]


def main():
    """Runs the tests of the calling file."""
    global options, screen
    parser = argparse.ArgumentParser()
    parser.add_argument("--tray", required=True)
    options, rest = parser.parse_known_args()
    screen = Screen()
    try:
        result = unittest.main(argv=sys.argv[:1] + rest, verbosity=2, exit=False).result
    finally:
        screen.end()
    sys.exit(0 if result.wasSuccessful() and result.testsRun else 1)
