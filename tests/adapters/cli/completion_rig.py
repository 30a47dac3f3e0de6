#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The completions in the real shells: what bash, zsh and fish offer after the beginning of a command line."""

import os
import pathlib
import pty
import select
import subprocess
import sys
import tempfile
import time
import unittest

POISE = sys.argv.pop(1)

# What is typed, and what must be offered for its last word.
OFFERS = {
    "poise sta": {"status", "start"},
    "poise config ": {"path", "show", "check", "set"},
    "poise report --format ": {"text", "json", "csv", "html"},
    "poise start mo": {"mobility"},
    "poise report --f": {"--format", "--from"},
}


def script(shell):
    return subprocess.run([POISE, "completion", shell], check=True, capture_output=True, text=True).stdout


class Completion(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def saved(self, shell, name):
        file = self.folder / name
        file.write_text(script(shell))
        return file

    def test_bash(self):
        file = self.saved("bash", "poise.bash")
        for typed, offers in OFFERS.items():
            words = typed.split(" ")
            ask = f"source {file}; COMP_WORDS=({' '.join(words)} {'' if words[-1] else chr(34) * 2}); "
            ask += f"COMP_CWORD={len(words) - 1}; _poise; printf '%s\\n' \"${{COMPREPLY[@]}}\""
            said = subprocess.run(["bash", "-uc", ask], check=True, capture_output=True, text=True)
            self.assertEqual(set(said.stdout.split()), offers, typed)
            self.assertEqual(said.stderr, "", typed)

    def test_fish(self):
        file = self.saved("fish", "poise.fish")
        for typed, offers in OFFERS.items():
            ask = f"source {file}; complete -C '{typed}'"
            said = subprocess.run(
                ["fish", "--no-config", "-c", ask], check=True, capture_output=True, text=True, cwd=self.folder
            )
            # A file may be offered beside the words of an option; the folder holds one.
            found = {line.split("\t")[0] for line in said.stdout.splitlines()} - {"poise.fish"}
            self.assertEqual(found, offers, typed)
            self.assertEqual(said.stderr, "", typed)

    def test_zsh(self):
        """Only a zsh at a terminal completes, so there is one."""
        self.saved("zsh", "_poise")
        (self.folder / ".zshrc").write_text(
            f"fpath=({self.folder} $fpath)\nautoload -Uz compinit\ncompinit -u -D\nPS1='ready> '\nsetopt NO_BEEP\n"
        )
        child, terminal = pty.fork()
        if child == 0:
            os.environ.update(ZDOTDIR=str(self.folder), TERM="dumb")
            os.execvp("zsh", ["zsh", "-i"])
        try:
            self.read_until(terminal, ["ready> "])
            for typed, offers in OFFERS.items():
                # The second Tab lists, where the first has only gone on to what all have in common.
                os.write(terminal, (typed + "\t\t").encode())
                self.read_until(terminal, offers)
                os.write(terminal, b"\x15")  # empties the line
        finally:
            os.close(terminal)
            os.waitpid(child, 0)

    def read_until(self, terminal, words):
        read = ""
        end = time.monotonic() + 30
        while not all(word in read for word in words):
            ready, _, _ = select.select([terminal], [], [], max(0, end - time.monotonic()))
            self.assertTrue(ready, f"zsh offers {read!r}, not {words}")
            read += os.read(terminal, 65536).decode(errors="replace")


if __name__ == "__main__":
    unittest.main()
