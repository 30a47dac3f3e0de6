#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Poise under its systemd units: a person's own systemd, in whose sandbox the daemon must still hear the desktop, ask,
and write its journal.

Run by root, it makes a view of the machine in which systemd finds itself at home, and goes on in it as somebody else."""
import os
import shutil
import subprocess
import sys
import tempfile

import rig
from rig import MICROBREAKS, Rig
from session import SOURCE, Session
from wayland import OnWayland

from compositors import Sway
from machine import EXPOSED_AT_MOST, UNIT_ROOTS, OwnSystemd, exposure_in, run_in_view

SKIPPED = 77


class UnderSystemd(OwnSystemd, Session):
    def __init__(self, binaries, screen):
        self.units, self.binaries = f"{binaries}/../units", binaries
        super().__init__(binaries, screen)

    def start_daemon(self):
        self.tell_environment()
        subprocess.run(["systemctl", "--user", "start", "poised.service"], env=self.env, check=False, timeout=30)
        self.name_appears("org.poise.Daemon1")

    def start_tray(self):
        self.run("systemctl", "--user", "start", "poise-tray.service")
        self.wait("RegisterPresenter", "method_return")

    def pid_of(self, name):
        return self.run("busctl", "--user", "status", name).split("PID=")[1].split()[0]

    def unit_of_the_daemon(self):
        pid = self.pid_of("org.poise.Daemon1")
        with open(f"/proc/{pid}/cgroup", encoding="ascii") as file:
            return pid, file.read().strip().rsplit("/", 1)[-1]


def exposure(session):
    """Of the unit as it has been loaded, with all that is added to it."""
    return exposure_in(session.run("systemd-analyze", "--user", "security", "--no-pager", "poised.service"))


def is_confined(pid):
    """Whether it sees its own mounts and no network."""
    return all(os.readlink(f"/proc/{pid}/ns/{name}") != os.readlink(f"/proc/self/ns/{name}") for name in ("net", "user"))


class OnX(Rig):
    def setUp(self):
        super().setUp(UnderSystemd)

    def test_asks_and_keeps_its_journal(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        pid, unit = self.session.unit_of_the_daemon()
        self.assertEqual((unit, is_confined(pid)), ("poised.service", True))
        self.assertLessEqual(exposure(self.session), EXPOSED_AT_MOST)
        calls = self.session.run("systemctl", "--user", "show", "--property=SystemCallFilter", unit)
        self.assertIn(" setpriority", calls)
        self.assertNotIn(" setrlimit", calls)
        self.assertEqual(self.session.status()["idle_source"]["name"], "x11")
        self.assertRegex(self.session.try_poise("doctor").stdout, r"ok +systemd +poised.service")
        self.session.choose("Skip")
        self.assertEqual(self.session.prompt_ended(), (1, "skipped"))
        self.assert_outcomes((1, "microbreak", "skipped"))

    def test_starts_less_confined_where_a_person_may_make_no_namespaces(self):
        for place in UNIT_ROOTS:
            os.rmdir(place)
            self.addCleanup(os.mkdir, place)
            os.symlink("/nowhere", place)
            self.addCleanup(os.remove, place)
        self.given_prompt("microbreak", **MICROBREAKS)
        pid, unit = self.session.unit_of_the_daemon()
        self.assertEqual((unit, is_confined(pid)), ("poised-without-namespaces.service", False))
        self.assertIn("less confined than it could be", self.session.try_poise("doctor").stdout)

    def test_lets_live_what_the_tray_has_opened(self):
        self.given_poise()
        browser = subprocess.Popen(["sleep", "600"])
        self.addCleanup(browser.wait)
        self.addCleanup(browser.kill)
        group = "/sys/fs/cgroup" + self.session.run("systemctl", "--user", "show", "-P", "ControlGroup", "poise-tray.service")
        with open(f"{group}/cgroup.procs", "w", encoding="ascii") as file:
            file.write(str(browser.pid))
        self.assertEqual(self.session.run("systemctl", "--user", "show", "-P", "MemoryMax", "poise-tray.service"), "infinity")
        self.session.run("systemctl", "--user", "restart", "poise-tray.service")
        self.session.wait("RegisterPresenter", "method_return")
        self.assertIsNone(browser.poll())
        tray = self.session.pid_of("org.poise.Tray1")
        with open(f"/proc/{tray}/status", encoding="ascii") as file:
            self.assertRegex(file.read(), r"(?m)^NoNewPrivs:\t0$")

    def test_is_started_again_after_a_crash(self):
        self.given_poise()
        pid, _ = self.session.unit_of_the_daemon()
        self.session.run("systemctl", "--user", "kill", "--signal=KILL", "poised.service")
        self.session.name_appears("org.poise.Daemon1")
        again, unit = self.session.unit_of_the_daemon()
        self.assertEqual(unit, "poised.service")
        self.assertNotEqual(again, pid)


class OnSway(OnWayland):
    def setUp(self):
        super().setUp(UnderSystemd)

    def a_compositor(self):
        return Sway(self.session)

    def given_desktop(self):
        self.compositor.start()
        self.session.start_dunst()
        self.hands.types()

    def test_asks(self):
        self.given_poise(**MICROBREAKS)
        self.session.prompt_shown("microbreak")
        self.assertEqual(self.session.displayed(), 1)
        pid, unit = self.session.unit_of_the_daemon()
        self.assertEqual((unit, is_confined(pid)), ("poised.service", True))
        self.assertLessEqual(exposure(self.session), EXPOSED_AT_MOST)


def go_on_as_somebody_else():
    binaries = sys.argv[sys.argv.index("--binaries") + 1]
    no_units = shutil.ignore_patterns("CMakeFiles", "*.cmake", "*.desktop", "org.*")
    stage = tempfile.mkdtemp(prefix="poise-unit-rig.")
    try:
        os.chmod(stage, 0o755)
        for folder in ("tests/rigs", "tests/support", "config"):
            shutil.copytree(f"{SOURCE}/{folder}", f"{stage}/{folder}")
        shutil.copytree(f"{binaries}/../share", f"{stage}/share")
        shutil.copytree(f"{binaries}/../dev/systemd", f"{stage}/units", ignore=no_units)
        os.makedirs(f"{stage}/bin")
        for program in ("poised", "poise", "poise-tray"):
            shutil.copy(f"{binaries}/{program}", f"{stage}/bin")
        itself = ["/usr/bin/python3", "-B", "tests/rigs/unit_rig.py", "--binaries", f"{stage}/bin"]
        return run_in_view(stage, *itself, patience_s=240)
    finally:
        shutil.rmtree(stage)


if __name__ == "__main__":
    if "poise-unit-rig" not in os.path.abspath(__file__):
        if os.getuid() != 0:
            print("SKIPPED: only root can make a machine for systemd")
            sys.exit(SKIPPED)
        sys.exit(go_on_as_somebody_else())
    rig.main()
