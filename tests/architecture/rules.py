# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule of the guidance has tests that bear its id, and is named where it lives. A suite TEST(S5, ...) can fail when
S5 is taken out; a comment cannot.
usage: rules.py ROOT"""

import pathlib
import re
import sys

# How many there are of each family; P counts from 0. config/guide.toml may name no other.
FAMILIES = {"S": range(1, 14), "E": range(1, 17), "C": range(1, 3), "P": range(8), "F": range(1, 10), "R": range(1, 6)}
SUITE = re.compile(r"^TEST(?:_F|_P)?\(([SECPFR]\d+),", re.MULTILINE)
RULE = re.compile(r'^rule = "(\w+)"', re.MULTILINE)
ID = re.compile(r"\b([SECPFR]\d+)\b")


def texts(root, *patterns):
    for pattern in patterns:
        for path in root.glob(pattern):
            yield path.read_text(encoding="utf-8")


def found(expression, root, *patterns):
    return {rule for text in texts(root, *patterns) for rule in expression.findall(text)}


def findings(root):
    known = {f"{family}{number}" for family, numbers in FAMILIES.items() for number in numbers}
    tested = found(SUITE, root, "tests/**/*.cpp")
    living = found(ID, root, "core/*", "include/poise/*.hpp", "load/*.?pp", "cli/*.?pp", "config/*.toml")
    told = found(ID, root, "docs/**/*.md")
    for rule in sorted(found(RULE, root, "config/guide.toml") - known):
        yield f"config/guide.toml: {rule} is no rule of the guidance"
    places = [("no test suite", tested), ("no place in core, load, cli or config", living), ("no word in docs", told)]
    for where, there in places:
        yield from (f"{rule}: {where} bears its id" for rule in sorted(known - there))


def main():
    problems = list(findings(pathlib.Path(sys.argv[1])))
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
