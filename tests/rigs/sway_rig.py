#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""On sway, for the compositors of wlroots: its idle source (version 1.7 offers org_kde_kwin_idle, later ones
ext-idle-notify), and its word on windows that fill the screen."""
import re
import signal
import subprocess

import rig
from wayland import OnWayland

from compositors import Sway

TITLES = 'while :; do printf "\\033]0;%s\\007" "$((n += 1))"; sleep 0.02; done'


def source_of_this_sway():
    """It offers ext-idle-notify-v1 since 1.8; Debian 12 has 1.7."""
    version = subprocess.run(["sway", "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout
    return "wayland-idle" if [int(part) for part in re.findall(r"\d+", version)[:2]] >= [1, 8] else "kwin-idle"


class OnSway(OnWayland):
    def a_compositor(self):
        return Sway(self.session)

    def holds_become(self, *names):
        self.session.property_becomes("Holds", lambda holds: holds == list(names))

    def given_window(self, command="sleep infinity"):
        """A terminal that fills the screen."""
        window = self.session.start(["foot", "--config=/dev/null", "--fullscreen", "sh", "-c", command])
        self.holds_become("fullscreen")
        return window

    def test_tells_of_pauses_dies_comes_back_and_lets_the_daemon_sleep(self):
        self.is_sensed_by(source_of_this_sway())

    def test_a_window_in_front_that_fills_the_screen_holds_prompts_back(self):
        self.given_poise()
        window = self.given_window()
        self.compositor.tell("fullscreen", "disable")
        self.holds_become()
        self.compositor.tell("fullscreen", "enable")
        self.holds_become("fullscreen")
        self.compositor.tell("workspace", "2")
        self.holds_become()
        self.compositor.tell("workspace", "1")
        self.holds_become("fullscreen")
        window.end()
        self.holds_become()
        self.assertRegex(self.session.try_poise("doctor").stdout, r"ok +full screen \(Wayland\) +of the active window")

    def test_what_fills_the_screen_goes_with_its_compositor_and_is_seen_on_the_next(self):
        self.given_poise()
        self.given_window()
        self.hands.rests()
        self.compositor.die(signal.SIGKILL)
        self.holds_become()
        self.compositor.start()
        self.hands.types()
        self.idle_source_becomes(source_of_this_sway())
        self.given_window()

    def test_titles_that_change_all_the_time_let_the_daemon_sleep(self):
        self.given_poise()
        self.given_window(TITLES)
        self.hands.rests()
        self.session.presence_becomes("away")
        before = self.session.daemon.voluntary_switches()
        self.session.daemon.runs_on_for(6)  # 300 titles
        self.assertLessEqual(self.session.daemon.voluntary_switches() - before, 8)
        self.compositor.tell("fullscreen", "disable")
        self.holds_become("away")


if __name__ == "__main__":
    rig.main()
