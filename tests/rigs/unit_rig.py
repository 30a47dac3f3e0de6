#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Poise under its systemd units: a person's own systemd, in whose sandbox the daemon must still hear the desktop, ask,
and write its journal.

Run by root, it makes a view of the machine in which systemd finds itself at home, and goes on in it as somebody else."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import rig
from rig import MICROBREAKS, Rig
from session import SOURCE, Session
from wayland import OnWayland

from compositors import Sway

PERSON = "games"  # any account of Debian's that owns nothing
SKIPPED = 77
MACHINE = """
set -eu
mount -t tmpfs tmpfs /run
# As systemd leaves it when it has started a machine.
mkdir -p /run/systemd/system /run/lock /run/user {made}
chown {person}: /run/systemd /run/user
mount -t cgroup2 cgroup2 /sys/fs/cgroup
group=$(mktemp -d /sys/fs/cgroup/poise-unit-rig.XXXXXX)
mkdir "$group/init"
chown -R {person}: "$group"
(echo $BASHPID > "$group/init/cgroup.procs"; exec setsid runuser -u {person} -- env "$@") && code=0 || code=$?
find "$group" -depth -type d -exec rmdir {{}} +
exit $code
"""
RUNTIME = f"/run/user/{os.getuid()}"
HAS_NAMESPACES = "/run/systemd/unit-root"  # where systemd builds a view of the machine


class UnderSystemd(Session):
    def start_bus(self):
        """By systemd's own unit. Whatever XDG_RUNTIME_DIR is, a part of it is looked for where a login would have put it."""
        os.symlink(self.folder, RUNTIME)
        units = f"{self.home}/.config/systemd/user"
        shutil.copytree(f"{rig.options.binaries}/../units", units)
        for name in os.listdir(units):
            if name.endswith(".service"):
                with open(f"{units}/{name}", encoding="utf-8") as file:
                    text = re.sub(r"(?m)^ExecStart=.*/", f"ExecStart={rig.options.binaries}/", file.read())
                with open(f"{units}/{name}", "w", encoding="utf-8") as file:
                    file.write(text)
        process = self.start(["/lib/systemd/systemd", "--user", "--log-target=null"], stdin=subprocess.DEVNULL)
        self.systemctl_answers()
        self.run("systemctl", "--user", "start", "dbus.socket")
        return process

    def systemctl_answers(self):
        """It has no line to say that it is there; its socket is what says so."""
        self.run("sh", "-c", 'until systemctl --user show -P Version >/dev/null 2>&1; do sleep 0.05; done')

    def start_daemon(self):
        """Environment and all, as a desktop does at login."""
        known = [key for key in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE") if key in self.env]
        self.run("systemctl", "--user", "import-environment", *known, "LC_ALL", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
        subprocess.run(["systemctl", "--user", "start", "poised.service"], env=self.env, check=False, timeout=30)
        self.name_appears("org.poise.Daemon1")

    def start_tray(self):
        self.run("systemctl", "--user", "start", "poise-tray.service")
        self.wait("RegisterPresenter", "method_return")

    def unit_of_the_daemon(self):
        pid = self.run("busctl", "--user", "status", "org.poise.Daemon1").split("PID=")[1].split()[0]
        with open(f"/proc/{pid}/cgroup", encoding="ascii") as file:
            return pid, file.read().strip().rsplit("/", 1)[-1]

    def end(self):
        os.remove(RUNTIME)
        self.run("systemctl", "--user", "exit")
        os.chmod(f"{self.folder}/systemd/inaccessible/dir", 0o700)
        super().end()


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
        self.assertEqual(self.session.status()["idle_source"]["name"], "x11")
        self.assertRegex(self.session.try_poise("doctor").stdout, r"ok +systemd +poised.service")
        self.session.choose("Skip")
        self.assertEqual(self.session.prompt_ended(), (1, "skipped"))
        self.assert_outcomes((1, "microbreak", "skipped"))

    def test_starts_less_confined_where_a_person_may_make_no_namespaces(self):
        os.rmdir(HAS_NAMESPACES)
        self.addCleanup(os.mkdir, HAS_NAMESPACES)
        os.symlink("/nowhere", HAS_NAMESPACES)
        self.addCleanup(os.remove, HAS_NAMESPACES)
        self.given_prompt("microbreak", **MICROBREAKS)
        pid, unit = self.session.unit_of_the_daemon()
        self.assertEqual((unit, is_confined(pid)), ("poised-without-namespaces.service", False))
        self.assertIn("less confined than it could be", self.session.try_poise("doctor").stdout)

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
        machine = MACHINE.format(person=PERSON, made=HAS_NAMESPACES)
        unshare = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--propagation", "private"]
        itself = ["/usr/bin/python3", "-B", "tests/rigs/unit_rig.py", "--binaries", f"{stage}/bin"]
        person = ["-", "-C", stage, f"HOME={stage}", *itself]
        return subprocess.run([*unshare, "bash", "-c", machine, *person], check=False, timeout=240).returncode
    finally:
        shutil.rmtree(stage)


if __name__ == "__main__":
    if "poise-unit-rig" not in os.path.abspath(__file__):
        if os.getuid() != 0:
            print("SKIPPED: only root can make a machine for systemd")
            sys.exit(SKIPPED)
        sys.exit(go_on_as_somebody_else())
    rig.main()
