#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of how it goes, by the keyboard alone, from a key to the journal: key task, levers, plan, flare, yesterday's
range, a tight day and the red flags."""
import datetime
import json

import coach_session
from coach_session import CoachRig

HEADER = {"schema": "poise-journal", "version": 1, "sensitive": True}
BOOT = "01234567-89ab-cdef-0123-456789abcdef"
PLAN = {"load": 1, "progression": 0, "resting": []}
NEXT_PLAN = dict(PLAN, progression=1)
WHY = "You did 80 % of the exercises in two weeks, and it got better: the next progression of each drill."
CHANGE = {"fact": "plan", "step": "progress", "before": PLAN, "plan": NEXT_PLAN, "why": WHY}
ASKED = {"fact": "offered", "id": 1, "kind": "mobility", "drills": [], "rule": "S4", "length_s": 300}
BLOCK = (
    dict(ASKED, why="You asked for it.", by_hand=True),
    {"fact": "outcome", "id": 1, "kind": "mobility", "outcome": "taken", "shown": True, "why": None},
)


class HowItGoes(CoachRig):
    def given_window(self, *yesterday):
        """What the journal knows of yesterday."""
        self.given_home()
        self.given_yesterday(yesterday)
        self.session.start(["openbox"])
        self.session.start_dunst()
        self.session.start_daemon()
        self.session.call_daemon("NoteIntroduction")
        self.open_window("ShowPractice")
        self.window()
        self.shows("What you want to do with less pain")

    def given_yesterday(self, facts):
        if not facts:
            return
        at = datetime.datetime.now().astimezone() - datetime.timedelta(days=1)
        stamp = {"at": at.isoformat(timespec="seconds"), "instant": 1, "boot": BOOT}
        lines = [HEADER] + [dict(fact, **stamp) for fact in facts]
        path = f"{self.session.folder}/yesterday.jsonl"
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in lines)
        self.session.poise("import", path)

    def shows(self, *names):
        """The tree, once it has them all."""
        return self.tree_becomes(names, lambda tree: all(any(n["name"] == name for n in tree) for name in names))

    def asks(self, method):
        self.session.wait(method, "method_return")

    def focus(self, begin):
        """As by Tab, as often as it takes."""
        for _ in range(30):
            if any("focused" in node["states"] and node["name"].startswith(begin) for node in self.tree()):
                return
            self.press("Tab")
        raise AssertionError(f"nothing named {begin}")

    def test_takes_the_key_task_and_goes(self):
        self.given_window()
        pid = self.coach_pid()
        self.focus("What you want to do with less pain")
        self.press("s", "i", "n", "g", "Return")
        self.asks("NameKeyTask")
        self.assertEqual(self.session.facts("key_task")[-1]["task"], "sing")
        self.press("Escape")
        self.coach_is_gone()
        self.process_ends(pid)

    def test_names_the_key_task_in_the_check_in(self):
        self.given_window({"fact": "key_task", "task": "sing"})
        self.press("Escape")
        self.coach_is_gone()
        self.open_window("ShowCheckin")
        self.shows("sing: how is it, next to last week?")

    def test_takes_a_lever(self):
        self.given_window()
        self.focus("To get stronger: ")
        self.press("space", "Down", "Return")
        self.asks("NameLevers")
        (levers,) = self.session.facts("levers")
        self.assertEqual(levers["mobility"], "")
        self.assertNotEqual(levers["strength"], "")

    def test_begins_a_flare_and_ends_it(self):
        self.given_window()
        self.press("alt+s")
        self.asks("SetFlare")
        self.shows("It has settled")
        self.press("alt+s")
        self.asks("SetFlare")
        self.shows("Make sessions shorter")
        self.assertEqual([flare["on"] for flare in self.session.facts("flare")], [True, False])

    def test_takes_a_change_of_plan_back(self):
        self.given_window(CHANGE)
        self.shows(WHY)
        self.press("alt+t")
        self.asks("AnswerPlan")
        self.tree_becomes("the plan before", lambda tree: not any(n["name"] == "Agree" for n in tree))
        self.assertEqual(self.session.facts("plan")[-1]["step"], "refused")

    def test_agrees_to_a_change_of_plan(self):
        self.given_window(CHANGE)
        self.press("alt+a")
        self.asks("AnswerPlan")
        self.assertEqual(self.session.facts("plan")[-1]["step"], "accepted")

    def test_asks_the_day_after_a_block_whether_its_range_has_stayed(self):
        self.given_window(*BLOCK)
        self.shows("Are you still freer than before yesterday's block?")
        self.press("alt+y")
        self.asks("AnswerFreer")
        self.tree_becomes("no question", lambda tree: not any(n["name"] == "Yes, still freer" for n in tree))
        self.assertTrue(self.session.facts("freer")[0]["yes"])

    def test_takes_a_tight_day(self):
        self.given_window()
        self.press("alt+i")
        self.asks("CheckIn")
        self.shows("Noted: more rounds today")
        self.assertTrue(self.session.facts("checkin")[0]["tight"])

    def test_asks_the_red_flags_and_clears_them(self):
        self.given_window()
        self.press("alt+g")
        self.shows("Is any of this true for you?")
        self.press("space", "alt+y")
        self.asks("Screen")
        self.shows("Back")
        self.press("alt+b")
        self.shows("They have agreed: exercise again")
        self.assertTrue(self.session.status()["exercise_off"])
        self.press("alt+e")
        self.asks("ClearScreen")
        self.shows("Go through them…")
        self.assertFalse(self.session.status()["exercise_off"])

    def test_says_what_is_refused_beside_what_was_asked(self):
        self.given_window()
        self.session.stop_daemon()
        self.press("alt+s")
        self.tree_becomes("the refusal", lambda tree: any(n["name"].startswith("Not saved: ") for n in tree))

    def test_says_that_the_journal_cannot_be_read(self):
        self.given_window()
        self.press("Escape")
        self.coach_is_gone()
        self.session.stop_daemon()
        with open(self.session.journal_path, "wb") as file:
            file.write(b"no journal")
        self.open_window("ShowPractice")
        self.tree_becomes("the trouble", lambda tree: any("poise.db" in n["name"] for n in tree))

    def test_can_be_read_without_eyes(self):
        self.given_window(CHANGE, *BLOCK)
        self.assert_named(self.shows("Agree", "Yes, still freer", "Make sessions shorter"))


if __name__ == "__main__":
    coach_session.main()
