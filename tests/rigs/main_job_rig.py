#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, end to end: input becomes sit time, sit time a prompt on the screen, an answer or a rest an outcome."""
import rig
from rig import MICROBREAKS, Rig, Stopwatch

ROUNDED_S = 1  # what the report may round


class APrompt(Rig):
    def test_is_taken_by_a_click_and_a_rest(self):
        longest = Stopwatch()
        self.given_poise(**MICROBREAKS)
        shortest = Stopwatch()
        before = self.session.status()
        self.assertEqual((before["presence"], before["posture"], before["prompt"]), ("working", "sitting", None))
        self.assertEqual((before["idle_source"]["name"], before["clients"]), ("x11", 1))
        self.session.prompt_shown("microbreak")
        self.assert_on_screen()
        during = self.session.status()
        self.assertEqual((during["prompt"]["id"], during["prompt"]["phase"]), (1, "shown"))
        self.assertGreaterEqual(during["bout_s"], 3)
        self.hands.rests()
        rest = Stopwatch()
        self.session.click_on_notification()
        self.session.wait("Start", "method_return")
        self.assert_prompt("running")
        self.assert_off_screen()
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.assertGreaterEqual(rest.seconds(), 3)  # a click is no rest
        self.hands.types()
        after = self.session.status()
        self.assertIsNone(after["prompt"])
        (microbreak,) = [each for each in after["kinds"] if each["kind"] == "microbreak"]
        self.assertLess(microbreak["elapsed_s"], 3)
        self.assert_outcomes((1, "microbreak", "taken"))
        at_least = shortest.seconds()
        self.assertEqual(self.session.stop_daemon(), 0)
        at_most = longest.seconds()
        self.assertEqual([bout["end"] for bout in self.session.facts("bout")], ["stopped"])
        report = self.session.report()
        self.assertEqual(report["stand_s"], 0)
        self.assertLessEqual(report["sit_s"], at_most + ROUNDED_S)
        self.assertGreaterEqual(report["sit_s"], at_least - ROUNDED_S)
        self.assertTrue(report["input"]["available"])
        self.assertGreater(report["input"]["keys"], 0)

    def test_is_skipped(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        self.session.choose("Skip")
        self.assertEqual(self.session.prompt_ended(), (1, "skipped"))
        self.assert_prompt(None)
        self.assert_off_screen()
        self.assert_outcomes((1, "microbreak", "skipped"))

    def test_runs_a_command_of_ones_own(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        told = "echo $POISE_EVENT $POISE_KIND $POISE_OUTCOME"
        hook = self.session.start([f"{self.session.binaries}/poise", "when", "ended", "--", "sh", "-c", told])
        self.session.wait("GetAll", "method_return")  # it knows how things are
        self.session.choose("Skip")
        self.assertEqual(hook.line("what it is told"), "ended microbreak skipped")

    def test_comes_back_after_a_snooze(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        snoozed = Stopwatch()
        self.session.choose("Snooze")
        self.session.wait("Snooze", "method_return")
        self.assert_prompt("snoozed")
        self.assert_off_screen()
        self.assertEqual(self.session.prompt_shown("microbreak")["id"], 1)
        self.assertGreaterEqual(snoozed.seconds(), 2)
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
        self.assert_off_screen()
        self.assert_outcomes((1, "microbreak", "missed"))
        self.assertEqual(len(self.session.facts("shown")), 2)

    def test_is_answered_by_the_command_line(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        self.session.poise("snooze", "1s")
        self.assert_off_screen()
        self.session.prompt_shown("microbreak")
        self.hands.rests()
        self.session.poise("start")
        self.assert_prompt("running")
        self.assert_off_screen()
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
