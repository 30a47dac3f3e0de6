#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Idle sources on sway, for the compositors of wlroots: version 1.7 offers org_kde_kwin_idle, later ones ext-idle-notify."""
import rig
from wayland import OnWayland

from compositors import Sway


class OnSway(OnWayland):
    def a_compositor(self):
        return Sway(self.session)

    def test_tells_of_pauses_dies_comes_back_and_lets_the_daemon_sleep(self):
        self.is_sensed_by("kwin-idle")


if __name__ == "__main__":
    rig.main()
