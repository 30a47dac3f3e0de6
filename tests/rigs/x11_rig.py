#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The idle source of X11, whose server dies and comes back."""
import rig
from wayland import OnDesktop

from compositors import XServer


class OnX(OnDesktop):
    def a_compositor(self):
        return XServer(self.session)

    def assert_input_is_counted_or_not(self):
        """It is, also on the server that came back."""
        before = self.keys_when_away()
        self.hands.types()
        self.session.presence_becomes("working")
        self.assertGreater(self.keys_when_away(), before)
        self.hands.types()
        self.session.presence_becomes("working")

    def keys_when_away(self):
        self.hands.rests()
        self.session.presence_becomes("away")
        counted = self.session.report()["input"]
        self.assertTrue(counted["available"])
        return counted["keys"]

    def test_tells_of_pauses_dies_comes_back_and_lets_the_daemon_sleep(self):
        self.is_sensed_by("x11")


if __name__ == "__main__":
    rig.main()
