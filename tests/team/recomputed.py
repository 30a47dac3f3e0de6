# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a team's week once more, from the raw records, as docs/team.md tells them. Written from the rules and from
nothing else: it shares no line with team/figures or team/sql, and agrees with both to the digit.
"""
KINDS = ("microbreak", "posture_change")
OUTCOMES = ("taken", "partial", "natural", "skipped", "missed")
# From so many members on: their band, the grain of a percentage, the grain of a figure per day in quarters.
BANDS = ((100, "100+", 1, 1), (25, "25-99", 2, 1), (10, "10-24", 5, 2), (0, "5-9", 10, 2))
MOST_MINUTES, MOST_MOVEMENT = 24 * 60, 100


def millionths(part, whole):
    return 1_000_000 * part // whole


def mean(values, minimum, grain, unit):
    """Half up to a multiple of the grain, in units; nothing of too few."""
    if len(values) < minimum:
        return None
    step = grain * unit * len(values)
    return (2 * sum(values) + step) // (2 * step) * grain


def kind(records, name, minimum, grain):
    asked = [record[name] for record in records if record[name]["due"]]
    prompted = [counts for counts in asked if counts["due"] > counts["natural"]]

    def percent(values):
        return mean(values, minimum, grain, 10_000)

    return {
        "coverage": percent([millionths(2 * c["taken"] + 2 * c["natural"] + c["partial"], 2 * c["due"]) for c in asked]),
        "adherence": percent([millionths(2 * c["taken"] + c["partial"], 2 * (c["due"] - c["natural"])) for c in prompted]),
        "mix": {word: percent([millionths(c[word], c["due"]) for c in asked]) for word in OUTCOMES} if len(asked) >= minimum else None,
    }


def a_day(records, name, most, minimum, grain, quarter):
    values = [min(1000 * record[name] // record["days_active"], 1000 * most) for record in records if record[name] is not None]
    quarters = mean(values, minimum, grain, quarter)
    return None if quarters is None else quarters / 4


def week(label, records, minimum):
    """Of the records of those who do not read the report."""
    if len(records) < minimum:
        return {"week": label, "status": "suppressed"}
    members, percent, quarters = next(row[1:] for row in BANDS if len(records) >= row[0])
    share = sum(record["long_sits"] != "0" for record in records) / len(records)
    figures = {name: kind(records, name, minimum, percent) for name in KINDS}
    figures["movement"] = a_day(records, "movement", MOST_MOVEMENT, minimum, quarters, 250)
    for name in ("sitting", "standing", "working"):
        figures[f"{name}_h"] = a_day(records, f"{name}_min", MOST_MINUTES, minimum, quarters, 15_000)
    figures["long_sits"] = "under 20" if share < 0.2 else "over 80" if share > 0.8 else "20-80"
    return {"week": label, "status": "released", "members": members, "figures": figures}
