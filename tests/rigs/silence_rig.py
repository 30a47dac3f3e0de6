#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A minute with nobody there, all of it slept: on the compositor of our own, whose own timers cannot be taken for ours."""
import rig
from wayland import OnWayland

from compositors import OwnCompositor


class AMinuteOfNobody(OnWayland):
    def a_compositor(self):
        return OwnCompositor(self.session, rig.options.binaries, "ext", "2")

    def test_wakes_the_daemon_twice_at_most(self):
        self.given_poise()
        self.assert_sleeps_while_nobody_is_there(60)


if __name__ == "__main__":
    rig.main()
