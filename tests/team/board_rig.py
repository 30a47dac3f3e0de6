#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A team of six and its lead, each with a home of their own, with the real programs on a real board: from the invitation to
the report, and out again. The board's clock is set; the programs have the machine's.
"""
import csv
import datetime
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import board
import recompute
from private_postgres import ADMIN, DATABASE

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


class ATeamOnABoard(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pg = board.server
        folder = tempfile.TemporaryDirectory(prefix="poise-board-rig.")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.admin = Person(folder.name, "admin")
        cls.local = ["--socket", cls.pg.folder, "--port", cls.pg.port, "--user", ADMIN]
        cls.people = [Person(folder.name, f"person{number}") for number in range(6)]
        cls.lead = Person(folder.name, "lead")

    @classmethod
    def set_clock(cls, day, hour):
        cls.pg.psql(DATABASE, "CREATE OR REPLACE FUNCTION poise.clock() RETURNS timestamptz LANGUAGE sql VOLATILE"
                              f" AS $$ SELECT timestamptz '{day} {hour}:00Z' $$")

    def enrol(self, person, name, kind="member"):
        """From an invitation to a seat, by the papers that go to and fro."""
        invitation, request, reply = (self.folder / f"{name}.{paper}" for paper in ("invitation", "request", "reply"))
        self.admin.does("board", "invite", "--team", 1, "--server", f"localhost:{self.pg.port}/poise", "--authority", f"{self.pg.folder}/ca.crt",
                        "--for", kind, "-o", invitation, *self.local)
        person.does("board", "enrol", invitation, "-o", request, "--yes")
        approval = ["board", "approve", request, "--authority", f"{self.pg.folder}/ca.crt", "--authority-key", f"{self.pg.folder}/ca.key",
                    "-o", reply, *self.local]
        self.admin.does(*approval)
        self.assertIn("no invitation that is open", self.admin.tries(*approval).stderr)  # used up
        person.does("board", "import", reply)
        for secret in (person.seat()["password"], person.seat()["key"].splitlines()[1]):
            for paper in (request, reply):
                self.assertNotIn(secret, paper.read_text())

    def test_from_the_invitation_to_the_report_and_out_again(self):
        script = self.admin.does("init-db", "--print")
        self.assertEqual(script, board.script())  # what the other rigs prove things about
        for _ in range(2):
            self.assertIn("version 1", self.admin.does("board", "init-db", *self.local))
        self.set_clock(THIS_MONDAY - datetime.timedelta(weeks=9), 9)
        self.assertIn("number 1", self.admin.does("board", "open", "Support", *self.local))
        for number, person in enumerate(self.people):
            person.does("import", "-", text=journal(number), program="poise")
            self.enrol(person, f"person{number}")
        self.enrol(self.lead, "lead", "lead")

        # Before the week has ended nothing is taken; then it leaves once, and again only where it has changed.
        self.set_clock(MONDAY + datetime.timedelta(days=4), 9)
        self.assertEqual(self.people[0].does("board", "publish"), "")
        self.set_clock(THIS_MONDAY, 10)
        for person in self.people:
            self.assertIn(f"Week {WEEK} has left, revision 1", person.does("board", "publish"))
            self.assertNotIn(WEEK, person.does("board", "publish"))
        self.pg.stop("immediate")
        self.assertIn("cannot be reached", self.people[0].tries("board", "weeks").stderr)
        self.pg.start()
        kept = json.loads(self.people[0].does("board", "weeks"))
        self.assertEqual([week["record"]["monday"] for week in kept["weeks"]], [MONDAY.isoformat()])
        records = json.loads(self.pg.psql(DATABASE, "SELECT json_agg(poise.record_of(w)) FROM poise.member_week w"))
        self.assertEqual(len(records), 6)

        # The report: nothing before the week is closed, and by four ways the same after it.
        self.assertEqual(json.loads(self.lead.does("board", "report", "--format", "json"))["weeks"], [])
        self.set_clock(THIS_MONDAY + datetime.timedelta(days=2), 12)
        self.assertIn("frozen", self.admin.does("board", "freeze", *self.local))
        report = json.loads(self.lead.does("board", "report", "--format", "json"))
        again = recompute.team_week(WEEK, [(record, False) for record in records], 5)
        self.assertEqual(again["status"], "released")
        self.assertEqual([week for week in report["weeks"] if week["week"] == WEEK], [again])
        self.assertEqual((report["team"], report["minimum"], report["reads"]), ("Support", 5, 2))
        self.assertIn("Support", self.lead.does("board", "report"))
        page = self.folder / "report.html"
        self.lead.does("board", "report", "--format", "html", "-o", page)
        self.assertIn("default-src 'none'", page.read_text())
        self.assertEqual(page.stat().st_mode & 0o777, 0o600)
        self.assertIn(WEEK, {row[0] for row in csv.reader(self.lead.does("board", "report", "--format", "csv").splitlines())}
                      | set(sum(csv.reader(self.lead.does("board", "report", "--format", "csv").splitlines()), [])))

        # What the members see of it, and take back.
        facts = json.loads(self.people[1].does("board", "facts"))
        self.assertEqual(facts["report"]["weeks"][-1], again)
        self.assertEqual((facts["readers"], facts["report"]["reads"]), ({"lead": 1}, 6))
        self.assertIn("report", self.people[1].does("board", "audit"))
        self.assertIn("1 week of yours is gone", self.people[1].does("board", "erase"))
        self.people[2].does("board", "leave", "--yes")
        self.assertFalse((self.people[2].home / "data/poise/board").exists())
        revoked = self.people[3].seat()["login"]
        self.assertIn("1 record", self.admin.does("board", "revoke", revoked, "--purge", *self.local))
        self.assertIn("not permitted to log in", self.people[3].tries("board", "weeks").stderr)
        self.assertEqual(json.loads(self.pg.psql(DATABASE, "SELECT count(*) FROM poise.member_week")), 3)
        report = json.loads(self.lead.does("board", "report", "--format", "json"))
        self.assertEqual([week for week in report["weeks"] if week["week"] == WEEK], [again])

        # A label that was written behind our back is a text on a page, a string in JSON, and no formula in CSV.
        hostile = "=1+1<script>alert(1)</script>"
        self.pg.psql(DATABASE, f"ALTER TABLE poise.team DROP CONSTRAINT label_is_harmless; UPDATE poise.team SET label = '{hostile}'")
        self.assertEqual(json.loads(self.lead.does("board", "report", "--format", "json"))["team"], hostile)
        self.assertNotIn("<script>", self.lead.does("board", "report", "--format", "html"))
        for row in csv.reader(self.lead.does("board", "report", "--format", "csv").splitlines()):
            self.assertFalse([cell for cell in row if cell.startswith("=")], row)

        # Another server with the same name is not spoken to.
        self.pg.authority("other")
        (self.lead.home / "data/poise/board/authority.pem").write_text(pathlib.Path(self.pg.folder, "other.crt").read_text())
        self.assertIn("certificate verify failed", self.lead.tries("board", "report").stderr)


if __name__ == "__main__":
    board.main()
