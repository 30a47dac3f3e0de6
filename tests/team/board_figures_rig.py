#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures that the board freezes are those of team/figures and of an independent script, to the digit, for random teams.
"""
import json
import os
import random
import subprocess

import board
import recompute
from board import CLOSED, MONDAY, Board, member, text_of

SEED = int(os.environ.get("POISE_RIG_SEED") or random.randrange(1_000_000))
TEAMS = 120
OUTCOMES = ("taken", "partial", "natural", "skipped", "missed")


def some_kind(chance, busiest):
    if chance.random() < 0.15:
        counts = [0, 0, 0, 0, 0]
    elif chance.random() < 0.1:
        counts = [0, 0, chance.randint(1, busiest), 0, 0]  # rested unasked, and never asked
    else:
        counts = [chance.randint(0, busiest) for _ in OUTCOMES]
    return {"due": sum(counts), **dict(zip(OUTCOMES, counts))}


def some_record(chance):
    busiest = chance.choice((2, 5, 40, 400))
    sitting, standing = 5 * chance.randint(0, chance.choice((100, 2000))), 5 * chance.randint(0, 28)
    return {
        "schema": 1, "monday": MONDAY, "revision": chance.randint(1, 9999), "days_active": chance.randint(2, 7),
        "microbreak": some_kind(chance, busiest), "posture_change": some_kind(chance, busiest),
        "movement": chance.choice((None, chance.randint(1, 20), chance.randint(1, 500))), "sitting_min": sitting, "standing_min": standing,
        "working_min": 5 * chance.randint(0, (sitting + standing) // 5 + 1), "long_sits": chance.choice(("0", "0", "1-4", "5-9", "10+")),
    }


class RandomTeams(Board):
    def test_have_the_same_figures_by_three_ways(self):
        print(f"POISE_RIG_SEED={SEED}", flush=True)
        chance = random.Random(SEED)
        teams = {}
        with self.pg.admin() as connection, connection.cursor() as cursor:
            for team in range(1000, 1000 + TEAMS):
                minimum = chance.choice((5, 5, 5, 7, 10))
                cursor.execute("INSERT INTO poise.team VALUES (%s, %s, %s, 52, '2026-11-16')", (team, f"Team {team}", minimum))
                members = []
                for number in range(chance.choice((3, 4, 5, 5, 6, 8, 9, 10, 11, 24, 25, 30, 99, 100, 110))):
                    who, reads, record = member(team * 1000 + number), chance.random() < 0.05, some_record(chance)
                    in_force = chance.random() < 0.95
                    cursor.execute("INSERT INTO poise.member VALUES (%s, %s, %s, '0', '2026-10-05', %s, NULL)",
                                   (team, who, reads, "2026-10-12" if in_force else "2026-11-23"))
                    cursor.execute("INSERT INTO poise.member_week SELECT %s, r.monday, %s, '2026-11-23', r.revision, r.days_active,"
                                   " r.microbreak, r.posture_change, r.movement, r.sitting_min, r.standing_min, r.working_min, r.long_sits"
                                   " FROM poise.row_of(%s) r", (team, who, text_of(record)))
                    if in_force:
                        members.append((record, reads))
                teams[team] = minimum, members
        connection.close()
        self.freeze(CLOSED)
        released = 0
        for team, (minimum, members) in teams.items():
            frozen = json.loads(self.do(f"SELECT poise.report_of({team}, '-infinity', 'infinity')"))["weeks"]
            again = recompute.team_week("2026-W47", members, minimum)
            self.assertEqual(frozen, [again], team)
            self.assertEqual(json.loads(self.by_the_program(minimum, members)), again, team)
            released += again["status"] == "released"
        self.assertGreater(released, TEAMS / 3)
        self.assertLess(released, TEAMS)

    def by_the_program(self, minimum, members):
        """What team/figures makes of them."""
        lines = f"team {minimum} 2026-W47\n"
        lines += "".join(f"{'reader' if reads else 'member'} {text_of(record)}\n" for record, reads in members)
        return subprocess.run([f"{board.options.binaries}/figures_probe"], input=lines, text=True, check=True,
                              stdout=subprocess.PIPE).stdout


if __name__ == "__main__":
    board.main()
