# SPDX-License-Identifier: GPL-3.0-or-later
"""The private desktop with poise-tray on it, and a scripted daemon."""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, f"{HERE}/../../support")

from desktop import Desktop

DAEMON = ["/usr/bin/python3", f"{HERE}/scripted_daemon.py"]


class TrayDesktop(Desktop):
    def __init__(self, tray, screen):
        super().__init__(screen)
        self.tray_path = tray
        self.trays = []

    def start_daemon(self, prompt=None):
        daemon = self.start(DAEMON + ([json.dumps(prompt)] if prompt else []), stdin=subprocess.PIPE)
        self.name_appears("org.poise.Daemon1")
        return daemon

    def start_tray(self):
        self.trays.append(self.start([self.tray_path], read="stderr"))
        return self.trays[-1]

    def make_daemon_activatable(self, first="exec"):
        """With what the shell does first."""
        self.make_activatable("org.poise.Daemon1", f'/bin/sh -c "{first} {" ".join(DAEMON)}"')

    def install_icon(self):
        folder = f"{self.home}/.local/share/icons/hicolor/scalable/apps"
        os.makedirs(folder)
        with open(f"{folder}/org.poise.Poise.svg", "w", encoding="utf-8") as file:
            file.write('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>')
