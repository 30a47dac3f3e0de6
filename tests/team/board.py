# SPDX-License-Identifier: GPL-3.0-or-later
"""Teams on a private PostgreSQL: two of them, their members, their leads, and a clock that a test sets."""
import argparse
import base64
import hashlib
import hmac
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, f"{SOURCE}/tests/adapters/team")  # for recompute

import private_postgres
from private_postgres import ADMIN, BIN, DATABASE, PrivatePostgres

PASSWORD = "a-password-of-the-test"
MONDAY = "2026-11-16"  # the week that is published; it closes on 2026-11-25 at 12:00 UTC
OPEN = "2026-11-23 10:00Z"
CLOSED = "2026-11-25 12:00Z"

options = None
server = None


def member(number):
    return f"m_{number:032x}"


def record(monday=MONDAY, revision=1, **changes):
    """A weekly record as a member publishes it."""
    kind = {"due": 20, "taken": 12, "partial": 1, "natural": 4, "skipped": 2, "missed": 1}
    return {"schema": 1, "monday": monday, "revision": revision, "days_active": 4, "microbreak": kind, "posture_change": dict(kind),
            "movement": 7, "sitting_min": 1200, "standing_min": 300, "working_min": 1000, "long_sits": "1-4", **changes}


def text_of(value):
    return json.dumps(value, separators=(",", ":"))


def verifier(password):
    """As PostgreSQL keeps a password; with one salt for all, so that thousands of logins cost no minutes."""
    salt = b"salt of the test"
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 4096)
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    told = [base64.b64encode(each).decode() for each in (salt, stored, hmac.digest(salted, b"Server Key", "sha256"))]
    return f"SCRAM-SHA-256$4096:{told[0]}${told[1]}:{told[2]}"


VERIFIER = verifier(PASSWORD)


def script(*names):
    """The schema, its parts in the order in which they are built into poise-team."""
    rooms = pathlib.Path(f"{SOURCE}/team/board/CMakeLists.txt").read_text(encoding="utf-8")
    parts = names or re.search(r"set\(PARTS (.*)\)", rooms).group(1).split()
    return "".join("SET LOCAL ROLE poise_owner;\n" if part == "AS_OWNER" else
                   pathlib.Path(f"{SOURCE}/team/sql/{part}.sql").read_text(encoding="utf-8") for part in parts) + "RESET ROLE;\n"


def enrolled(cursor, team, number, *, reads=False, effective_from="2026-10-12"):
    """A member who has been there for a while: their first week was drawn long ago."""
    cursor.execute("INSERT INTO poise.invitation VALUES (%s, %s, 'member', now() + interval '100 years')", (team, f"{number:064x}"))
    cursor.execute("SELECT poise.enrol(%s, %s, %s, %s, %s)", (team, f"{number:064x}", member(number), f"{number:x}", reads))
    cursor.execute("UPDATE poise.member SET effective_from = %s, enrolled = '2026-10-05' WHERE member_id = %s", (effective_from, member(number)))


