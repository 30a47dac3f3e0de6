# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rigs of the main job share: for each test a whole Poise, in a home of its own, and a person with two hands.

Time is real, so intervals are a few seconds long; what a test waits for is a message on the bus. What did not happen
is proved by what happened next, a later message that must come after it, never by waiting.
"""
import argparse
import signal
import sys
import time
import unittest

from session import Session, configuration, missing_tools

from hands import HandsOnX
from processes import Screen

# Nothing is asked for but what a test switches on.
QUIET = {
    "microbreak_every": '""',
    "posture_window": "[]",
    "snack_every": '""',
    "patience": '"1s"',
    "snooze": '"2s"',
    "repeat_after": '"3s"',
    "spacing": '"1s"',
    "away_after": '"2s"',
    "seat_left_after": '"5s"',
}
MICROBREAKS = {"microbreak_every": '"3s"', "microbreak_length": '"3s"'}

options = None
screen = None


class Rig(unittest.TestCase):
    def setUp(self, session=Session):
        self.session = session(options.binaries, screen)
        self.addCleanup(self.session.end)
        self.hands = HandsOnX(screen.display)
        self.addCleanup(self.hands.rests)

    def given_configuration(self, **changes):
        self.session.configure(configuration(**{**QUIET, **changes}))

    def given_poise(self, **changes):
        """Somebody types, and Poise is there."""
        self.given_configuration(**changes)
        self.given_desktop()
        self.session.start_daemon()
        self.session.start_tray()

    def given_desktop(self):
        self.session.start(["openbox"])
        self.dunst = self.session.start_dunst()
        self.hands.types()

    def given_prompt(self, kind, **changes):
        """A first prompt is on the screen, and the person has their hands on the keys."""
        self.given_poise(**changes)
        prompt = self.session.prompt_shown(kind)
        self.assertEqual(prompt["id"], 1)
        self.assert_on_screen()
        return prompt

    def restart_daemon(self):
        """The tray is there still and registers by itself."""
        self.session.start_daemon()
        self.session.wait("RegisterPresenter", "method_return")

    def kill_and_restart_daemon(self):
        self.session.stop_daemon(signal.SIGKILL)
        self.restart_daemon()

    def assert_on_screen(self):
        self.assertEqual(self.session.displayed(), 1)
        self.assertTrue(self.session.notification_window())

    def assert_off_screen(self):
        self.session.screen_clears()
        self.assertEqual(self.session.displayed(), 0)

    def assert_prompt(self, phase):
        """What status says of the open prompt."""
        prompt = self.session.status()["prompt"]
        self.assertEqual(prompt and prompt["phase"], phase)

    def assert_outcomes(self, *outcomes):
        """In the journal, and the report says the same."""
        self.assertEqual(self.session.outcomes(), list(outcomes))
        words = ("taken", "partial", "natural", "skipped", "missed", "withdrawn")
        for kind, reported in self.session.report()["by_kind"].items():
            expected = {word: len([each for each in outcomes if each[1:] == (kind, word)]) for word in words}
            expected["due"] = sum(expected.values()) - expected["withdrawn"]
            self.assertEqual({key: reported[key] for key in expected}, expected, kind)


class Stopwatch:
    def __init__(self):
        self.since = time.monotonic()

    def seconds(self):
        return time.monotonic() - self.since


def main(size="800x600"):
    """Runs the tests of the calling file, on a screen of this size."""
    global options, screen
    parser = argparse.ArgumentParser()
    parser.add_argument("--binaries", required=True, help="the folder of poised, poise-tray and poise")
    options, rest = parser.parse_known_args()
    if missing := missing_tools():
        sys.exit(f"this rig needs {', '.join(missing)}: ./dev test installs them")
    screen = Screen(size)
    try:
        result = unittest.main(argv=sys.argv[:1] + rest, verbosity=2, exit=False).result
    finally:
        screen.end()
    sys.exit(0 if result.wasSuccessful() and result.testsRun else 1)
