#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Idle sources on KWin, without Plasma around it. Needs many packages: ./dev test --all has them."""
import shutil
import sys

import rig
from wayland import OnWayland

from compositors import Kwin

SKIPPED = 77


class OnKwin(OnWayland):
    def a_compositor(self):
        return Kwin(self.session, rig.options.binaries)

    def test_tells_of_pauses_dies_comes_back_and_lets_the_daemon_sleep(self):
        self.is_sensed_by("wayland-idle")


if __name__ == "__main__":
    if not shutil.which("kwin_wayland"):
        print("SKIPPED: there is no kwin_wayland on this machine (./dev test --all installs it)")
        sys.exit(SKIPPED)
    rig.main()
