# SPDX-License-Identifier: GPL-3.0-or-later
"""A board of thousands of members, set up by the admin's own hand."""
import unittest

import board

MEMBERS = 10  # of each team; member m of team t is 100 t + m
TEAMS = f"""
INSERT INTO poise.team SELECT t, 'Team ' || t, 5, 104, '2025-11-24' FROM generate_series(%(first)s, %(last)s) t;
INSERT INTO poise.team_reader SELECT t, 'lead_' || t, 'lead' FROM generate_series(%(first)s, %(last)s) t;
INSERT INTO poise.member SELECT t, 'm_' || lpad(to_hex(t * 100 + m), 32, '0'), false, '0', '2025-11-01', '2025-11-24'
    FROM generate_series(%(first)s, %(last)s) t, generate_series(1, {MEMBERS}) m;
INSERT INTO poise.login SELECT member_id, team_id FROM poise.member WHERE team_id BETWEEN %(first)s AND %(last)s;
"""


class LargeBoard(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pg = board.server
        cls.pg.install(board.script())
        cls.connection = cls.pg.admin()
        cls.cursor = cls.connection.cursor()
        cls.addClassCleanup(cls.connection.close)

    def do(self, text, **values):
        self.cursor.execute(text, values)

    def add_teams(self, first, last):
        self.do(TEAMS, first=first, last=last)

    def set_clock(self, moment):
        self.do("CREATE OR REPLACE FUNCTION poise.clock() RETURNS timestamptz LANGUAGE sql VOLATILE"
                f" AS $$ SELECT timestamptz '{moment}' $$")
