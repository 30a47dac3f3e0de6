#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every colour that the coach gives a text has a contrast of 4.5 to 1 (WCAG 2.1, 1.4.3) with what is behind it: its own
background, or else each background of GTK's windows and fields.

usage: contrast_test.py coach/style.cpp
"""
import re
import sys

ENOUGH = 4.5
# Of GTK 4's own theme: fields, windows, buttons.
BEHIND = {"light": ("#ffffff", "#f6f5f4", "#fafafa"), "dark": ("#2d2d2d", "#353535", "#3a3a3a")}


def luminance(colour):
    def linear(part):
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[i : i + 2]) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def texts(css):
    """(selector, colour, background or nothing) of each rule that colours a text."""
    for selector, body in re.findall(r"([^{}]+)\{([^}]*)\}", css):
        colour = re.search(r"(?:^|[\s;])color:\s*(#[0-9a-f]{6})", body)
        behind = re.search(r"background(?:-color)?:\s*(#[0-9a-f]{6})", body)
        if colour or behind:
            yield selector.strip(), colour and colour.group(1), behind and behind.group(1)


def main(path):
    with open(path, encoding="utf-8") as file:
        sheets = dict(re.findall(r'constexpr const char\* (\w+) = R"\((.*?)\)"', file.read(), re.DOTALL))
    failed, seen = [], 0
    for look, behind in BEHIND.items():
        for selector, colour, own in texts(sheets[look]):
            if not colour:
                failed.append(f"{look}: {selector}: a background, and no colour of its own")
                continue
            for back in (own,) if own else behind:
                seen += 1
                ratio = contrast(colour, back)
                print(f"{look}: {selector}: {colour} on {back}: {ratio:.1f} to 1")
                if ratio < ENOUGH:
                    failed.append(f"{look}: {selector}: {colour} on {back} has only {ratio:.2f} to 1")
    failed += [f"common: {rule[0]}: a colour belongs to light and to dark" for rule in texts(sheets["common"])]
    if seen < 10:
        failed.append(f"only {seen} colours were found in {path}")
    sys.exit("\n".join(failed) or 0)


if __name__ == "__main__":
    main(sys.argv[1])
