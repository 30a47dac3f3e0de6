#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever logind and UPower say of an absence, and when: a prompt is neither lost nor doubled.

logind and UPower are python-dbusmock's; what they say here a real one may say as well, in any order, late, twice or not.
"""
import rig
from rig import MICROBREAKS, Rig

# No absence fulfils a breath: it is withdrawn and comes back, once.
BREATHS = {
    "breath_every": '"2s"',
    "after_return": '"1s"',
    "away_after": '"1s"',
    "seat_left_after": '"2s"',
    "repeat_after": '"1h"',
}


class SessionSignals(Rig):
    def given_desktop(self):
        super().given_desktop()
        self.session.start_logind()
        self.session.start_upower()

    def signal(self, word):
        """One thing that the machine says."""
        session = self.session
        says = {
            "lock": session.ask_to_lock,
            "unlock": lambda: session.ask_to_lock(False),
            "hint": session.set_locked_hint,
            "no hint": lambda: session.set_locked_hint(False),
            "sleep": session.sleep,
            "wake": session.wake,
            "lid closed": session.close_lid,
            "lid open": lambda: session.close_lid(False),
            "in the background": lambda: session.bring_to_front(False),
            "in front": session.bring_to_front,
        }
        says[word]()

    def is_absent(self, leaving, returning):
        """What is said while nobody is there, and what is said before somebody works again."""
        before = self.last
        with self.subTest(leaving=leaving, returning=returning):
            self.leaves(leaving)
            self.say(returning)
            self.hands.types()
            self.last = self.session.prompt_shown("breath")["id"]
            self.assertEqual(self.last, before + 1)

    def leaves(self, words):
        self.hands.rests()
        self.say(words)
        self.session.wait("PromptWithdrawn", "signal", lambda args: args == [self.last, "away"])

    def hears_late(self, words):
        """When somebody works again already. If it lasts, that is one more absence."""
        self.leaves("")
        self.hands.types()
        self.say(words)
        self.session.status_becomes("a prompt", lambda now: now["presence"] == "working" and now["prompt"])
        self.last = self.session.status()["prompt"]["id"]

    def say(self, words):
        for word in filter(None, words.split(", ")):
            self.signal(word)

    def assert_each_was_asked_once(self):
        """By the journal: shown in a row, each but the last with one outcome; and by what the person sees."""
        ended = list(range(1, self.last))
        self.assertEqual([each["id"] for each in self.session.facts("shown")], [*ended, self.last])
        self.assert_outcomes(*[(each, "breath", "withdrawn") for each in ended])
        self.assertEqual(self.session.displayed(), 1)
        self.session.poise("skip")
        self.session.wait("PromptEnded", "signal", lambda args: args == [self.last, "skipped"])

    def test_of_an_absence_may_come_in_any_order_late_twice_or_never(self):
        self.given_prompt("breath", **BREATHS)
        self.last = 1
        self.is_absent("lock, lock, hint, sleep, sleep", "wake, wake, unlock, no hint, unlock")
        self.is_absent("sleep, hint, lock", "no hint, wake")
        self.is_absent("", "wake, unlock, no hint, lid open, in front")
        self.is_absent("sleep", "")
        self.is_absent("sleep, lid closed", "lid open")
        self.is_absent("in the background, in the background", "in front")
        self.hears_late("sleep, lock, hint, wake, unlock, no hint")
        self.assert_each_was_asked_once()

    def test_that_come_while_somebody_works_take_no_prompt_away(self):
        self.given_prompt("breath", **{**BREATHS, "seat_left_after": '"10s"'})
        self.last = 1
        self.say("wake, unlock, no hint, in front, lid open")
        self.say("lock, hint, no hint, lid closed, lid open, sleep, wake, in the background, in front")
        self.session.status_becomes("work", lambda status: status["presence"] == "working")
        self.assert_prompt("shown")
        self.assert_each_was_asked_once()

    def test_fulfil_a_microbreak_once_however_often_they_come(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        self.hands.rests()
        self.say("lock, hint, lock, lid closed, sleep, sleep, in the background")
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.say("in front, wake, lid open, no hint, unlock, wake")
        self.session.presence_becomes("working")
        self.hands.types()
        self.assertEqual(self.session.prompt_shown("microbreak")["id"], 2)
        self.assert_outcomes((1, "microbreak", "taken"))


if __name__ == "__main__":
    rig.main()
