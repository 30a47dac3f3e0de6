# SPDX-License-Identifier: GPL-3.0-or-later
"""A view of the machine in which systemd finds itself at home, and in it somebody with a systemd of their own, as logind
would have started it: for Poise under its units. Needs root, and goes on as somebody else."""
import os
import re
import shutil
import subprocess

EXPOSED_AT_MOST = 2.5  # from 0, nothing is allowed, to 10
PERSON = "games"  # any account of Debian's that owns nothing
RUNTIME = f"/run/user/{os.getuid()}"
# Where systemd builds a view of the machine: 252 of Debian 12, 257 of Debian 13.
UNIT_ROOTS = ("/run/systemd/unit-root", "/run/systemd/mount-rootfs")
# For bash: VIEW PERSON, and then what `env` takes.
VIEW = f"""
set -eu
person=$1; shift
mount -t tmpfs tmpfs /run
# As systemd leaves it when it has started a machine.
mkdir -p /run/systemd/system /run/lock /run/user {' '.join(UNIT_ROOTS)}
chown "$person": /run/systemd /run/user
mount -t cgroup2 cgroup2 /sys/fs/cgroup
group=$(mktemp -d /sys/fs/cgroup/poise.XXXXXX)
mkdir "$group/init"
chown -R "$person": "$group"
(echo $BASHPID > "$group/init/cgroup.procs"; exec setsid runuser -u "$person" -- env "$@") && code=0 || code=$?
# What has just ended is there a moment longer.
for _ in $(seq 50); do find "$group" -depth -type d -exec rmdir {{}} + 2>/dev/null && break; sleep 0.1; done
exit $code
"""


def exposure_in(said):
    """Of the daemon's unit, by `systemd-analyze security`."""
    return float(re.search(r"Overall exposure level for poised.service: ([0-9.]+)", said).group(1))


def run_in_view(folder, *command, patience_s):
    """Its exit code. The folder is the person's home."""
    unshare = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--propagation", "private"]
    person = ["-", PERSON, "-C", folder, f"HOME={folder}", *command]
    return subprocess.run([*unshare, "bash", "-c", VIEW, *person], check=False, timeout=patience_s).returncode


class OwnSystemd:
    """For a Desktop whose bus, and whatever else has a unit, is started by systemd."""

    units = binaries = None  # folders: of the units as they are shipped, and of the programs that they start here

    def start_bus(self):
        """Whatever XDG_RUNTIME_DIR is, a part of it is looked for where a login would have put it."""
        os.symlink(self.folder, RUNTIME)
        units = f"{self.home}/.config/systemd/user"
        shutil.copytree(self.units, units)
        for name in os.listdir(units):
            if name.endswith(".service"):
                with open(f"{units}/{name}", encoding="utf-8") as file:
                    text = re.sub(r"(?m)^ExecStart=.*/", f"ExecStart={self.binaries}/", file.read())
                with open(f"{units}/{name}", "w", encoding="utf-8") as file:
                    file.write(text)
        process = self.start(["/lib/systemd/systemd", "--user", "--log-target=null"], stdin=subprocess.DEVNULL)
        # It has no line to say that it is there; its socket is what says so.
        self.run("sh", "-c", "until systemctl --user show -P Version >/dev/null 2>&1; do sleep 0.05; done")
        self.run("systemctl", "--user", "start", "dbus.socket")
        return process

    def tell_environment(self):
        """As a desktop does at login."""
        known = [key for key in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE") if key in self.env]
        self.run("systemctl", "--user", "import-environment", *known, "LC_ALL", "XDG_CONFIG_HOME", "XDG_DATA_HOME")

    def end(self):
        os.remove(RUNTIME)
        self.run("systemctl", "--user", "exit")
        for locked in ("inaccessible", "inaccessible/dir"):
            os.chmod(f"{self.folder}/systemd/{locked}", 0o700)
        super().end()
