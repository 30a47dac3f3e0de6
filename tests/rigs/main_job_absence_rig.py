#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job while nobody is there: hands off, a locked screen, a machine asleep, and a pause that was asked for."""
import rig
from rig import MICROBREAKS, Rig, Stopwatch

AFTER_RETURN_S = 3
BREATHS = {"breath_every": '"3s"', "after_return": f'"{AFTER_RETURN_S}s"'}  # what no absence fulfils


class AnAbsence(Rig):
    def test_of_hands_fulfils_what_was_asked_for_without_a_click(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        self.hands.rests()
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.assert_off_screen()
        self.session.presence_becomes("away")
        self.hands.types()
        self.session.presence_becomes("working")
        self.assert_outcomes((1, "microbreak", "taken"))
        self.assertGreaterEqual(self.session.report()["away_s"], 4)
        (bout,) = [bout for bout in self.session.facts("bout") if bout["end"] != "open"]
        self.assertEqual((bout["end"], bout["resting"]), ("left", 0))

    def test_rested_unasked_is_natural(self):
        self.given_poise(microbreak_every='"10s"', microbreak_length='"3s"', patience='"5s"')
        self.session.status_becomes("a clock in its last fifth", self.is_nearly_due)
        self.hands.rests()
        self.session.presence_becomes("away")
        self.assert_outcomes((1, "microbreak", "natural"))
        self.assertEqual(self.session.facts("shown"), [])

    def is_nearly_due(self, status):
        clock = next(each for each in status["kinds"] if each["kind"] == "microbreak")
        return clock["elapsed_s"] >= 9


class ALock(Rig):
    def given_desktop(self):
        super().given_desktop()
        self.session.start_logind()

    def test_is_a_rest_like_any_other(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        self.hands.rests()
        self.session.lock()
        self.session.presence_becomes("locked")
        self.assertEqual(self.session.status()["presence"], "locked")
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.assert_off_screen()
        self.session.unlock()
        self.session.presence_becomes("working")
        self.assert_outcomes((1, "microbreak", "taken"))

    def test_withdraws_what_nobody_can_answer(self):
        self.given_prompt("breath", **BREATHS)
        self.hands.rests()
        self.session.lock()
        self.assertEqual(self.session.wait("PromptWithdrawn", "signal")["args"], [1, "away"])
        self.assert_off_screen()
        self.assert_outcomes((1, "breath", "withdrawn"))
        self.assertIsNone(self.session.report()["coverage"])
        back = Stopwatch()
        self.session.unlock()
        self.hands.types()
        self.assertEqual(self.session.prompt_shown("breath")["id"], 2)
        self.assertGreaterEqual(back.seconds(), AFTER_RETURN_S)  # never at once on return

    def test_credits_a_posture_change(self):
        self.given_poise(posture_window='["20s", "30s"]')
        self.session.status_becomes("3 s of sitting", lambda status: status["bout_s"] >= 3)
        self.hands.rests()
        self.session.lock()
        self.session.presence_becomes("locked")
        self.session.status_becomes("a seat that is left", lambda status: status["bout_s"] == 0)
        self.assertEqual([each["kind"] for each in self.session.facts("rest")], ["posture_change"])
        self.assertEqual([bout["end"] for bout in self.session.facts("bout")], ["left"])
        self.assertEqual(self.session.report()["by_kind"]["posture_change"]["rests"], 1)
        self.assert_outcomes()

    def test_that_is_short_resets_nothing(self):
        self.given_poise(posture_window='["20s", "30s"]')
        self.session.status_becomes("3 s of sitting", lambda status: status["bout_s"] >= 3)
        self.session.lock()
        self.session.presence_becomes("locked")
        self.session.unlock()
        self.session.presence_becomes("working")
        status = self.session.status()
        self.assertGreaterEqual(status["bout_s"], 3)
        self.assertGreaterEqual(self.session.kind("posture_change")["elapsed_s"], 3)
        self.assertEqual(self.session.stop_daemon(), 0)
        self.assertEqual([bout["end"] for bout in self.session.facts("bout")], ["stopped"])


class AMachineAsleep(Rig):
    def test_counts_as_an_absence_and_asks_nothing_on_waking(self):
        self.given_configuration(**BREATHS)
        self.given_desktop()
        self.session.start_logind()
        self.session.start_daemon()
        self.session.start_tray()
        self.session.prompt_shown("breath")
        self.hands.rests()
        self.session.sleep()
        self.session.presence_becomes("asleep")
        self.assertEqual(self.session.status()["presence"], "asleep")
        self.assertEqual(self.session.wait("PromptWithdrawn", "signal")["args"], [1, "away"])
        awake = Stopwatch()
        self.session.wake()
        self.hands.types()
        self.session.presence_becomes("working")
        self.assertEqual(self.session.prompt_shown("breath")["id"], 2)
        self.assertGreaterEqual(awake.seconds(), AFTER_RETURN_S)
        self.assert_outcomes((1, "breath", "withdrawn"))
        self.assertGreaterEqual(self.session.report()["away_s"], 4)


class APause(Rig):
    def test_keeps_everything_back_until_it_is_ended(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        self.session.poise("pause", "10min")
        self.assertEqual(self.session.wait("PromptWithdrawn", "signal")["args"], [1, "paused"])
        self.assert_off_screen()
        status = self.session.status()
        self.assertEqual([hold["hold"] for hold in status["holds"]], ["paused"])
        self.assertIsNotNone(status["paused_until"])
        blocked = self.session.kind("microbreak")
        self.assertEqual((blocked["due"], "paused" in blocked["blocks"]), (True, True))
        self.session.poise("resume")
        paused = self.session.messages_until("Resume")
        self.assertNotIn("PromptShown", [message.get("member") for message in paused])
        self.assertEqual(self.session.prompt_shown("microbreak")["id"], 2)
        self.assertEqual((self.session.status()["holds"], self.session.status()["paused_until"]), ([], None))
        self.assert_outcomes((1, "microbreak", "withdrawn"))
        refused = self.session.try_poise("resume")
        self.assertEqual((refused.returncode, refused.stderr), (1, "poise: nothing is paused\n"))


if __name__ == "__main__":
    rig.main()
