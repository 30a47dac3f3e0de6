#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a rig has started ends with it, whatever that has started in turn: a rig that waits for ever says nothing."""
import os
import shutil
import tempfile
import unittest

import processes
from processes import Process


class AProcess(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def given_one_that_starts(self, name):
        """It is there still when its parent goes, and holds the pipe to us."""
        program = f"{self.folder.name}/{name}"
        shutil.copy("/usr/bin/sleep", program)
        process = Process(["sh", "-c", f"{program} 1000 & echo it runs; wait"], dict(os.environ))
        process.line("a line")
        return process

    def test_takes_with_it_what_it_has_left_behind(self):
        process = self.given_one_that_starts("at-spi2-registryd")
        process.end()
        self.assertFalse(process.reader.is_alive())  # which reads until nobody holds the pipe

    def test_tells_of_a_program_of_poises_that_stays(self):
        self.addCleanup(setattr, processes, "PATIENCE_S", processes.PATIENCE_S)
        processes.PATIENCE_S = 0.2
        process = self.given_one_that_starts("poise-coach")
        with self.assertRaisesRegex(AssertionError, "poise-coach"):
            process.end()


if __name__ == "__main__":
    unittest.main(verbosity=2)
