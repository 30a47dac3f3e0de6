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
import tempfile
import unittest

import board
import recompute
from people import MONDAY, THIS_MONDAY, WEEK, Person, journal
from private_postgres import ADMIN, DATABASE


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

    def enrol(self, person, name, kind="member", team=1):
        """From an invitation to a seat, by the papers that go to and fro."""
        invitation, request, reply = (self.folder / f"{name}.{paper}" for paper in ("invitation", "request", "reply"))
        self.admin.does("board", "invite", "--team", team, "--server", f"localhost:{self.pg.port}/poise", "--authority", f"{self.pg.folder}/ca.crt",
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

    def does(self, *words):
        return self.admin.does("board", *words, *self.local)

    def complaint(self, *words):
        done = self.admin.tries("board", *words, *self.local, text="")
        self.assertNotEqual(done.returncode, 0, words)
        return done.stderr

    def question(self, text):
        return self.pg.psql(DATABASE, text).strip()

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

        self.waits_longer_where_the_board_is_dead(self.people[0])

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
        umask = os.umask(0)
        os.umask(umask)
        self.assertEqual(page.stat().st_mode & 0o777, 0o666 & ~umask)  # for its readers
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

        self.reminds_to_renew(self.people[4], self.lead)
        self.renews_what_runs_out(self.people[4], self.lead)  # whose time is over
        self.looks_after_teams()

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

    def waits_longer_where_the_board_is_dead(self, person):
        """As the timer publishes: each failure may wait twice as long as the one before, and nothing is asked before that."""
        outbox = person.home / "data/poise/board/outbox"
        kept = outbox / f"{MONDAY.isoformat()}.json"
        sent = kept.read_text()
        kept.unlink()  # as if it had not left yet
        timer = ("board", "publish", "--quiet")
        self.pg.stop("immediate")
        for failures, hours in ((1, 1), (2, 2), (3, 4), (4, 8)):
            self.assertIn("cannot be reached", person.tries(*timer).stderr)
            count, not_before = (outbox / "backoff").read_text().split()
            wait = datetime.datetime.fromisoformat(not_before) - datetime.datetime.now(datetime.timezone.utc)
            self.assertEqual(int(count), failures)
            self.assertLessEqual(wait, datetime.timedelta(hours=hours))
            # Before its time it does not even try, says when it will, and is no failure; by hand it tries at once.
            later = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=59)).isoformat(timespec="seconds")
            (outbox / "backoff").write_text(f"{failures} {later}")
            self.assertIn(f"tried again from {later[:16].replace('T', ' ')} on", person.does(*timer))
            self.assertIn("cannot be reached", person.tries("board", "publish").stderr)
            self.assertEqual((outbox / "backoff").read_text(), f"{failures} {later}")
            (outbox / "backoff").write_text(f"{failures} 2026-01-01T00:00:00+00:00")  # its time has come
        self.pg.start()
        self.assertIn(f"Week {WEEK} has left, revision 1", person.does(*timer))
        self.assertFalse((outbox / "backoff").exists())
        self.assertEqual(kept.read_text(), sent)
        self.assertEqual(person.does(*timer), "")

    def certify(self, person, days):
        """A seat's new key, and a certificate for so long by the same authority."""
        seat = person.seat()
        self.pg.certificate(seat["login"], days=days)
        folder = person.home / "data/poise/board"
        for name, paper, suffix in (("key", "key.pem", "key"), ("certificate", "certificate.pem", "crt")):
            seat[name] = pathlib.Path(self.pg.folder, f"{seat['login']}.{suffix}").read_text()
            (folder / paper).write_text(seat[name])
        (folder / "seat.json").write_text(json.dumps(seat))

    def reminds_to_renew(self, member, lead):
        for person, words in ((member, ("board", "publish")), (lead, ("board", "report"))):
            self.assertNotIn("certificate", person.tries(*words).stderr)
            self.certify(person, days="13")
            done = person.tries(*words)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("your certificate is good until 20", done.stderr)
            self.certify(person, days="0")
            self.assertRegex(person.tries(*words).stderr, "^poise team: your certificate was good until 20")

    def renews_what_runs_out(self, *people):
        for number, person in enumerate(people):
            renewal, reply = self.folder / f"{number}.renewal", self.folder / f"{number}.renewed"
            before = person.seat()
            person.does("board", "renew", "-o", renewal)
            self.assertNotIn(before["password"], renewal.read_text())
            approval = ["approve", renewal, "--authority", f"{self.pg.folder}/ca.crt", "--authority-key", f"{self.pg.folder}/ca.key", "-o", reply]
            self.does(*approval)
            person.does("board", "import", reply)
            after = person.seat()
            self.assertNotEqual(after.pop("certificate"), before.pop("certificate"))
            self.assertEqual(after, before)
        member, lead = people
        self.assertIn("renew", member.does("board", "audit"))
        self.assertEqual(json.loads(member.does("board", "weeks"))["weeks"][0]["record"]["monday"], MONDAY.isoformat())
        self.assertIn("Support", lead.does("board", "report"))
        # Neither with somebody else's name, nor for who was revoked, nor by another authority.
        paper = json.loads((self.folder / "0.renewal").read_text())
        forged = self.folder / "forged.renewal"
        forged.write_text(json.dumps({**paper, "login": self.people[1].seat()["login"]}))
        self.assertIn("asks for another certificate", self.complaint(*(forged if word == renewal else word for word in approval)))
        person = self.people[3]  # revoked
        person.does("board", "renew", "-o", forged)
        self.assertIn("there is nothing to renew", self.complaint(*(forged if word == renewal else word for word in approval)))

    def looks_after_teams(self):
        for words, why in (
            (("rename", "--team", 7, "Sales"), "there is no team 7"),
            (("rename", "--team", 1, "=1+1"), "`=1+1` is no name for a team"),
            (("open", "<b>"), "`<b>` is no name for a team"),
            (("minimum", "--team", 1, 4), "the minimum is a number from 5 to 1000"),
            (("minimum", "--team", 1, 5), "it only goes up"),
            (("retention", "--team", 1, 7), "8 to 104 weeks"),
            (("retention", "--team", 7, 30), "there is no team 7"),
            (("purge", "--team", 7, "--yes"), "there is no team 7"),
            (("purge", "--team", 1), "there is nobody to ask"),
            (("add-reader", "r_0", "--team", 1), "`r_0` is no reader's login"),
            (("add-reader", self.lead.seat()["login"], "--team", 1), "or reads it already"),
            (("add-reader", self.people[0].seat()["login"], "--team", 1), "is no reader's login"),
            (("add-reader", self.lead.seat()["login"], "--team", 7), "there is no team 7"),
            (("add-reader", self.lead.seat()["login"], "--team", 1, "--for", "boss"), "`boss` is unknown"),
            (("remove-reader", self.people[0].seat()["login"], "--team", 1), "does not read the report of team 1"),
            (("freeze-day", "mon"), "`mon` is unknown (expected one of \"tue\", \"wed\""),
        ):
            self.assertIn(why, self.complaint(*words), words)
        self.assertEqual(self.does("teams"), "1  Support  5 members at least, weeks are kept for 52 weeks\n")
        self.does("rename", "--team", 1, "Help & Support")
        self.does("minimum", "--team", 1, 6)
        self.does("retention", "--team", 1, 30)
        self.does("freeze-day", "thu")
        self.assertEqual(self.does("teams"), "1  Help & Support  6 members at least, weeks are kept for 30 weeks\n")
        self.assertEqual(self.question("SELECT freeze_day FROM poise.installation"), "4")
        self.assertIn("freeze day  team", self.people[0].does("board", "audit"))
        report = json.loads(self.lead.does("board", "report", "--format", "json"))
        self.assertEqual((report["team"], report["minimum"]), ("Help & Support", 6))
        self.does("rename", "--team", 1, "Support")

        # A second team with a member and a reader of its own goes, with their logins; the first one stays as it is.
        people = Person(self.folder, "guest"), Person(self.folder, "guest lead")
        self.assertIn("number 2", self.does("open", "Guests"))
        for person, kind in zip(people, ("member", "lead")):
            self.enrol(person, person.home.name, kind, team=2)
        reader = self.lead.seat()["login"]
        self.does("add-reader", reader, "--team", 2, "--for", "ergonomist")
        self.assertIn("Guests", self.lead.does("board", "report"))
        self.assertIn("reads the report of team 2 no more", self.does("remove-reader", reader, "--team", 2))
        self.assertNotIn("Guests", self.lead.does("board", "report"))
        before = self.everything_of_team(1)
        self.assertIn("2 logins", self.does("purge", "--team", 2, "--yes"))
        self.assertEqual(self.everything_of_team(1), before)
        self.assertEqual(self.does("teams"), "1  Support  6 members at least, weeks are kept for 30 weeks\n")
        logins = ", ".join(f"'{person.seat()['login']}'" for person in people)
        self.assertEqual(self.question(f"SELECT count(*) FROM pg_roles WHERE rolname IN ({logins})"), "0")
        self.assertEqual(set(self.question("SELECT DISTINCT action FROM poise.audit WHERE team_id = 2").splitlines()),
                         {"open", "invite", "enrol", "add reader", "remove reader", "report", "purge"})
        self.assertNotEqual(people[0].tries("board", "weeks").returncode, 0)
        # Who is out already can be shut out for good, and what they had published purged.
        gone = self.people[3].seat()["login"]
        self.assertIn("0 records", self.does("revoke", gone, "--purge"))

    def everything_of_team(self, team):
        return [self.question(f"SELECT json_agg(x) FROM poise.{table} x WHERE team_id = {team}") for table in
                ("team", "login", "member", "member_week", "team_week", "team_reader", "invitation")]


if __name__ == "__main__":
    board.main()
