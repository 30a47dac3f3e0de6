#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The package on a machine that has never seen Poise: a clean Debian, installed by the very words of README's section
"Install", begun by a desktop's autostart and by systemd, a prompt on a real notification daemon, its answer, the report;
an upgrade with a journal of the first format; a removal and a purge, after which a person's journal is still there.

usage: package_rig.py PACKAGES RELEASE. Needs root, debootstrap and a Debian mirror. The root is thrown away."""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from debian_root import SOURCE, DebianRoot

sys.path.insert(0, f"{SOURCE}/tests/support")
from machine import EXPOSED_AT_MOST, VIEW, exposure_in

PACKAGES, RELEASE = sys.argv[1:3] if len(sys.argv) > 2 else sys.exit(__doc__)
PATIENCE_S = 900
# What a desktop has, as small as it can be; the package must bring or ask for everything else.
DESKTOP = "xvfb openbox dunst libnotify-bin libglib2.0-bin xdotool dbus-daemon fonts-dejavu-core sudo sqlite3"

SESSION = r"""
mkdir -p ~/.config/poise
cp /usr/share/poise/demo.toml ~/.config/poise/poise.toml
Xvfb -displayfd 3 -screen 0 1024x768x24 -nolisten tcp 3> "$XDG_RUNTIME_DIR/display" 2> /dev/null &
until [ -s "$XDG_RUNTIME_DIR/display" ]; do sleep 0.1; done
export DISPLAY=:$(cat "$XDG_RUNTIME_DIR/display")
openbox 2> /dev/null &
dunst 2> /dev/null &
until dunstctl count > /dev/null 2>&1; do sleep 0.1; done
"""

PROMPT = r"""
gdbus wait --session --timeout 30 org.poise.Daemon1
(while xdotool key shift; do sleep 0.4; done) &
until [ "$(dunstctl count displayed)" -gt 0 ]; do sleep 0.2; done
echo "on screen: $(dunstctl count displayed)"
"""

# As a desktop does at login, with the words of the file itself.
BY_AUTOSTART = (
    "set -eu; export XDG_RUNTIME_DIR=$(mktemp -d); chmod 700 $XDG_RUNTIME_DIR\n"
    + SESSION
    + r"$(sed -n 's/^Exec=//p' /etc/xdg/autostart/poise-tray.desktop) &"
    + PROMPT
    + r"""
poise start
poise status
poise done || true
poise report
poise doctor
echo "journal: $(stat -c %a ~/.local/share/poise/poise.db)"
"""
)

# By a person's own systemd, as logind would start it.
BY_SYSTEMD = (
    r"""
set -eu
export XDG_RUNTIME_DIR=/run/user/$(id -u)
mkdir -m 700 $XDG_RUNTIME_DIR
export DBUS_SESSION_BUS_ADDRESS=unix:path=$XDG_RUNTIME_DIR/bus
/lib/systemd/systemd --user --log-target=null &
until systemctl --user show -P Version > /dev/null 2>&1; do sleep 0.1; done
systemctl --user start dbus.socket
"""
    + SESSION
    + r"""
export XDG_SESSION_TYPE=x11
systemctl --user import-environment DISPLAY XDG_SESSION_TYPE LC_ALL
@START@
"""
    + PROMPT
    + r"""
for name in org.poise.Daemon1 org.poise.Tray1; do
    pid=$(busctl --user status $name | sed -n 's/^PID=//p')
    echo "$name: $(sed 's|.*/||' /proc/$pid/cgroup | tail -n 1)"
