# SPDX-License-Identifier: GPL-3.0-or-later
"""People with a home and a journal of their own, for a rig with the real programs on a real board. Last week is what they tell."""
import datetime
import json
import os
import pathlib
import subprocess

import board

KINDS = ("microbreak", "posture_change", "snack", "mobility", "strength", "breath", "workstation_check", "checkin")
BOOT = "01234567-89ab-cdef-0123-456789abcdef"
CLOCKS = {"elapsed": {kind: 0 for kind in KINDS}, "desk_today": 0, "waited": 0, "progress": 0, "resting_tail": 0}
TODAY = datetime.date.today()
THIS_MONDAY = TODAY - datetime.timedelta(days=TODAY.weekday())
MONDAY = THIS_MONDAY - datetime.timedelta(days=7)
WEEK = "{}-W{:02}".format(*MONDAY.isocalendar()[:2])


def journal(person):
    """An export of four days of last week; who has a higher number takes more of their breaks."""
    start = datetime.datetime.combine(MONDAY, datetime.time(), datetime.timezone.utc)
    facts, numbers = [], iter(range(1, 10_000))

    def fact(name, at, **body):
        facts.append({"fact": name, "at": at.strftime("%Y-%m-%dT%H:%M:%S+00:00"), "instant": int((at - start).total_seconds()), "boot": BOOT, **body})

    for day in range(4):
        for hour in range(9, 14):
            began = start + datetime.timedelta(days=day, hours=hour)
            for number in range(3):
                outcome = "taken" if number <= person % 4 else "skipped"
                fact("outcome", began + datetime.timedelta(minutes=5 + number), id=next(numbers), kind=KINDS[number % 3], outcome=outcome,
                     shown=True, why=None)
            fact("bout", began + datetime.timedelta(minutes=50), span=next(numbers), posture="sitting", began=began.strftime("%Y-%m-%dT%H:%M:%S+00:00"),
                 began_instant=int((began - start).total_seconds()), began_boot=BOOT, end="left", seconds=3000, working=2400, passive=300,
                 resting=300, keys=None, clicks=None, clocks=CLOCKS,
                 cells=[{"day": began.date().isoformat(), "hour": hour, "working": 2400, "passive": 300, "resting": 300}])
    header = {"schema": "poise-journal", "version": 1, "sensitive": False}
    return "".join(json.dumps(line) + "\n" for line in [header, *facts])


class Person:
    def __init__(self, folder, name):
        self.home = pathlib.Path(folder, name)
        self.home.mkdir()
        self.env = {"HOME": str(self.home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC",
                    "XDG_DATA_HOME": str(self.home / "data"), "XDG_CONFIG_HOME": str(self.home / "config")}

    def tries(self, *words, text=None, program="poise-team"):
        return subprocess.run([f"{board.options.binaries}/{program}", *map(str, words)], env=self.env, input=text, capture_output=True,
                              text=True, timeout=120)

    def does(self, *words, **options):
        done = self.tries(*words, **options)
        if done.returncode:
            raise AssertionError(f"{' '.join(map(str, words))}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def seat(self):
        return json.loads((self.home / "data/poise/board/seat.json").read_text())
