#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person who reads German, on a machine with a German locale: prompts, windows and the command line speak it, and what
machines read does not change by a byte. And a language that nobody speaks, longer and from right to left (po/mirror.py),
in every window of the coach; the screenshots in build/coach are for a person to look at."""
import json
import os
import re
import shutil
import subprocess
import tempfile

import coach_session
import rig
from coach_session import COACH, CoachRig
from session import SOURCE

SCREENSHOTS = f"{SOURCE}/build/coach"
FROM_RIGHT = "\u200f"

locales = None


def make_locales():
    """German as Debian's package `locales` describes it, in a folder of our own: no machine needs to have it installed."""
    folder = tempfile.mkdtemp(prefix="poise-locales.")
    made = ["localedef", "--no-archive", "--inputfile=de_DE", "--charmap=UTF-8", f"{folder}/de_DE.UTF-8"]
    subprocess.run(made, check=True)
    return folder


class AReader(CoachRig):
    def speak(self, **variables):
        """From here on, whoever the bus starts as well."""
        self.session.env.update(variables)
        pairs = [word for variable in variables.items() for word in variable]
        bus = ["org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "UpdateActivationEnvironment"]
        self.session.run("busctl", "--user", "call", *bus, "a{ss}", str(len(variables)), *pairs)

    def speak_german(self, **variables):
        self.speak(LOCPATH=locales, LC_ALL="de_DE.UTF-8", **variables)

    def open(self, method):
        self.session.run("busctl", "--user", "call", COACH, "/org/poise/Coach1", COACH, method)
        self.session.name_appears(COACH)
        self.window()

    def shoot(self, name, *what):
        os.makedirs(SCREENSHOTS, exist_ok=True)
        self.session.run("scrot", "--overwrite", *(what or ("--focused",)), f"{SCREENSHOTS}/{name}.png")


class AGermanReader(AReader):
    def setUp(self):
        super().setUp()
        self.speak_german()

    def test_is_asked_in_german(self):
        prompt = self.given_prompt("microbreak", **rig.MICROBREAKS)
        self.assertEqual(prompt["title"], "Hände ruhen lassen, 3 s")
        self.assertIn("gearbeitet, seit Ihre Hände zuletzt ruhten.", prompt["text"])
        summary, body, actions = self.session.wait("Notify", "method_call")["args"][3:6]
        self.assertEqual(summary, prompt["title"])
        self.assertIn(prompt["text"], body)
        self.assertEqual(actions[1::2], ["Beginnen", "Beginnen", "Später", "Auslassen"])
        self.shoot("prompt-german", "--overwrite")  # dunst has it on the screen: given_prompt looks
        (offered,) = self.session.facts("offered")
        self.assertIn("of work since your hands last rested.", offered["why"])

    def test_finds_a_german_menu(self):
        self.given_coach()
        menu = ["org.poise.Tray1", "/org/poise/Tray1/Menu", "com.canonical.dbusmenu"]
        layout = self.session.run("busctl", "--user", "--json=short", "call", "--", *menu, "GetLayout", "iias", "0", "-1", "0")
        labels = re.findall('"label":{"type":"s","data":"([^"]*)"', layout)
        for label in ("_Pause beginnen", "Etwas _bewegen", "Heute _verspannt", "_Einstellungen…"):
            self.assertIn(label, labels)

    def test_is_told_how_things_are_in_german(self):
        self.given_coach(posture_window='["30min", "45min"]')
        status = self.session.poise("status")
        self.assertIn("Anwesenheit", status)
        self.assertRegex(status, "Seit .* im Sitzen|Niemand am Platz")
        self.assertIn("Haltungswechsel: nicht fällig", self.session.poise("explain"))
        self.assertIn("Brustwirbelsäule über der Stuhllehne", self.session.poise("guide", "show", "E2.chair"))
        self.assertIn("keine Daten", self.session.poise("report"))
        self.assertIn('<html lang="de">', self.session.poise("report", "--format", "html"))
        refused = self.session.try_poise("skip")
        self.assertIn("es ist keine Erinnerung", refused.stderr)

    def test_is_guided_in_german(self):
        self.given_coach(snack_length='"60s"')
        self.begin("snack")
        tree = self.tree_becomes("the buttons", lambda tree: any(n["name"] == "Zu schmerzhaft" for n in tree))
        self.assert_named(tree)
        self.shoot("break-german")
        self.press("alt+s")
        question = "Hier aufhören. Wie sehr schmerzt es?"
        tree = self.tree_becomes("the question", lambda tree: any(n["name"] == question for n in tree))
        self.assertIn("Schmerz jetzt 7 von 10", [n["name"] for n in tree])
        self.assertFalse([n["name"] for n in tree if "worst" in n["name"] or "Pain" in n["name"]])
        self.shoot("pain-german")

    def test_sees_every_window_in_german(self):
        self.given_coach()
        for method, title in (
            ("ShowCheckin", "Wie geht es Ihnen?"),
            ("ShowWorkstationCheck", "Ist alles an seinem Platz?"),
            ("ShowSettings", "Einstellungen"),
            ("ShowPractice", "Wie es geht"),
        ):
            self.open(method)
            self.tree_becomes(title, lambda tree, title=title: any(n["name"] == title for n in tree))
            self.shoot(f"{method[4:].lower()}-german")
            self.press("Escape")
            self.coach_is_gone()

    def test_leaves_to_machines_what_is_theirs(self):
        self.given_coach(snack_length='"60s"', coach="false")
        self.session.poise("start", "snack")
        self.session.poise("done")
        self.session.poise("checkin", "--pain", "3", "--region", "neck")
        trace = f"{self.session.folder}/trace.jsonl"
        with open(trace, "w", encoding="utf-8") as file:
            file.write('{"start": "2026-11-23T09:00:00+01:00", "zone": "Europe/Berlin"}\n{"t": 0, "event": "active"}\n')
            file.write('{"t": 6000, "event": "checkin", "pain": 4, "region": "upper_back"}\n')
            file.write('{"t": 7000, "event": "screen", "flags": ["chest_pressure"]}\n{"t": 9000, "event": "end"}\n')
        commands = (
            ("simulate", trace),
            ("report", "--format", "json"),
            ("report", "--format", "csv"),
            ("export", "--include-sensitive"),
            ("config", "show"),
            ("guide", "table"),
            ("posture",),
        )
        self.session.stop_daemon()  # which would go on writing; only `posture` asks it
        said = [self.session.try_poise(*command).stdout for command in commands]
        self.assertTrue(all(said[:-1]))
        findings = self.findings()
        self.session.env["LC_ALL"] = "C.UTF-8"
        self.assertEqual([self.session.try_poise(*command).stdout for command in commands], said)
        self.assertEqual(self.findings(), findings)

    def findings(self):
        return [each["what"] for each in json.loads(self.session.try_poise("doctor", "--json").stdout)["findings"]]

    def test_finds_words_of_machines_in_the_status_for_machines(self):
        self.given_coach(snack_length='"60s"', coach="false")
        self.session.poise("start", "snack")
        bar = json.loads(self.session.poise("status", "--waybar"))
        self.assertEqual(bar["class"], "running")
        self.assertIn("(läuft)", bar["tooltip"])
        prompt = self.session.status()["prompt"]
        self.assertEqual((prompt["kind"], prompt["phase"]), ("snack", "running"))


class AMirroredReader(AReader):
    def test_finds_nothing_in_plain_english_and_everything_turned_round(self):
        self.speak_german(LANGUAGE="en@mirror")  # before the locale's language; C.UTF-8 knows none but its own since glibc 2.41
        self.given_coach(snack_length='"60s"')
        self.begin("snack")
        tree = self.tree_becomes("the buttons", lambda tree: len(tree) > 5)
        self.assert_mirrored(tree)
        self.shoot("break-mirror")
        self.press("Left")  # which is onward
        self.tree_becomes("the drill", lambda tree: not any("Gét réádý" in n["name"] for n in tree if n["role"] == "label"))
        self.press("Escape")
        self.assert_mirrored(self.tree_becomes("the question", lambda tree: any("Ñö" in n["name"] for n in tree)))
        self.shoot("ending-mirror")
        self.press("Escape")
        self.coach_is_gone()
        for method in ("ShowCheckin", "ShowWorkstationCheck", "ShowSettings", "ShowPractice"):
            self.open(method)
            self.assert_mirrored(self.tree_becomes("the window", lambda tree: len(tree) > 5))
            self.shoot(f"{method[4:].lower()}-mirror")
            self.press("Escape")
            self.coach_is_gone()

    def assert_mirrored(self, tree):
        """Figures and the values of settings are nobody's language, and (None) is GTK's, behind what is chosen."""
        spoken = [n["name"] for n in tree if n["role"] in ("push button", "check box", "label", "heading", "toggle button")]
        self.assertTrue(spoken)
        plain = [name for name in spoken if any(letter.isalpha() for letter in name) and FROM_RIGHT not in name]
        plain = [name for name in plain if name != "(None)"]
        self.assertEqual(plain, [])


def main():
    global locales
    locales = make_locales()
    try:
        coach_session.main()
    finally:
        shutil.rmtree(locales)


if __name__ == "__main__":
    main()