done
systemd-analyze verify --user --man=no /usr/lib/systemd/user/poise*.service
systemd-analyze security --user --no-pager poised.service | tail -n 1
poise doctor
systemctl --user exit
kill $(jobs -p) 2> /dev/null || true
wait
"""
)


def words_of_readme():
    """What a person is told to type: the indented lines, and what stands in backquotes and is no file."""
    with open(f"{SOURCE}/README.md", encoding="utf-8") as file:
        section = re.search(r"(?s)\n## Install\n(.*?)\n## ", file.read()).group(1)
    return re.findall(r"(?m)^    (.+)$", section) + re.findall(r"`([^`]+)`", section)


MAKE, INSTALL, START, START_TRAY, REMOVE, TEAM = words_of_readme()


def has_older_version(package, folder):
    """The same package as an older one would be: an upgrade needs two."""
    subprocess.run(["dpkg-deb", "-R", package, f"{folder}/older"], check=True)
    control = f"{folder}/older/DEBIAN/control"
    with open(control, encoding="utf-8") as file:
        text = re.sub(r"(?m)^Version: .*$", "Version: 0.0.1-1", file.read())
    with open(control, "w", encoding="utf-8") as file:
        file.write(text)
    subprocess.run(["dpkg-deb", "-b", f"{folder}/older", f"{folder}/older.deb"], check=True, stdout=subprocess.DEVNULL)
    return f"{folder}/older.deb"


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        packages = glob.glob(f"{PACKAGES}/poise_*.deb") + glob.glob(f"{PACKAGES}/{TEAM}")
        if len(packages) != 2:
            raise FileNotFoundError(f"{PACKAGES}: poise and poise-team expected, found {packages} (./dev package makes them)")
        folder = tempfile.mkdtemp(prefix="poise-root.")
        cls.addClassCleanup(shutil.rmtree, folder)
        cls.root = DebianRoot(RELEASE, f"{folder}/{RELEASE}")
        cls.root.write("etc/apt/apt.conf.d/rig", 'APT::Install-Recommends "0";\n')  # it is a small desktop
        cls.inside(f"apt-get update -q && apt-get install -y -q {DESKTOP} && useradd -m person")
        cls.root.write("etc/sudoers.d/person", "person ALL=(ALL) NOPASSWD: ALL\nDefaults env_keep += DEBIAN_FRONTEND\n", 0o440)
        clone = f"{cls.root.folder}/home/person/poise"
        os.makedirs(f"{clone}/build/packages")
        for package in packages:
            shutil.copy(package, f"{clone}/build/packages")  # what MAKE makes there
        shutil.copy(has_older_version(packages[0], folder), f"{cls.root.folder}/root/older.deb")

    @classmethod
    def inside(cls, command, user="root", answer=""):
        words = cls.root.command(["sh", "-c", command], user=user)
        done = subprocess.run(
            words, input=answer, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd="/", timeout=PATIENCE_S, check=False
        )
        if done.returncode:
            raise AssertionError(f"{command}\n{done.stdout}")
        return done.stdout

    def person_types(self, words):
        """In the clone, and yes to what is asked."""
        return self.inside(f"cd poise && {words}", "person", answer="y\n")

    def login(self, script):
        self.root.write("home/person/login", script)

    def setUp(self):
        self.person_types(INSTALL)

    def tearDown(self):
        self.inside("apt-get purge -y -q poise; rm -rf /home/person/.local /home/person/.config")

    def test_is_begun_by_the_desktop_asks_and_reports(self):
        self.login(BY_AUTOSTART)
        said = self.inside("timeout 100 dbus-run-session -- sh ./login", "person")
        self.assertIn("on screen: 1", said)
        self.assertRegex(said, r"(?m)^microbreak +1 ")
        self.assertIn("journal: 600", said)
        self.inside("test -e /usr/share/applications/org.poise.Coach1.desktop")  # the way to it where no panel has its icon

    def test_is_begun_by_systemd_and_asks_from_its_sandbox(self):
        self.login(BY_SYSTEMD.replace("@START@", START))
        self.root.write("root/view", VIEW)
        said = self.inside("timeout 100 bash /root/view person -C /home/person HOME=/home/person bash login")
        self.assertIn("on screen: 1", said)
        self.assertIn("org.poise.Daemon1: poised.service", said)
        self.assertIn("org.poise.Tray1: poise-tray.service", said)
        self.assertRegex(said, r"ok +systemd +poised.service")
        self.assertLessEqual(exposure_in(said), EXPOSED_AT_MOST)
        self.assertNotRegex(said, r"(?m)^/usr/lib/systemd/user/")  # what verify complains of begins so

    def test_is_upgraded_with_a_journal_of_the_first_format(self):
        self.inside("apt-get purge -y -q poise && apt-get install -y -q /root/older.deb")
        shutil.copy(f"{SOURCE}/tests/rigs/journal_version_1.sql", f"{self.root.folder}/home/person")
        make = "umask 077 && mkdir -p -m 700 ~/.local/share/poise && sqlite3 ~/.local/share/poise/poise.db < journal_version_1.sql"
        self.inside(make, "person")
        self.assertIn("Setting up poise", self.person_types(INSTALL))
        old_week = "poise report --week 2026-W44"
        before = self.inside(old_week, "person")
        self.assertRegex(before, r"(?m)^microbreak +10 +5 ")  # due, taken
        self.login(BY_AUTOSTART)
        self.inside("timeout 100 dbus-run-session -- sh ./login", "person")
        ask = "cd ~/.local/share/poise && sqlite3 poise.db 'PRAGMA user_version; PRAGMA integrity_check' && stat -c %a *.backup-v1"
        self.assertEqual(self.inside(ask, "person").split(), ["2", "ok", "600"])
        self.assertEqual(self.inside(old_week, "person"), before)

    def test_has_no_team_without_its_package(self):
        self.inside("! poise team facts && ! dpkg -l | grep -q libpqxx")
        self.person_types(f"sudo apt install ./build/packages/{TEAM}")
        self.assertIn("you take part in no team", self.inside("poise team facts 2>&1 || true", "person"))
        self.inside("test -e /usr/lib/systemd/user/poise-team.timer && test -e /usr/share/man/man1/poise-team.1.gz")
        self.inside("apt-get purge -y -q poise-team && test ! -e /usr/bin/poise-team")

    def test_is_removed_and_purged_and_the_journal_stays(self):
        self.inside("mkdir -p ~/.local/share/poise && echo facts > ~/.local/share/poise/poise.db", "person")
        self.person_types(REMOVE)
        self.inside("test ! -e /usr/bin/poise && test -e /etc/xdg/autostart/poise-tray.desktop")
        self.inside("apt-get purge -y -q poise")
        elsewhere = "-not -path '/home/*' -not -path '/proc/*' -not -path '/root/*' -not -path '/var/log/*' -not -path '/var/cache/apt/*'"
        self.assertEqual(self.inside(f"find / -xdev -iname '*poise*' {elsewhere}"), "")
        self.inside("test -s ~/.local/share/poise/poise.db", "person")

    def test_is_what_README_tells(self):
        self.assertEqual((MAKE, REMOVE, TEAM), ("./dev package", "sudo apt remove poise", "poise-team_*.deb"))
        self.assertEqual(START_TRAY.removesuffix(" &"), self.inside("sed -n 's|^Exec=/usr/bin/||p' /etc/xdg/autostart/poise-tray.desktop").strip())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
