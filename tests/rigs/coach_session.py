# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rigs of the coach share: drills of a few seconds, the window, and what a screen reader finds in it."""
import json
import os
import re
import signal

import rig
from rig import Rig
from session import SOURCE

from processes import eventually

COACH = "org.poise.Coach1"
# As short as the window allows; changing over takes its 10 s all the same.
SHORT = {
    "hold": '["2s", "2s"]',
    "reps": "[1, 1]",
    "breaths": "[1, 1]",
    "breath_time": '"2s"',
    "rounds": "[1, 1]",
    "round_rest": '"1s"',
}

# Breath, a rotation and a light pull: as few as a block has (S7, S5, S11).
THREE_DRILLS = {"mobility_length": '"16s"'}
# Of each page of the introduction: what is on no other one, and the key that goes on. No red flag, no programme.
INTRODUCTION = (
    ("What Poise asks of you", "alt+n"),
    ("What Poise counts, and what it never does", "alt+n"),
    ("How to answer, pause and stop it", "alt+n"),
    ("Is any of this true for you?", "alt+n"),
    ("What bothers or limits you?", "alt+n"),
    ("Is everything in its place?", "alt+l"),
    ("That is all", "alt+d"),
)


def has_ended(pid):
    """Where the first process is no init, nobody takes note of it: then it is there as a zombie."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
            return file.read().rpartition(") ")[2].startswith("Z")
    except (FileNotFoundError, ProcessLookupError):
        return True


def short_guide():
    """config/guide.toml with a dose of a few seconds for each drill."""
    with open(f"{SOURCE}/config/guide.toml", encoding="utf-8") as file:
        lines = file.read().splitlines()
    for i, line in enumerate(lines):
        if line.startswith("dose = "):
            for key, value in SHORT.items():
                line = re.sub(rf'\b{key} = (\[[^\]]*\]|"[^"]*")', f"{key} = {value}", line)
            lines[i] = line
    return "\n".join(lines) + "\n"


class CoachRig(Rig):
    def given_coach(self, **changes):
        """Nobody types: a break counts while hands rest."""
        self.given_home(**changes)
        self.session.start(["openbox"])
        self.session.start_dunst()
        self.session.start_daemon()
        self.session.call_daemon("NoteIntroduction")  # or it would come by itself
        self.session.start_tray()

    def given_home(self, **changes):
        folder = f"{self.session.home}/.local/share/poise"
        os.makedirs(folder)
        with open(f"{folder}/guide.toml", "w", encoding="utf-8") as file:
            file.write(short_guide())
        self.make_coach_activatable()
        self.given_configuration(**changes)

    def given_gtk_settings(self, settings):
        """Of the desktop, before the window."""
        os.makedirs(f"{self.session.home}/.config/gtk-4.0", exist_ok=True)
        with open(f"{self.session.home}/.config/gtk-4.0/settings.ini", "w", encoding="utf-8") as file:
            file.write(f"[Settings]\n{settings}")

    def make_coach_activatable(self):
        program = f"{self.session.binaries}/poise-coach"
        self.session.make_activatable(COACH, f"{program} --gapplication-service")
        self.session.make_activatable("org.a11y.Bus", "/usr/libexec/at-spi-bus-launcher")

    def open_window(self, method):
        self.session.run("busctl", "--user", "call", COACH, "/org/poise/Coach1", COACH, method)

    def coach_pid(self):
        return int(self.session.run("busctl", "--user", "status", COACH).split("PID=")[1].split()[0])

    def begin(self, kind):
        """Until its window is on the screen."""
        self.session.poise("start", kind)
        self.session.name_appears(COACH)
        self.window()

    def window(self):
        """The one of the coach that can be seen."""
        return self.session.visible_window("--pid", str(self.coach_pid()))

    def press(self, *keys):
        self.session.run("xdotool", "windowactivate", "--sync", self.window(), "key", *keys)

    def outlives_a_killed_window(self):
        self.begin("snack")
        os.kill(self.coach_pid(), signal.SIGKILL)
        self.coach_is_gone()
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.assert_outcomes((1, "snack", "taken"))

    def outlives_a_hanging_window(self):
        self.begin("snack")
        pid = self.coach_pid()
        self.freeze(pid)
        self.assertEqual(self.session.status()["prompt"]["phase"], "running")  # the daemon waits for nobody
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.assert_outcomes((1, "snack", "taken"))
        self.thaw(pid)
        self.coach_is_gone()  # it hears that the break is over, and goes
        self.process_ends(pid)

    def runs_through(self):
        """The break counts when its length is over; its window goes on to the end of the last drill."""
        self.begin("mobility")
        pid = self.coach_pid()
        for part in (0, 1):
            self.session.wait("AtPart", "method_call", lambda args, part=part: args[1] == part)
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.assert_outcomes((1, "mobility", "taken"))
        self.session.wait("AtPart", "method_call", lambda args: args[1] == 2)
        self.coach_is_gone()
        self.process_ends(pid)

    def coach_is_gone(self):
        """Its name, and the process with it."""
        self.session.name_vanishes(COACH)

    def process_ends(self, pid):
        eventually("the end of the coach", lambda: has_ended(pid))

    def freeze(self, pid):
        os.kill(pid, signal.SIGSTOP)
        self.addCleanup(self.thaw, pid)

    @staticmethod
    def thaw(pid):
        if os.path.exists(f"/proc/{pid}"):
            os.kill(pid, signal.SIGCONT)

    def tree(self):
        """Everything that a screen reader finds in the window."""
        script = f"{SOURCE}/tests/support/accessible_tree.py"
        lines = self.session.run("/usr/bin/python3", script, "poise-coach").splitlines()
        return [json.loads(line) for line in lines]

    def tree_becomes(self, what, holds):
        """A screen reader is told of each change, but asking again is simpler."""
        return eventually(what, self.tree, holds)

    def assert_named(self, tree):
        unnamed = [node for node in tree if "focusable" in node["states"] and not node["name"]]
        self.assertEqual([node for node in unnamed if node["role"] not in ("scroll pane", "viewport", "panel")], [])
        self.assertEqual([node for node in tree if node["role"] in ("image", "progress bar") and not node["name"]], [])


def main():
    rig.main(size="1000x900")
