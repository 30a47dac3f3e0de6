#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `./dev run` does on a desktop: here a private one, so that it may be done to it."""
import os
import signal
import subprocess

import rig
from rig import MICROBREAKS, Rig
from session import HERE


class Run(Rig):
    def test_is_poise_on_this_desktop_until_it_is_broken_off(self):
        self.given_configuration(**MICROBREAKS)
        self.given_desktop()
        run = self.start_run()
        self.session.prompt_shown("microbreak")
        self.assert_on_screen()
        again = self.session.run(f"{HERE}/run.sh", "--binaries", rig.options.binaries)
        self.assertIn("poised runs in this session already", again)
        self.assertIn(self.session.poise("status").splitlines()[0], again)
        self.assertEqual(run.end(signal.SIGINT), 0)
        self.session.name_vanishes("org.poise.Daemon1")
        self.assert_off_screen()
        self.assertEqual([bout["end"] for bout in self.session.facts("bout")], ["stopped"])
        self.assertIn(f"configuration  {self.session.configuration_path}", " ".join(filter(None, run.lines.queue)))

    def test_ends_with_the_daemon(self):
        self.given_configuration()
        self.given_desktop()
        run = self.start_run()
        self.session.wait("RegisterPresenter", "method_return")
        self.session.end_foreign_daemon()
        self.assertEqual(run.wait(), 1)
        self.session.name_vanishes("org.poise.Tray1")

    def test_is_a_story_where_there_is_no_desktop(self):
        """The whole of it, as `./dev run` tells it on a server."""
        picture = f"{rig.options.binaries}/../demo.png"
        if os.path.exists(picture):
            os.remove(picture)
        env = {name: value for name, value in self.session.env.items() if name != "DISPLAY"}
        command = [f"{HERE}/run.sh", "--binaries", rig.options.binaries]
        told = subprocess.run(command, env=env, text=True, capture_output=True, timeout=150, check=False)
        self.assertEqual((told.returncode, told.stderr), (0, ""))
        self.assertIn("The story happened as it was told.", told.stdout)
        self.assertGreater(os.path.getsize(picture), 1000)

    def start_run(self):
        return self.session.start([f"{HERE}/run.sh", "--binaries", rig.options.binaries])


if __name__ == "__main__":
    rig.main()
