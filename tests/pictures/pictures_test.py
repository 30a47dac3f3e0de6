# SPDX-License-Identifier: GPL-3.0-or-later
"""Every drill and every step has a picture of its own that is small, calm and self-contained; every icon is there.
usage: pictures_test.py CONFIG_FOLDER SHARE_FOLDER"""

import itertools
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import unittest
import xml.etree.ElementTree

CONFIG, SHARE = map(pathlib.Path, sys.argv[1:3])
DRILLS = tomllib.loads((CONFIG / "guide.toml").read_text(encoding="utf-8"))["drill"]
PICTURES = SHARE / "poise" / "pictures"
ICONS = SHARE / "icons" / "hicolor"
LARGEST = 6 * 1024
STATES = ("working", "due", "resting", "held", "paused", "standing", "degraded")
SVG = "{http://www.w3.org/2000/svg}"
PLASMA_STYLE = ".ColorScheme-Text { color: #bebebe }"
DRAWS = {SVG + name for name in ("svg", "g", "path", "rect", "ellipse", "circle", "title")}
SAYS = set(
    "viewBox width height d fill stroke stroke-width stroke-linejoin stroke-linecap stroke-dasharray paint-order"
    " transform cx cy r rx ry x y opacity fill-opacity class id".split()
)


def files_of(drill):
    """The picture, then that of each step."""
    stem = drill["picture"].removesuffix(".svg")
    return [drill["picture"], *(f"{stem}-{number}.svg" for number in range(1, len(drill["steps"]) + 1))]


def luminance(colour):
    digits = colour.lstrip("#")
    parts = [int(digit * 2, 16) for digit in digits] if len(digits) == 3 else list(bytes.fromhex(digits))
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in (p / 255 for p in parts)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    lower, upper = sorted((luminance(a), luminance(b)))
    return (upper + 0.05) / (lower + 0.05)


def foreign_parts(path):
    """What an SVG holds that is no plain drawing: scripts, links, foreign elements, styles but that of Plasma's icons."""
    for element in xml.etree.ElementTree.parse(path).getroot().iter():
        if element.get("id") == "current-color-scheme" and element.text == PLASMA_STYLE:
            continue
        if element.tag not in DRAWS:
            yield f"{path.name}: {element.tag}"
        for name, value in element.attrib.items():
            if name not in SAYS or "url(" in value or "://" in value:
                yield f"{path.name}: {name}={value}"


class Pictures(unittest.TestCase):
    def test_every_drill_and_every_step_has_one(self):
        self.assertGreater(len(DRILLS), 30)
        missing = [name for drill in DRILLS for name in files_of(drill) if not (PICTURES / name).is_file()]
        self.assertEqual(missing, [])

    def test_none_is_left_that_no_step_shows(self):
        shown = {name for drill in DRILLS for name in files_of(drill)}
        self.assertEqual({path.name for path in PICTURES.iterdir()} - shown, set())

    def test_no_two_drills_share_a_figure(self):
        texts = {drill["id"]: {(PICTURES / name).read_bytes() for name in files_of(drill)} for drill in DRILLS}
        shared = [pair for pair in itertools.combinations(texts, 2) if texts[pair[0]] & texts[pair[1]]]
        self.assertEqual(shared, [])
        self.assertEqual(len({drill["picture"] for drill in DRILLS}), len(DRILLS))

    def test_every_picture_is_told_in_words_of_its_own(self):
        words = [drill["alt"].strip() for drill in DRILLS]
        self.assertEqual([text for text in words if len(text) < 20 or not text.endswith(".")], [])
        self.assertEqual(len(set(words)), len(words))

    def test_they_are_small_plain_drawings(self):
        paths = sorted(PICTURES.iterdir())
        self.assertEqual([path.name for path in paths if path.stat().st_size > LARGEST], [])
        self.assertEqual([finding for path in paths for finding in foreign_parts(path)], [])

    def test_every_line_stands_out_from_the_card(self):
        for path in PICTURES.iterdir():
            text = path.read_text(encoding="utf-8")
            card = re.search(r'<rect [^>]*fill="(#\w+)"', text)[1]
            for ink in set(re.findall(r'stroke="(#\w+)"', text)):
                self.assertGreaterEqual(contrast(ink, card), 4.5, f"{path.name}: {ink} on {card}")

    def test_nothing_is_drawn_beyond_the_edge(self):
        """The beginnings of all paths, moved as their groups are; a drill that is cut goes on below."""
        poses = [tomllib.loads(path.read_text(encoding="utf-8")) for path in (CONFIG / "pictures").glob("*.toml")]
        cut = {drill for content in poses for drill, keys in content.items() if "cut" in keys}
        self.assertTrue(0 < len(cut) < 10, cut)
        for path in PICTURES.iterdir():
            lowest = 480 if path.stem.partition("-")[0] in cut else 240
            for group in xml.etree.ElementTree.parse(path).getroot().iter(SVG + "g"):
                place = re.fullmatch(r"translate\((-?[\d.]+) ?(-?[\d.]+)\) scale\(([\d.]+)\)", group.get("transform", ""))
                for line in group.iter(SVG + "path") if place else ():
                    x, y = map(float, re.match(r"M(-?[\d.]+) ?(-?[\d.]+)", line.get("d")).groups())
                    left, top, zoom = map(float, place.groups())
                    self.assertTrue(0 < left + x * zoom < 320 and 0 < top + y * zoom < lowest, f"{path.name}: {line.get('d')}")

    def test_drawing_them_again_changes_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-B", CONFIG / "pictures" / "draw.py", folder], check=True)
            for path in pathlib.Path(folder).iterdir():
                self.assertEqual(path.read_bytes(), (PICTURES / path.name).read_bytes(), path.name)


class Icons(unittest.TestCase):
    def test_the_program_and_every_state_has_one(self):
        wanted = ["scalable/apps/poise.svg", "symbolic/apps/poise-symbolic.svg"]
        wanted += [f"symbolic/status/poise-{state}-symbolic.svg" for state in STATES]
        self.assertEqual([name for name in wanted if not (ICONS / name).is_file()], [])
        self.assertEqual([f for name in wanted for f in foreign_parts(ICONS / name)], [])

    def test_symbolic_ones_have_one_colour_on_a_grid_of_16(self):
        texts = {path.name: path.read_text(encoding="utf-8") for path in (ICONS / "symbolic").rglob("*.svg")}
        self.assertEqual(len(set(texts.values())), len(texts))
        for name, text in texts.items():
            self.assertIn('viewBox="0 0 16 16"', text, name)
            self.assertEqual(set(re.findall(r'fill="([^"]+)"', text)), {"currentColor"}, name)
            self.assertIn(PLASMA_STYLE, text, name)
            self.assertNotIn("stroke", text, name)  # GTK fills every path


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
