# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rigs on whole desktops share: the daemon on one of them, with a person who types and rests."""
import signal

import rig
from rig import Rig, Stopwatch
from session import Session

from hands import HandsOnCompositor

AWAY_AFTER_S = 2  # as in rig.QUIET
LATE_S = 1


class OnDesktop(Rig):
    """A subclass names its compositor, or what is there instead."""

    def setUp(self, session=Session):
        self.session = session(rig.options.binaries, None)
        self.addCleanup(self.session.end)
        self.compositor = self.a_compositor()
        self.hands = HandsOnCompositor(self.compositor)
        self.addCleanup(self.hands.rests)

    def given_desktop(self):
        """Whatever has the buttons here draws nothing."""
        self.compositor.start()
        self.session.start_plain_server("--actions")
        self.hands.types()

    def rests_and_returns(self):
        """Both are seen within a second of their time."""
        self.hands.rests()
        rest = Stopwatch()
        self.session.presence_becomes("resting")
        self.assertAlmostEqual(rest.seconds(), AWAY_AFTER_S, delta=LATE_S)
        self.hands.types()
        back = Stopwatch()
        self.session.presence_becomes("working")
        self.assertLess(back.seconds(), LATE_S)

    def idle_source_becomes(self, name):
        """None: there is none."""

        def holds(source):
            return (source["name"]["data"], source["works"]["data"]) == (name or "", bool(name))

        self.session.property_becomes("IdleSource", holds)

    def dies_and_comes_back(self, name):
        self.hands.rests()
        self.compositor.die(signal.SIGKILL)
        passed = self.session.messages_until("Notice", "signal", lambda args: args[0] == "idle_source_lost")
        self.assertIn(self.compositor.what_is_said_of_its_end, passed[-1]["args"][2])
        self.assertEqual(self.session.status()["presence"], "unknown")
        self.compositor.start()
        self.hands.types()
        self.idle_source_becomes(name)
        self.assertEqual(self.session.status()["presence"], "working")

    def assert_sleeps_while_nobody_is_there(self, length_s):
        """Each time it goes to sleep of its own accord, something has woken it."""
        self.hands.rests()
        self.session.presence_becomes("away")
        before = self.session.daemon.voluntary_switches()
        self.session.daemon.runs_on_for(length_s)
        self.assertLessEqual(self.session.daemon.voluntary_switches() - before, 2)
        self.hands.types()
        self.session.presence_becomes("working")
        self.assertGreater(self.session.daemon.voluntary_switches() - before, 2)

    def assert_sleeps_while_somebody_types(self, length_s):
        """Forty keys in ten seconds; the minute of the bout, and on X11 the counts, may come in between."""
        self.hands.types()
        before = self.session.daemon.voluntary_switches()
        self.session.daemon.runs_on_for(length_s)
        self.assertLessEqual(self.session.daemon.voluntary_switches() - before, 4)

    def is_sensed_by(self, name, silent_s=8):
        """The whole story on one compositor."""
        self.given_poise()
        self.assertEqual(self.session.status()["idle_source"]["name"], name)
        self.rests_and_returns()
        self.rests_and_returns()
        self.dies_and_comes_back(name)
        self.rests_and_returns()
        self.assert_input_is_counted_or_not()
        self.assert_sleeps_while_somebody_types(10)
        self.assert_sleeps_while_nobody_is_there(silent_s)


class OnWayland(OnDesktop):
    def assert_input_is_counted_or_not(self):
        """It is not, and that is no zero."""
        counted = self.session.report()["input"]
        self.assertEqual((counted["available"], counted["keys"], counted["clicks"]), (False, None, None))
        self.assertIn("counting keys and clicks", self.session.try_poise("doctor").stdout)
