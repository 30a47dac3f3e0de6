#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A minute with Poise: a scripted person at a private desktop of real parts, told sentence by sentence.

Everything is what a user has, only smaller: X server, window manager, notification server, poised, poise-tray and
poise, with the intervals of config/demo.toml. The exit code is 1 if the story went any other way.
"""
import argparse
import datetime
import os
import subprocess
import sys
import time

from session import SOURCE, Session, configuration, missing_tools

from hands import HandsOnX
from processes import Screen

ENOUGH = {"microbreak", "posture_change", "snack"}


class Story:
    def __init__(self, session, hands, picture):
        self.session = session
        self.hands = hands
        self.picture = picture
        self.began = time.monotonic()
        self.taken = set()

    def say(self, sentence):
        print(f"{time.monotonic() - self.began:5.1f} s  {sentence}", flush=True)

    def tell(self):
        self.say("A desktop is there: an X server, a window manager, a notification server. Nobody else can see it.")
        self.session.configure(configuration())
        self.hands.types()
        self.session.start_daemon()
        self.session.start_tray()
        self.say("poised and poise-tray have started, and somebody sits down and types.")
        while self.taken != ENOUGH:
            self.answer(self.session.prompt_shown())
        self.go_away()
        self.say("The session ends: poise-tray, then poised.")
        self.session.tray.end()
        self.expect("the daemon's exit code", self.session.stop_daemon(), 0)
        self.look_back()

    def answer(self, prompt):
        self.say(f"Poise asks: {prompt['title']}. {prompt['why']}")
        self.expect("what is on the screen", self.session.displayed(), 1)
        self.session.notification_window()
        kind = prompt["kind"]
        if kind in self.taken:
            self.say("Enough of that: the person presses Skip.")
            self.session.choose("Skip")
            self.end_of(prompt, "skipped")
            return
        if kind == "microbreak":
            self.say("The person takes the hands off the keys, and clicks nothing: a rest is an answer.")
            self.hands.rests()
        elif kind == "posture_change":
            self.take_picture()
            self.say(f"The person stands up and clicks on the notification, which says: {prompt['start_label']}.")
            self.session.click_on_notification()
        else:
            self.say("The person presses Start, leaves the keys alone and moves.")
            self.session.choose("Start")
            self.session.wait("Start", "method_return")
            self.hands.rests()
        self.end_of(prompt, "taken")
        self.taken.add(kind)
        if kind == "posture_change":
            self.expect("the posture", self.session.status()["posture"], "standing")
        self.hands.types()

    def end_of(self, prompt, outcome):
        self.expect(f"the outcome of {prompt['kind']}", self.session.prompt_ended(), (prompt["id"], outcome))
        self.session.screen_clears()
        self.say(f"In the journal: {prompt['kind']} {outcome}. The notification is gone, the person types on.")

    def take_picture(self):
        self.session.run("scrot", "--overwrite", self.picture)
        self.say(f"What the person sees now is in {self.picture}.")

    def go_away(self):
        self.say("The person leaves without a word.")
        self.hands.rests()
        self.session.presence_becomes("away")
        status = self.session.status()
        self.expect("the bout of an empty chair", status["bout_s"], 0)
        self.say(f"poise status: {status['headline']} Somebody who comes back will be sitting anew.")

    def look_back(self):
        print("\nWhat the journal has kept of it:\n")
        for fact in self.session.facts():
            at = datetime.datetime.fromtimestamp(fact["utc_ms"] / 1000)
            print(f"    {at:%H:%M:%S}  {fact['fact']:<8} {in_words(fact)}")
        print("\nAnd what poise report says:\n")
        for line in self.session.poise("report").splitlines():
            print(f"    {line}".rstrip())
        taken = {kind for _, kind, outcome in self.session.outcomes() if outcome == "taken"}
        self.expect("what was taken", taken, ENOUGH)
        self.expect("the ends of the bouts", {bout["end"] for bout in self.session.facts("bout")}, {"posture", "left"})
        report = self.session.report()
        for figure in ("sit_s", "stand_s", "working_s", "resting_s", "away_s"):
            self.expect(f"whether the report has {figure}", report[figure] > 0, True)
        self.expect("whether keys were counted", report["input"]["keys"] > 0, True)
        self.expect("whether most was done", report["coverage"] > 0.5, True)

    def expect(self, what, found, expected):
        if found != expected:
            raise AssertionError(f"{what} should be {expected} and is {found}")


def in_words(fact):
    """The columns that mean something to a reader."""
    told = ("id", "kind", "outcome", "why", "posture", "source", "end", "seconds", "working", "resting", "keys")
    return "  ".join(f"{key} {fact[key]}" for key in told if fact.get(key) not in (None, ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binaries", default=f"{SOURCE}/build/bin", help="the folder of poised, poise-tray and poise")
    options = parser.parse_args()
    if missing := missing_tools():
        sys.exit(f"the demonstration needs {', '.join(missing)}: ./dev run installs them")
    screen = Screen()
    session = Session(options.binaries, screen)
    hands = HandsOnX(screen.display)
    try:
        session.start(["openbox"])
        session.start_dunst()
        Story(session, hands, os.path.realpath(f"{options.binaries}/../demo.png")).tell()
        print("\nThe story happened as it was told.")
    except (AssertionError, subprocess.SubprocessError) as error:
        for program in (session.daemon, session.tray):
            for line in program.lines.queue if program else ():
                print(line or "(it has ended)", file=sys.stderr)
        sys.exit(f"\nThe story did not happen: {error}")
    except KeyboardInterrupt:
        sys.exit("\nbroken off")
    finally:
        hands.rests()
        session.end()
        screen.end()


if __name__ == "__main__":
    main()