class Board(unittest.TestCase):
    """Support (team 1) has members 1 to 6 and the lead `anna`; Design (team 2) has members 11 to 14 and the lead `ben`. Of each
    team the first two members have certificates. Every test has the database to itself."""

    READY = "ready"
    LOGINS = ("anna", "ben", "clock_work")
    WITH_CERTIFICATES = (1, 2, 11)

    @classmethod
    def setUpClass(cls):
        cls.pg = server
        if cls.pg.psql("postgres", f"SELECT 1 FROM pg_database WHERE datname = '{cls.READY}'").strip():
            return
        cls.pg.install(script())
        members = [*range(1, 7), *range(11, 15)]
        groups = {**{member(n): "poise_member" for n in members}, "anna": "poise_reader", "ben": "poise_reader", "clock_work": "poise_freezer"}
        for login, group in groups.items():
            cls.pg.psql("postgres", f"CREATE ROLE {login} LOGIN CONNECTION LIMIT 4 PASSWORD '{VERIFIER}' IN ROLE {group}")
        for login in (*cls.LOGINS, *(member(n) for n in cls.WITH_CERTIFICATES)):
            cls.pg.certificate(login)
        cls.set_clock("2026-10-05 08:00Z")
        with cls.pg.admin() as connection, connection.cursor() as cursor:
            for team, label, lead in ((1, "Support", "anna"), (2, "Design", "ben")):
                cursor.execute("SELECT poise.open_team(%s, 5)", (label,))
                cursor.execute("SELECT poise.add_reader(%s, %s, 'lead')", (team, lead))
            for number in members:
                enrolled(cursor, 1 if number < 10 else 2, number)
        connection.close()
        cls.set_clock(OPEN)
        cls.pg.psql("postgres", f"ALTER DATABASE {DATABASE} RENAME TO {cls.READY}")

    def setUp(self):
        self.pg.psql("postgres", f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        self.pg.psql("postgres", f"CREATE DATABASE {DATABASE} TEMPLATE {self.READY} STRATEGY FILE_COPY")
        self.pg.psql(DATABASE, script("schema"))  # a template's rights are not copied

    # The operator's hand.
    def do(self, text):
        return self.pg.psql(DATABASE, text).strip()

    @classmethod
    def set_clock(cls, moment):
        """The only part that a test replaces: what time it is."""
        cls.pg.psql(DATABASE, "CREATE OR REPLACE FUNCTION poise.clock() RETURNS timestamptz LANGUAGE sql VOLATILE"
                              f" AS $$ SELECT timestamptz '{moment}' $$")

    def rewrite(self, function, **changes):
        """Takes a guard out of a function: the words of the guard, and what stands there without it."""
        for guard, without in changes["replace"].items():
            body = self.do(f"SELECT pg_get_functiondef('{function}'::regprocedure)")
            self.assertIn(guard, body)
            self.pg.install("SET ROLE poise_owner;" + body.replace(guard, without) + ";")

    # People.
    def connect(self, login, **changes):
        connection = self.pg.connect(login, PASSWORD, **changes)
        self.addCleanup(connection.close)
        return connection

    def ask(self, login, text, *values, **changes):
        """One answer, over a connection of its own."""
        connection = self.pg.connect(login, PASSWORD, **changes)
        try:
            with connection.cursor() as cursor:
                cursor.execute(text, values)
                return cursor.fetchone()[0] if cursor.description else None
        finally:
            connection.close()

    def as_login(self, login, text, *values):
        """One answer of the functions with no connection of that login: for many members. session_user is theirs."""
        with self.pg.admin() as connection, connection.cursor() as cursor:
            cursor.execute(f"SET SESSION AUTHORIZATION {login}")
            cursor.execute(text, values)
            answer = cursor.fetchone()[0] if cursor.description else None
        connection.close()
        return answer

    def publish(self, number, what=None, **changes):
        return self.publish_text(number, text_of(what or record(**changes)))

    def publish_text(self, number, text):
        return self.as_login(member(number), "SELECT poise.publish_week(%s)", text)

    def freeze(self, moment=CLOSED):
        self.set_clock(moment)
        return self.as_login("clock_work", "SELECT poise.freeze_due()")

    def report(self, lead="anna"):
        return self.as_login(lead, "SELECT poise.team_report(NULL, NULL)")

    def week(self, lead="anna", label="2026-W47"):
        """What the lead reads of that week."""
        return next((week for week in self.report(lead)["weeks"] if week["week"] == label), None)

    def psql(self, login, text, **changes):
        """The lead at a terminal, with psql: what it printed, and what it complained of."""
        done = subprocess.run([f"{BIN}/psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=verbose", "-d",
                               self.pg.conninfo(login, PASSWORD, **changes), "-c", text],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        return done.stdout.strip(), done.stderr.strip()

    def assert_refused(self, login, text, why="permission denied", **changes):
        printed, complaint = self.psql(login, text, **changes)
        self.assertIn(why, complaint, text)
        self.assertEqual(printed, "", text)

    def assert_answer(self, login, text, answer, **changes):
        self.assertEqual(self.psql(login, text, **changes), (answer, ""), text)


def main(**server_options):
    """Runs the tests of the calling file."""
    global options, server
    parser = argparse.ArgumentParser()
    parser.add_argument("--binaries", required=True, help="the folder of poise-team")
    options, rest = parser.parse_known_args()
    if lacks := private_postgres.missing():
        print(f"SKIPPED: needs {', '.join(lacks)}: ./dev test --all installs them")
        sys.exit(77)
    server = PrivatePostgres(**server_options)
    try:
        result = unittest.main(module="__main__", argv=sys.argv[:1] + rest, verbosity=2, exit=False).result
    finally:
        server.end()
    sys.exit(0 if result.wasSuccessful() and result.testsRun else 1)


__all__ = ["ADMIN", "Board", "CLOSED", "MONDAY", "OPEN", "main", "member", "record", "text_of"]
