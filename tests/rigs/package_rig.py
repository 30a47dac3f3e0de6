#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The package on a machine that has never seen Poise: a clean Debian root, `apt install ./poise_*.deb`, a desktop's
autostart, a prompt on a real notification daemon, its answer, the report; then an upgrade, a removal and a purge, after
which a person's journal is still there. What is typed is what README says.

Needs root, debootstrap and a Debian mirror. The root is thrown away."""
import glob
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PACKAGES = sys.argv.pop(1)
PATIENCE_S = 300
MIRROR = "http://deb.debian.org/debian"
# What a desktop has, as small as it can be; the package must bring or ask for everything else.
ENVIRONMENT = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]
DESKTOP = "xvfb openbox dunst libnotify-bin libglib2.0-bin xdotool dbus-daemon fonts-dejavu-core"

PERSON = r"""
set -eu
export XDG_RUNTIME_DIR=$(mktemp -d) LC_ALL=C.UTF-8
chmod 700 "$XDG_RUNTIME_DIR"
mkdir -p ~/.config/poise
cp /usr/share/poise/demo.toml ~/.config/poise/poise.toml
Xvfb -displayfd 3 -screen 0 1024x768x24 -nolisten tcp 3> "$XDG_RUNTIME_DIR/display" 2> /dev/null &
until [ -s "$XDG_RUNTIME_DIR/display" ]; do sleep 0.1; done
export DISPLAY=:$(cat "$XDG_RUNTIME_DIR/display")
openbox 2> /dev/null &
dunst 2> /dev/null &
until dunstctl count > /dev/null 2>&1; do sleep 0.1; done
# As a desktop does at login, with the words of the file itself.
$(sed -n 's/^Exec=//p' /etc/xdg/autostart/poise-tray.desktop) &
gdbus wait --session --timeout 30 org.poise.Daemon1
(while xdotool key shift; do sleep 0.4; done) &
until [ "$(dunstctl count displayed)" -gt 0 ]; do sleep 0.2; done
echo "on screen: $(dunstctl count displayed)"
poise start
poise status
poise done || true
poise report
poise doctor
echo "journal: $(stat -c %a ~/.local/share/poise/poise.db)"
"""


class Root(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        packages = glob.glob(f"{PACKAGES}/poise_*.deb")
        if len(packages) != 1:
            raise FileNotFoundError(f"{PACKAGES}: one package expected, found {packages} (./dev package makes it)")
        cls.root = tempfile.mkdtemp(prefix="poise-root.")
        cls.addClassCleanup(shutil.rmtree, cls.root)
        os.chmod(cls.root, 0o755)  # people go in there
        subprocess.run(["debootstrap", "--variant=minbase", "bookworm", cls.root, MIRROR], check=True, stdout=subprocess.DEVNULL)
        with open(f"{cls.root}/usr/sbin/policy-rc.d", "w", encoding="ascii") as file:
            file.write("#!/bin/sh\nexit 101\n")
        os.chmod(f"{cls.root}/usr/sbin/policy-rc.d", 0o755)
        cls.package = shutil.copy(packages[0], f"{cls.root}/root")
        cls.team_package = shutil.copy(*glob.glob(f"{PACKAGES}/poise-team_*.deb"), f"{cls.root}/root")
        shutil.copy("/etc/resolv.conf", f"{cls.root}/etc/resolv.conf")
        cls.inside(f"apt-get update -q && apt-get install -y -q --no-install-recommends {DESKTOP} && useradd -m person")

    @classmethod
    def inside(cls, command, user="root"):
        """What it starts ends with it: the mounts and processes are its own."""
        home = "/root" if user == "root" else f"/home/{user}"
        person = ["runuser", "-u", user, "--", "env", "-i", f"--chdir={home}", f"HOME={home}", *ENVIRONMENT, "sh", "-c", command]
        mounts = f"mount -t proc proc {cls.root}/proc; mount -t tmpfs tmpfs {cls.root}/dev/shm"
        unshare = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation", "private"]
        done = subprocess.run(
            [*unshare, "sh", "-c", f'{mounts}; chroot {cls.root} "$@"', "-", *person],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd="/", timeout=PATIENCE_S,
        )
        if done.returncode:
            raise AssertionError(f"{command}\n{done.stdout}")
        return done.stdout

    def test_is_installed_used_upgraded_removed_and_purged(self):
        install = f"apt-get install -y -q --no-install-recommends /root/{os.path.basename(self.package)}"
        self.inside(install)

        with open(f"{self.root}/home/person/login", "w", encoding="ascii") as file:
            file.write(PERSON)
        said = self.inside("timeout 100 dbus-run-session -- sh ./login", "person")
        self.assertIn("on screen: 1", said)
        self.assertRegex(said, r"(?m)^microbreak +1 ")
        self.assertIn("journal: 600", said)

        self.inside(f"{install} --reinstall")
        self.assertRegex(self.inside("poise report", "person"), r"(?m)^microbreak +1 ")

        # Who is in no team has none of its libraries.
        self.inside("! poise team facts && ! dpkg -s libpqxx-6.4")
        self.inside(f"apt-get install -y -q --no-install-recommends /root/{os.path.basename(self.team_package)}")
        self.assertIn("you take part in no team", self.inside("poise team facts 2>&1 || true", "person"))
        self.inside("test -e /usr/lib/systemd/user/poise-team.timer && test -e /usr/share/man/man1/poise-team.1.gz")
        self.inside("apt-get purge -y -q poise-team && test ! -e /usr/bin/poise-team")

        self.inside("apt-get remove -y -q poise")
        self.inside("test ! -e /usr/bin/poise && test -e /etc/xdg/autostart/poise-tray.desktop")
        self.inside("apt-get purge -y -q poise")
        elsewhere = "-not -path '/home/*' -not -path '/proc/*' -not -path '/root/*' -not -path '/var/log/*'"
        self.assertEqual(self.inside(f"find / -xdev -iname '*poise*' {elsewhere}"), "")
        self.inside("test -s ~/.local/share/poise/poise.db", "person")


if __name__ == "__main__":
    unittest.main()
