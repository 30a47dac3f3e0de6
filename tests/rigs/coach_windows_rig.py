#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The coach's other windows, from a key to the journal or the file; and what each window looks like, written to
build/coach for a person to look at."""
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


class AWindow(CoachRig):
    def given_window(self, method):
        self.given_coach()
        self.open(method)

    def open(self, method):
        self.open_window(method)
        self.window()

    def test_of_the_checkin_takes_two_presses(self):
        self.given_window("ShowCheckin")
        pid = self.coach_pid()
        self.press("Tab", "Tab", "space", "alt+s")
        self.session.wait("CheckIn", "method_return")
        self.coach_is_gone()
        self.process_ends(pid)
        (said,) = self.session.facts("checkin")
        self.assertEqual(said["pain"], 2)

    def test_of_the_checkin_says_nothing_where_nothing_was_said(self):
        self.given_window("ShowCheckin")
        self.press("alt+s")
        self.coach_is_gone()
        self.assertEqual(self.session.facts("checkin"), [])

    def test_of_the_workstation_check_takes_one(self):
        self.given_window("ShowWorkstationCheck")
        self.press("space")
        self.assertEqual(self.session.prompt_ended()[1], "taken")
        self.coach_is_gone()
        self.assert_outcomes((1, "workstation_check", "taken"))

    def test_of_the_settings_writes_the_file_and_keeps_its_comments(self):
        self.given_coach()
        with open(self.session.configuration_path, "a", encoding="utf-8") as file:
            file.write("# mine\n")
        self.open("ShowSettings")
        self.focus_field("How long Snooze puts a prompt off")
        self.press("ctrl+a", "9", "s", "Return")
        self.session.wait("SetSetting", "method_return", lambda args: args == [[]])
        with open(self.session.configuration_path, encoding="utf-8") as file:
            text = file.read()
        self.assertIn('snooze = "9s"', text)
        self.assertIn("# mine\n", text)
        self.press("Escape")
        self.coach_is_gone()

    def test_of_the_settings_shows_a_bad_value_beside_its_field(self):
        self.given_coach()
        with open(self.session.configuration_path, encoding="utf-8") as file:
            before = file.read()
        self.open("ShowSettings")
        self.focus_field("How long Snooze puts a prompt off")
        self.press("ctrl+a", "9", "Return")
        self.tree_becomes("the problem", lambda tree: any("`9` lacks a unit" in node["name"] for node in tree))
        with open(self.session.configuration_path, encoding="utf-8") as file:
            self.assertEqual(file.read(), before)

    def focus_field(self, about):
        """As by Tab, as often as it takes."""
        for _ in range(60):
            focused = [node["name"] for node in self.tree() if "focused" in node["states"]]
            if about in focused:
                return
            self.press("Tab")
        raise AssertionError(f"no field {about}")

    def test_can_be_read_without_eyes(self):
        self.given_coach()
        for method, control in (
            ("ShowCheckin", "Send"),
            ("ShowWorkstationCheck", "I have checked it"),
            ("ShowSettings", "How long Snooze puts a prompt off"),
        ):
            self.open(method)
            tree = self.tree_becomes(control, lambda tree, name=control: any(n["name"] == name for n in tree))
            self.assert_named(tree)


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
