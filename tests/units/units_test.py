#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The systemd units, as systemd itself reads them: nothing it would complain of, and as little allowed as can be."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

UNITS = pathlib.Path(sys.argv.pop(1))
ALL = ["poise-team-board.service", "poise-team-board.timer", "poise-team.service", "poise-team.timer", "poise-tray.service", "poised-without-namespaces.service", "poised.service"]
# By `systemd-analyze security`, from 0 (nothing is allowed) to 10. The tray opens reports and windows for the person, who
# would find them in its sandbox.
EXPOSURE_AT_MOST = {"poised.service": 1.2, "poised-without-namespaces.service": 5.8, "poise-team.service": 5.8, "poise-team-board.service": 6.5}


class Units(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        for unit in ALL:
            text = (UNITS / unit).read_text(encoding="utf-8")
            for words in ("export", "board publish"):
                text = text.replace(f"ExecStart=/usr/bin/poise-team {words} --quiet\n", "ExecStart=/bin/true\n")
            for program in ("poised", "poise-tray"):
                text = text.replace(f"ExecStart=/usr/bin/{program}\n", "ExecStart=/bin/true\n")
            (self.folder / unit).write_text(text, encoding="utf-8")
            if (UNITS / f"{unit}.d").exists():
                shutil.copytree(UNITS / f"{unit}.d", self.folder / f"{unit}.d")

    def analyze(self, *words):
        env = {**os.environ, "XDG_RUNTIME_DIR": str(self.folder)}
        return subprocess.run(["systemd-analyze", *words], env=env, capture_output=True, text=True, check=False)

    def test_are_read_without_a_word(self):
        said = self.analyze("verify", "--user", "--man=no", *(str(self.folder / unit) for unit in ALL))
        self.assertEqual(said.stderr, "")
        self.assertEqual(said.returncode, 0)

    def test_allow_little(self):
        for unit, limit in EXPOSURE_AT_MOST.items():
            threshold = f"--threshold={limit * 10:.0f}"
            path = str(self.folder / unit)
            said = self.analyze("security", "--user", "--offline=true", threshold, "--no-pager", path)
            self.assertEqual(said.returncode, 0, said.stdout[-400:] + said.stderr)


if __name__ == "__main__":
    if not shutil.which("systemd-analyze"):
        sys.exit("systemd-analyze is missing (Debian: systemd)")
    unittest.main()
