# SPDX-License-Identifier: GPL-3.0-or-later
"""Every catalogue says everything, with the same figures and the same {names} as the English.
usage: catalogues_test.py FOLDER_OF_CATALOGUES"""

import pathlib
import re
import sys
import unittest

FOLDER = pathlib.Path(sys.argv.pop())
NAME = re.compile(r"\{\w+\}")
FIGURE = re.compile(r"\d+")
MNEMONIC = re.compile(r"_(\w)")
END = re.compile(r"[.?!:…]? ?$")
FAMILIAR = re.compile(r"\b(du|dich|dir|dein\w*)\b", re.IGNORECASE)
# Buttons that are on one page of the coach, where Alt and a letter press them.
PAGES = (
    ("_Back", "_Pause", "_Next", "_Too painful", "_Done"),
    ("_Back", "_Go on", "_Next", "_Too painful", "_Done"),
    ("_Done", "_Partly", "_Not now", "_Go on with the break"),
)


def entries(path):
    """Each as a dictionary of its fields; its flags and its places are two more."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        fields, last = {}, None
        for line in block.splitlines():
            if line.startswith(("#,", "#:")):
                key = "flags" if line[1] == "," else "places"
                fields[key] = fields.get(key, "") + line[2:]
            elif line.startswith("msg"):
                last, _, text = line.partition(" ")
                fields[last] = text[1:-1]
            elif line.startswith('"'):
                fields[last] += line[1:-1]
        if fields.get("msgid"):
            yield fields


def pairs(fields):
    """The English and its translation, form by form."""
    if "msgid_plural" not in fields:
        return [(fields["msgid"], fields["msgstr"])]
    forms = sorted(key for key in fields if key.startswith("msgstr["))
    return [(fields["msgid_plural"], fields[key]) for key in forms]


def is_of_a_window(fields):
    return any(room in fields.get("places", "") for room in ("tray/", "coach/"))


class ACatalogue(unittest.TestCase):
    def assert_all(self, is_well):
        """`is_well(fields, english, translation)`; what is not is named, all of it."""
        catalogues = sorted(FOLDER.glob("*.po"))
        self.assertTrue(catalogues)
        for path in catalogues:
            found = list(entries(path))
            self.assertGreater(len(found), 1000, path)
            wrong = [
                f"{english!r}: {translation!r}"
                for fields in found
                for english, translation in pairs(fields)
                if not is_well(fields, english, translation)
            ]
            self.assertEqual(wrong, [], path.name)

    def test_is_complete(self):
        self.assert_all(lambda fields, _, translation: translation and "fuzzy" not in fields.get("flags", ""))

    def test_has_the_texts_of_the_template_and_no_others(self):
        wanted = {(fields.get("msgctxt"), fields["msgid"]) for fields in entries(FOLDER / "poise.pot")}
        for path in FOLDER.glob("*.po"):
            found = {(fields.get("msgctxt"), fields["msgid"]) for fields in entries(path)}
            self.assertEqual(found ^ wanted, set(), path.name)

    def test_keeps_every_name(self):
        self.assert_all(lambda _, english, translation: set(NAME.findall(english)) == set(NAME.findall(translation)))

    def test_keeps_every_figure(self):
        self.assert_all(
            lambda _, english, translation: sorted(FIGURE.findall(english)) == sorted(FIGURE.findall(translation))
        )

    def test_ends_as_the_english_does(self):
        self.assert_all(lambda _, english, translation: END.search(english).group() == END.search(translation).group())

    def test_has_a_letter_to_press_where_the_english_has_one(self):
        self.assert_all(
            lambda fields, english, translation: not is_of_a_window(fields)
            or len(MNEMONIC.findall(english)) == len(MNEMONIC.findall(translation))
        )

    def test_has_different_letters_on_one_page(self):
        for path in FOLDER.glob("*.po"):
            said = {fields["msgid"]: fields.get("msgstr") for fields in entries(path)}
            for page in PAGES:
                letters = [MNEMONIC.search(said[label]).group(1).lower() for label in page]
                self.assertEqual(len(set(letters)), len(page), f"{path.name}: {[said[label] for label in page]}")


class German(unittest.TestCase):
    def test_addresses_nobody_as_du(self):
        for fields in entries(FOLDER / "de.po"):
            for _, translation in pairs(fields):
                self.assertIsNone(FAMILIAR.search(translation), translation)


if __name__ == "__main__":
    unittest.main()
