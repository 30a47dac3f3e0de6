#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each of the coach's windows looks like, written to build/coach for a person to look at."""
import os

import coach_session
from coach_session import COACH, INTRODUCTION, CoachRig
from session import SOURCE

SCREENSHOTS = f"{SOURCE}/build/coach"
DPI = {"large": 192}  # text of twice the size
# How the desktop is set up, by the name of the screenshot.
LOOKS = {
    "light": "",
    "dark": "gtk-application-prefer-dark-theme=1\n",
    "large": "",
    "still": "gtk-enable-animations=0\n",
}


class AScreenshot(CoachRig):
    def test_is_taken_of_every_window_in_every_look(self):
        os.makedirs(SCREENSHOTS, exist_ok=True)
        heights = {}  # of a heading, in pixels
        for look, settings in LOOKS.items():
            with self.subTest(look):
                self.take(look, settings, heights)
        self.assertGreater(heights["large"], 1.8 * heights["light"])  # or the pictures would not be what they are called

    def take(self, look, settings, heights):
        session = self.session
        self.given_gtk_settings(settings)
        session.run("xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", f"Xft.dpi: {DPI.get(look, 96)}")
        if not session.daemon:
            self.given_coach()
            session.configure('[schedule]\nsnack_length = "60s"\n')  # all else as it comes
            session.dunstctl("set-paused", "true")  # nothing is to lie over a window
        session.poise("start", "snack")
        self.window_in_time()
        self.shoot(f"break-{look}")
        self.press("alt+t")
        self.tree_becomes("the question", lambda tree: any(n["name"] == "Pain now 7 of 10" for n in tree))
        self.shoot(f"pain-{look}")
        self.press("7")
        self.tree_becomes("the flags", lambda tree: any(n["name"] == "None of these" for n in tree))
        self.shoot(f"flags-{look}")
        self.press("alt+n", "Escape")
        self.coach_is_gone()
        for method in ("ShowCheckin", "ShowWorkstationCheck", "ShowSettings", "ShowPractice"):
            self.open_window(method)
            self.window_in_time()
            self.shoot(f"{method[4:].lower()}-{look}")
            self.press("Escape")
            self.coach_is_gone()

        self.open_window("ShowIntroduction")
        for page, (control, key) in enumerate(INTRODUCTION, 1):
            tree = self.tree_becomes(control, lambda tree, name=control: any(n["name"] == name for n in tree))
            if page == 1:
                heights[look] = next(n["height"] for n in tree if n["name"] == control and n["role"] == "heading")
            self.shoot(f"introduction{page}-{look}")
            self.press(key)
        self.coach_is_gone()

    def window_in_time(self):
        self.session.name_appears(COACH)
        self.window()
        self.tree_becomes("the window", lambda tree: len(tree) > 5)

    def shoot(self, name):
        self.session.run("scrot", "--overwrite", "--focused", f"{SCREENSHOTS}/{name}.png")


if __name__ == "__main__":
    coach_session.main()
