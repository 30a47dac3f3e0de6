#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The coach's other windows, from a key to the journal or the file."""
import coach_session
from coach_session import CoachRig

from processes import eventually

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
        # Who comes back to it, by ear, hears what was wrong, until it is accepted.
        about = "How long Snooze puts a prompt off"
        self.assertIn("`9` lacks a unit", self.field(about)["description"])
        self.press("s", "Return")
        eventually("an accepted field", lambda: self.field(about), lambda node: "`9`" not in node["description"])

    def test_of_the_checkin_says_at_its_button_what_was_not_saved(self):
        self.given_window("ShowCheckin")
        self.session.stop_daemon()
        self.press("Tab", "Tab", "space", "alt+s")

        def is_told(tree):
            return any(n["name"] == "Send" and n["description"].startswith("Not saved: ") and "focused" in n["states"] for n in tree)

        self.tree_becomes("the problem", is_told)

    def field(self, about):
        return next(node for node in self.tree() if node["name"] == about and "focusable" in node["states"])

    def focus_field(self, about):
        """By as many Tabs as there are controls before it; not each of them is met by Tab, so it takes a few looks."""
        for _ in range(60):
            controls = [node for node in self.tree() if "focusable" in node["states"] or "focused" in node["states"]]
            here = next((i for i, node in enumerate(controls) if "focused" in node["states"]), -1)
            there = next(i for i, node in enumerate(controls) if node["name"] == about)
            if here == there:
                return
            self.press(*["Tab"] * max(there - here, 1))
        raise AssertionError(f"no way to {about}")

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


if __name__ == "__main__":
    coach_session.main()
