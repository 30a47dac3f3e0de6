#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a team's week from its members' raw records, computed by somebody else: with exact fractions, and from the
rules as docs/team.md tells them, not from the program's source. usage: recompute.py PROBE compares random teams."""
import datetime
import fractions
import json
import random
import subprocess
import sys

OUTCOMES = ("taken", "partial", "natural", "skipped", "missed")
BANDS = ((100, "100+", 1, 1), (25, "25-99", 2, 1), (10, "10-24", 5, 2), (5, "5-9", 10, 2))  # members, percent, quarters
LONG = ("0", "1-4", "5-9", "10+")


def half_up(value, grain):
    return int((value / grain + fractions.Fraction(1, 2)) // 1) * grain


def mean(values):
    return fractions.Fraction(sum(values), len(values))


def share(part, whole):
    """In millionths, rounded down."""
    return int(part * 1_000_000 // whole)


def percent(values, minimum, grain):
    if len(values) < minimum:
        return None
    return half_up(mean(values) / 10_000, grain)


def kind_figures(records, kind, minimum, grain):
    counts = [record[kind] for record in records]
    due = [each for each in counts if each["due"] > 0]
    asked = [each for each in counts if each["due"] > each["natural"]]
    half = fractions.Fraction(1, 2)
    coverage = [share(each["taken"] + each["natural"] + half * each["partial"], each["due"]) for each in due]
    adherence = [share(each["taken"] + half * each["partial"], each["due"] - each["natural"]) for each in asked]
    mix = {outcome: percent([share(each[outcome], each["due"]) for each in due], minimum, grain) for outcome in OUTCOMES}
    return {
        "coverage": percent(coverage, minimum, grain),
        "adherence": percent(adherence, minimum, grain),
        "mix": mix if len(due) >= minimum else None,
    }


def per_day(records, key, most, minimum, grain, unit):
    told = [record for record in records if record[key] is not None]
    values = [min(record[key] * 1000 // record["days_active"], most) for record in told]
    if len(values) < minimum:
        return None
    return half_up(mean(values) / (250 * unit), grain) / 4


def team_week(week, members, minimum):
    """`members`: (record, whether they read the report)."""
    records = [record for record, reads in members if not reads]
    if len(records) < minimum:
        return {"week": week, "status": "suppressed"}
    _, band, grain, quarters = next(each for each in BANDS if len(records) >= each[0])
    long_sits = mean([0 if record["long_sits"] == "0" else 1 for record in records])
    figures = {kind: kind_figures(records, kind, minimum, grain) for kind in ("microbreak", "posture_change")}
    figures["movement"] = per_day(records, "movement", 100_000, minimum, quarters, 1)
    for name in ("sitting", "standing", "working"):
        figures[f"{name}_h"] = per_day(records, f"{name}_min", 24 * 60 * 1000, minimum, quarters, 60)
    fifth = fractions.Fraction(1, 5)
    figures["long_sits"] = "under 20" if long_sits < fifth else "over 80" if long_sits > 4 * fifth else "20-80"
    return {"week": week, "status": "released", "members": band, "figures": figures}


def random_record(dice, monday):
    def counts():
        most = dice.choice((0, 3, 40, 400))
        parts = {outcome: dice.randint(0, most) for outcome in OUTCOMES}
        return {"due": sum(parts.values()), **parts}

    sitting, standing = 5 * dice.randint(0, 800), 5 * dice.randint(0, 400)
    return {
        "schema": 1,
        "monday": monday,
        "revision": 1,
        "days_active": dice.randint(2, 7),
        "microbreak": counts(),
        "posture_change": counts(),
        "movement": dice.choice((None, dice.randint(1, 500))),
        "sitting_min": sitting,
        "standing_min": standing,
        "working_min": 5 * dice.randint(0, (sitting + standing) // 5),
        "long_sits": dice.choice(LONG),
    }


def main():
    dice = random.Random(20261123)
    monday = datetime.date(2026, 11, 23)
    teams = []
    for _ in range(400):
        size = dice.choice((0, 3, 4, 5, 6, 9, 10, 11, 24, 25, 40, 99, 100, 130))
        members = [(random_record(dice, monday.isoformat()), dice.random() < 0.1) for _ in range(size)]
        teams.append((dice.choice((5, 5, 8)), members))
    lines = []
    for minimum, members in teams:
        lines.append(f"team {minimum} 2026-W48")
        lines += [f"{'reader' if reads else 'member'} {json.dumps(record, separators=(',', ':'))}" for record, reads in members]
    said = subprocess.run([sys.argv[1]], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True).stdout
    answers = [json.loads(line) for line in said.splitlines()]
    assert len(answers) == len(teams), f"{len(answers)} answers for {len(teams)} teams"
    for (minimum, members), answer in zip(teams, answers):
        expected = team_week("2026-W48", members, minimum)
        assert answer == expected, f"{json.dumps(answer)}\n{json.dumps(expected)}"
    released = sum(answer["status"] == "released" for answer in answers)
    print(f"{len(teams)} random teams agree to the digit, {released} of them released")


if __name__ == "__main__":
    main()
