#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A configuration or a pack of drills that is saved while Poise runs, in order or not."""
import os

import rig
from rig import MICROBREAKS, QUIET, Rig
from session import configuration

from processes import eventually

MISTAKE = '[schedule]\nmicrobreak_every = "often"\n'


class AConfiguration(Rig):
    def saves(self, text):
        """As most editors do: beside it, then over it."""
        beside = f"{self.session.configuration_path}.tmp"
        with open(beside, "w", encoding="utf-8") as file:
            file.write(text)
        os.rename(beside, self.session.configuration_path)

    def problems_become(self, holds):
        """Everything that passes until then."""

        def changed(args):
            return "Configuration" in args[1] and holds(args[1]["Configuration"]["data"]["problems"]["data"])

        return self.session.messages_until("PropertiesChanged", "signal", changed)

    def test_that_is_saved_counts_at_once(self):
        self.given_poise()
        self.saves(configuration(**{**QUIET, **MICROBREAKS}))
        self.session.prompt_shown("microbreak")

    def test_that_is_made_while_poise_runs_counts(self):
        self.given_desktop()
        os.rmdir(os.path.dirname(self.session.configuration_path))
        self.session.start_daemon()
        self.session.start_tray()
        os.mkdir(os.path.dirname(self.session.configuration_path))
        self.saves(configuration(**{**QUIET, **MICROBREAKS}))
        self.session.prompt_shown("microbreak")

    def test_that_is_a_folder_is_told_and_nobody_dies_of_it(self):
        os.mkdir(self.session.configuration_path)
        self.given_desktop()
        self.session.start_daemon()
        self.session.start_tray()
        told = self.session.wait("Notice", "signal")["args"]
        self.assertEqual(told[0], "configuration_refused")
        self.assertIn("poise.toml: cannot be read: Is a directory", told[2])
        os.rmdir(self.session.configuration_path)
        self.saves(configuration(**{**QUIET, **MICROBREAKS}))
        self.session.prompt_shown("microbreak")

    def test_with_a_mistake_is_told_once_and_changes_nothing(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        self.saves(MISTAKE)
        told = self.session.wait("Notice", "signal")["args"]
        self.assertEqual(told[0], "configuration_refused")
        self.assertIn("poise.toml:2:", told[2])
        self.session.poise("done")
        self.session.prompt_shown("microbreak")
        self.saves(MISTAKE + "# nothing new\n")
        where = ["org.poise.Daemon1", "/org/poise/Daemon1", "org.poise.Daemon1"]
        self.assertIn("poise.toml:2:", self.session.run("busctl", "--user", "call", *where, "Reload"))
        self.saves("# moved by a line\n" + MISTAKE)
        passed = self.problems_become(lambda problems: problems and "poise.toml:3:" in problems[0])
        self.assertEqual([message["args"][0] for message in passed if message.get("member") == "Notice"], [])
        self.saves(configuration(**QUIET))
        self.problems_become(lambda problems: problems == [])
        self.session.stop_daemon()
        said = []
        while (line := self.session.daemon.lines.get(timeout=1)) is not None:
            said.append(line)
        self.assertIn("poised: the configuration is in order again", said)
        self.assertEqual(len([line for line in said if "poise.toml:2:" in line]), 1)


PACK = """
[[drill]]
id = "my.towel"
name = "Towel pull"
kinds = ["snack", "mobility"]
places = ["desk"]
movements = ["pull"]
regions = ["upper_back"]
dose = { reps = [8, 10] }
light_pull = true
steps = ["Hold a towel in front of you and pull it apart."]
breathing = "Out as you pull."
rule = "E10"
source = "My physiotherapist"
added = "I like it."
"""


class APack(Rig):
    def saves(self, text):
        folder = f"{os.path.dirname(self.session.configuration_path)}/guide.d"
        os.makedirs(folder, exist_ok=True)
        with open(f"{folder}/mine.toml", "w", encoding="utf-8") as file:
            file.write(text)

    def levers_become_possible(self):
        """A lever must be a drill that the daemon knows."""
        eventually("the pack", lambda: self.session.try_poise("levers", "", "my.towel").returncode == 0, patience_s=20)

    def test_that_is_saved_counts_at_once(self):
        self.given_poise()
        self.assertIn("no drill", self.session.try_poise("levers", "", "my.towel").stderr)
        self.saves(PACK)
        self.levers_become_possible()

    def test_that_is_a_folder_is_told_and_nobody_dies_of_it(self):
        self.given_poise()
        self.saves(PACK)
        folder = f"{os.path.dirname(self.session.configuration_path)}/guide.d"
        os.mkdir(f"{folder}/other.toml")
        told = self.session.wait("Notice", "signal")["args"]
        self.assertEqual(told[0], "guide_refused")
        self.assertIn("guide.d/other.toml: cannot be read: Is a directory", told[2])
        self.levers_become_possible()

    def test_with_a_mistake_is_left_out_whole_and_told_once(self):
        self.given_poise()
        self.saves(PACK + PACK.replace("my.towel", "my.other").replace('"desk"', '"cellar"'))
        told = self.session.wait("Notice", "signal")["args"]
        self.assertEqual(told[0], "guide_refused")
        self.assertIn("guide.d/mine.toml:", told[2])
        self.assertIn("cellar", told[2])
        self.assertIn("no drill", self.session.try_poise("levers", "", "my.towel").stderr)
        where = ["org.poise.Daemon1", "/org/poise/Daemon1", "org.poise.Daemon1"]
        self.assertIn("mine.toml:", self.session.run("busctl", "--user", "call", *where, "Reload"))
        self.saves(PACK)
        self.levers_become_possible()


if __name__ == "__main__":
    rig.main()
