#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The introduction, from the first login to the journal, by the keyboard alone: it comes once, chooses what was chosen,
and leaves nothing half done."""
import os
import subprocess

import coach_session
from coach_session import COACH, INTRODUCTION, CoachRig

STENOSIS = 4  # in the list of programmes, counted from 0
TITLES = [title for title, _ in INTRODUCTION]


class TheIntroduction(CoachRig):
    def given_first_login(self, **changes):
        self.given_home(**changes)
        self.session.start(["openbox"])
        self.session.start_dunst()
        self.session.start_daemon()
        self.session.start_tray()

    def given_introduction(self, **changes):
        """It has come by itself."""
        self.given_first_login(**changes)
        self.session.wait("NoteIntroduction", "method_return")
        self.window()

    def page(self, title):
        """The tree of it, once it is on the screen."""
        return self.tree_becomes(title, lambda tree: any(node["name"] == title for node in tree))

    def go_to(self, title):
        for page, key in INTRODUCTION:
            self.page(page)
            if page == title:
                return
            self.press(key)

    def assert_no_choice(self):
        self.assertEqual(self.session.facts("driver"), [])
        self.assertEqual(self.session.facts("safety"), [])
        self.assertEqual(self.session.outcomes(), [])

    def test_comes_by_itself_once_in_a_life(self):
        self.given_introduction(snack_length='"60s"')
        before = self.configuration_text()
        self.press("Escape")
        self.coach_is_gone()
        self.session.tray.end()
        self.session.stop_daemon()
        self.restart_both()
        self.session.poise("start", "snack")  # a window, and not that one
        passed = self.session.messages_until("ShowBreak")
        self.assertNotIn("ShowIntroduction", [message.get("member") for message in passed])
        self.assert_no_choice()
        self.assertEqual(self.configuration_text(), before)

    def configuration_text(self):
        with open(self.session.configuration_path, encoding="utf-8") as file:
            return file.read()

    def restart_both(self):
        self.session.start_daemon()
        self.session.start_tray()

    def test_is_worked_by_the_keyboard_alone_and_every_control_has_a_name(self):
        self.given_introduction(microbreak_every='"7min"')
        pid = self.coach_pid()
        first = self.page(TITLES[0])
        self.assertIn("Rest your hands for 4 s, after 7 min of work.", [node["name"] for node in first])
        self.assert_named(first)
        for title in TITLES[1:4]:
            self.press("Return")  # Next has the focus
            self.assert_named(self.page(title))
        self.press("alt+n")
        self.assert_named(self.page(TITLES[4]))
        self.press(*["Down"] * STENOSIS, "alt+n")
        self.assert_named(self.page(TITLES[5]))
        self.press("Return")
        self.session.wait("ChooseProgramme", "method_call", lambda args: args == ["stenosis"])
        self.assert_named(self.page(TITLES[6]))
        self.press("Return")
        self.coach_is_gone()
        self.process_ends(pid)
        (chosen,) = self.session.facts("driver")
        self.assertEqual(chosen["driver"], "stenosis")
        self.assert_outcomes((1, "workstation_check", "taken"))

    def test_of_a_red_flag_says_what_to_do_and_offers_no_programme(self):
        self.given_introduction()
        self.go_to(TITLES[3])
        self.press("space", "alt+y")
        call = self.session.wait("Screen", "method_call")
        self.assertEqual(len(call["args"][0]), 1)
        told = self.tree_becomes("advice", lambda tree: any("emergency" in node["name"] for node in tree))
        self.assert_named(told)
        self.session.status_becomes("exercise off", lambda status: status["exercise_off"])
        self.press("Return")
        self.page(TITLES[5])
        self.press("alt+l")
        last = self.page(TITLES[6])
        self.assertTrue(any(node["name"].startswith("Exercise stays off") for node in last))
        self.press("Return")
        self.coach_is_gone()
        self.assertEqual(self.session.facts("driver"), [])
        self.assertEqual(len(self.session.facts("safety")), 1)

    def test_that_is_closed_half_way_leaves_nothing_half_done(self):
        self.given_introduction()
        self.go_to(TITLES[4])
        self.press("Down", "Down", "alt+n")
        self.page(TITLES[5])
        self.press("Escape")
        self.coach_is_gone()
        self.assert_no_choice()
        self.assertEqual(self.session.daemon_property("Introduced"), "b true")

    def test_goes_back_to_what_was_said(self):
        self.given_introduction()
        self.go_to(TITLES[4])
        self.press("Down", "alt+n")
        self.page(TITLES[5])
        self.press("alt+b")
        chosen = [node for node in self.page(TITLES[4]) if "checked" in node["states"]]
        self.assertEqual([node["name"][:12] for node in chosen], ["Long sitting"])

    def test_says_that_nothing_was_saved_where_no_daemon_runs(self):
        self.given_introduction()
        self.go_to(TITLES[4])
        self.press("Down", "alt+n")
        self.page(TITLES[5])
        self.session.stop_daemon()
        self.press("Return")
        last = self.page(TITLES[6])
        self.assertTrue(any(node["name"].startswith("Not saved: ") for node in last))

    def test_comes_again_when_asked_for(self):
        self.given_coach()
        opened = self.session.start([f"{self.session.binaries}/poise-coach", "introduction"])
        self.page(TITLES[0])
        self.press("Escape")
        self.assertEqual(opened.wait(), 0)
        said = subprocess.run(
            [f"{self.session.binaries}/poise-coach", "introductions"],
            env=self.session.env, text=True, capture_output=True, timeout=30, check=False,
        )
        self.assertEqual(said.returncode, 2)
        self.assertIn("unknown argument 'introductions'", said.stderr)

    def test_is_not_missed_where_there_are_no_windows(self):
        self.given_home()
        os.remove(f"{self.session.folder}/share/dbus-1/services/{COACH}.service")
        self.session.reload_services()
        self.session.start(["openbox"])
        self.session.start_dunst()
        self.restart_both()
        self.session.wait("ShowIntroduction", "error")
        self.session.poise("start", "snack")
        self.session.wait("ConfirmShown", "method_return")  # all else goes on
        self.assertEqual(self.session.displayed(), 1)
        self.assertEqual(self.session.daemon_property("Introduced"), "b false")


if __name__ == "__main__":
    coach_session.main()
