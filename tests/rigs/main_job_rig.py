#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, end to end: input becomes sit time, sit time a prompt on the screen, an answer and a rest an outcome."""
import rig
from rig import MICROBREAKS, Rig, Stopwatch

STARTED_LATE_S = 2.0  # between a moment in the daemon and the same here, on a machine that has other things to do


class APrompt(Rig):
    def test_is_taken_by_a_click_and_a_rest(self):
        work = Stopwatch()
        self.given_poise(**MICROBREAKS)
        before = self.session.status()
        self.assertEqual((before["presence"], before["posture"], before["prompt"]), ("working", "sitting", None))
        self.assertEqual((before["idle_source"]["name"], before["clients"]), ("x11", 1))
        self.session.prompt_shown("microbreak")
        self.assert_on_screen()
        during = self.session.status()
        self.assertEqual((during["prompt"]["id"], during["prompt"]["phase"]), (1, "shown"))
        self.assertGreaterEqual(during["bout_s"], 2)
        self.hands.rests()
        self.session.click_on_notification()
        self.session.wait("Start", "method_return")
        self.assert_prompt("running")
        self.assertEqual(self.session.displayed(), 0)
        rest = Stopwatch()
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.assertGreater(rest.seconds(), 1.0)  # a click is no rest
        after = self.session.status()
        self.assertIsNone(after["prompt"])
        self.assertIn(after["presence"], ("working", "resting"))
        self.assertLess(self.session.kind("microbreak")["elapsed_s"], 2)
        self.assert_outcomes((1, "microbreak", "taken"))
        self.assertEqual(self.session.stop_daemon(), 0)
        at_the_desk = work.seconds()
        self.assertEqual([bout["end"] for bout in self.session.facts("bout")], ["stopped"])
        report = self.session.report()
        self.assertEqual(report["stand_s"], 0)
        self.assertLessEqual(report["sit_s"], at_the_desk)
        self.assertGreaterEqual(report["sit_s"], at_the_desk - 2 * STARTED_LATE_S)
        self.assertTrue(report["input"]["available"])
        self.assertGreater(report["input"]["keys"], 0)

    def test_is_skipped(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        self.session.choose("Skip")
        self.assertEqual(self.session.prompt_ended(), (1, "skipped"))
        self.assert_prompt(None)
        self.assertEqual(self.session.displayed(), 0)
        self.assert_outcomes((1, "microbreak", "skipped"))

    def test_comes_back_after_a_snooze(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        self.session.choose("Snooze")
        self.session.wait("Snooze", "method_return")
        snoozed = Stopwatch()
        self.assert_prompt("snoozed")
        self.assertEqual(self.session.displayed(), 0)
        self.assertEqual(self.session.prompt_shown("microbreak")["id"], 1)
        self.assertGreater(snoozed.seconds(), 1.0)
        self.assert_on_screen()
        self.hands.rests()
        self.session.click_on_notification()
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.assert_outcomes((1, "microbreak", "taken"))
        self.assertEqual([each["length_s"] for each in self.session.facts("snooze")], [2])
        self.assertEqual(self.session.report()["by_kind"]["microbreak"]["snoozes"], 1)

    def test_is_repeated_once_and_then_missed_by_who_works_on(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        again = self.session.wait("PromptShown", "signal")["args"]
        self.assertEqual((again[0]["id"]["data"], again[1]), (1, True))
        self.session.wait("ConfirmShown", "method_return")
        self.assert_on_screen()
        passed = self.session.messages_until("PromptEnded", "signal")
        self.assertEqual(passed[-1]["args"], [1, "missed"])
        self.assertNotIn("PromptShown", [message.get("member") for message in passed])
        self.assertEqual(self.session.displayed(), 0)
        self.assert_outcomes((1, "microbreak", "missed"))
        self.assertEqual(len(self.session.facts("shown")), 2)

    def test_is_answered_by_the_command_line(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        self.session.poise("snooze", "1s")
        self.assertEqual(self.session.displayed(), 0)
        self.session.prompt_shown("microbreak")
        self.hands.rests()
        self.session.poise("start")
        self.assert_prompt("running")
        self.assertEqual(self.session.displayed(), 0)
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.hands.types()
        self.assertEqual(self.session.prompt_shown("microbreak")["id"], 2)
        self.session.poise("skip")
        self.assertEqual(self.session.prompt_ended(), (2, "skipped"))
        self.assertEqual(self.session.prompt_shown("microbreak")["id"], 3)
        self.session.poise("done")
        self.assertEqual(self.session.prompt_ended(), (3, "taken"))
        refused = self.session.try_poise("done")
        self.assertEqual((refused.returncode, refused.stdout), (1, ""))
        outcomes = ("taken", "skipped", "taken")
        self.assert_outcomes(*((i + 1, "microbreak", outcome) for i, outcome in enumerate(outcomes)))


class Posture(Rig):
    def test_changes_by_the_button_of_its_prompt(self):
        prompt = self.given_prompt("posture_change", posture_window='["3s", "5s"]')
        self.assertEqual(prompt["start_label"], "I am standing")
        self.session.choose("I am standing")
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.assertEqual(self.session.status()["posture"], "standing")
        (sat,) = [bout for bout in self.session.facts("bout") if bout["end"] != "open"]
        self.assertEqual((sat["posture"], sat["end"]), ("sitting", "posture"))
        self.assertGreaterEqual(sat["seconds"], 3)
        self.assertEqual([each["posture"] for each in self.session.facts("posture")], ["standing"])
        self.assertEqual(self.session.prompt_shown("posture_change")["id"], 2)
        self.assert_outcomes((1, "posture_change", "taken"))
        self.assertEqual(self.session.stop_daemon(), 0)
        report = self.session.report()
        self.assertEqual(report["posture_changes"], 1)
        self.assertGreaterEqual(report["stand_s"], 3)

    def test_does_not_change_by_a_skip(self):
        self.given_prompt("posture_change", posture_window='["3s", "5s"]')
        self.session.choose("Skip")
        self.assertEqual(self.session.prompt_ended(), (1, "skipped"))
        self.assertEqual(self.session.status()["posture"], "sitting")
        self.assertEqual(self.session.facts("posture"), [])


if __name__ == "__main__":
    rig.main()
