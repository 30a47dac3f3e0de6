# SPDX-License-Identifier: GPL-3.0-or-later
"""Poise with nothing left out, on a private desktop with a private home: daemon, prompts, command line, journal."""
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.realpath(f"{HERE}/../..")
sys.path.insert(0, f"{SOURCE}/tests/support")

from desktop import Desktop
from processes import PATIENCE_S, eventually

# What has to be on the machine; without it a rig fails and does not pretend.
TOOLS = (
    "Xvfb busctl dbus-daemon dunst dunstctl foot gdbus gst-launch-1.0 mutter openbox pactl parec "
    "pipewire pulseaudio pw-cat pw-cli scrot setpriv sway swaymsg wireplumber xdotool"
).split()


def missing_tools():
    return [tool for tool in TOOLS if not shutil.which(tool)]


def configuration(**changes):
    """config/demo.toml with other values, each written as in TOML."""
    with open(f"{SOURCE}/config/demo.toml", encoding="utf-8") as file:
        text = file.read()
    for key, value in changes.items():
        text, found = re.subn(rf"(?m)^{key} = .*$", f"{key} = {value}", text)
        if found != 1:
            raise KeyError(key)
    return text


class Session(Desktop):
    def __init__(self, binaries, screen):
        super().__init__(screen)
        self.binaries = binaries
        self.configuration_path = f"{self.home}/.config/poise/poise.toml"
        self.journal_path = f"{self.home}/.local/share/poise/poise.db"
        os.makedirs(os.path.dirname(self.configuration_path))
        self.daemon = None
        self.tray = None

    # The three programs.

    def configure(self, text):
        with open(self.configuration_path, "w", encoding="utf-8") as file:
            file.write(text)

    def start_daemon(self):
        self.daemon = self.start([f"{self.binaries}/poised"], read="stderr")
        self.name_appears("org.poise.Daemon1")

    def stop_daemon(self, by=signal.SIGTERM):
        code = self.daemon.end(by)
        self.name_vanishes("org.poise.Daemon1")
        return code

    def end_foreign_daemon(self):
        """One that was started by the bus, or by a program."""
        pid = self.run("busctl", "--user", "status", "org.poise.Daemon1").split("PID=")[1].split()[0]
        os.kill(int(pid), signal.SIGTERM)
        self.name_vanishes("org.poise.Daemon1")

    def start_tray(self):
        self.tray = self.start([f"{self.binaries}/poise-tray"], read="stderr")
        self.wait("RegisterPresenter", "method_return")

    def call_daemon(self, method, *arguments):
        name = "org.poise.Daemon1"
        return self.run("busctl", "--user", "call", name, "/org/poise/Daemon1", name, method, *arguments)

    def daemon_property(self, name):
        """As busctl writes it: "b true"."""
        daemon = "org.poise.Daemon1"
        return self.run("busctl", "--user", "get-property", daemon, "/org/poise/Daemon1", daemon, name)

    def try_poise(self, *arguments):
        """The command line, whatever comes of it."""
        command = [f"{self.binaries}/poise", *arguments]
        return subprocess.run(command, env=self.env, text=True, capture_output=True, timeout=PATIENCE_S, check=False)

    def poise(self, *arguments):
        return self.run(f"{self.binaries}/poise", *arguments)

    def status(self):
        return json.loads(self.poise("status", "--json"))

    def status_becomes(self, what, holds):
        """For what grows without a signal, as a clock does; else wait for the message."""
        eventually(what, self.status, holds)

    def kind(self, kind):
        """What status says of it."""
        return next(each for each in self.status()["kinds"] if each["kind"] == kind)

    def report(self):
        return json.loads(self.poise("report", "--format", "json"))

    # GNOME's compositor, without a screen.

    def start_mutter(self):
        self.env.update(XDG_SESSION_TYPE="wayland", GSETTINGS_BACKEND="memory")
        monitor = ["--virtual-monitor", "1280x720"]
        mutter = self.start(["mutter", "--headless", "--wayland", "--no-x11", *monitor])
        for name in ("IdleMonitor", "RemoteDesktop"):
            self.run("gdbus", "wait", "--session", "--timeout", str(PATIENCE_S), f"org.gnome.Mutter.{name}")
        return mutter

    # The machine's own session manager, as far as a daemon hears of it.

    def start_logind(self):
        """Before the daemon."""
        self.start_system_bus()
        self.start_mock_logind()

    def start_system_bus(self):
        """With nobody on it."""
        self.system_bus = Desktop.start_bus(self, "system_bus")
        self.env["DBUS_SYSTEM_BUS_ADDRESS"] = f"unix:path={self.folder}/system_bus"
        self.env["XDG_SESSION_ID"] = "c1"

    def start_mock_logind(self):
        """One session, of which it tells as of one that begins."""
        self.start(["/usr/bin/python3", "-m", "dbusmock", "--system", "--template", "logind"])
        self.run("gdbus", "wait", "--system", "--timeout", str(PATIENCE_S), "org.freedesktop.login1")
        self._logind("", "org.freedesktop.DBus.Mock.AddSession", "c1", "seat0", "1001", "tester", "true")
        self._logind("", "org.freedesktop.DBus.Mock.AddProperty", "org.freedesktop.login1.Manager", "Docked", "<false>")
        begins = ["org.freedesktop.login1.Manager", "SessionNew", "so", "[<'c1'>, <objectpath '/org/freedesktop/login1/session/c1'>]"]
        self._logind("", "org.freedesktop.DBus.Mock.EmitSignal", *begins)

    def start_upower(self):
        """On the same bus, which is there already."""
        self.start(["/usr/bin/python3", "-m", "dbusmock", "--system", "--template", "upower"])
        self.run("gdbus", "wait", "--system", "--timeout", str(PATIENCE_S), "org.freedesktop.UPower")

    def _logind(self, path, method, *arguments):
        where = ["-d", "org.freedesktop.login1", "-o", f"/org/freedesktop/login1{path}", "-m", method]
        self.run("gdbus", "call", "--system", *where, *arguments)

    def _set_of_session(self, name, is_so):
        values = f"{{'{name}': <{'true' if is_so else 'false'}>}}"
        update = "org.freedesktop.DBus.Mock.UpdateProperties"
        self._logind("/session/c1", update, "org.freedesktop.login1.Session", values)

    def ask_to_lock(self, is_locked=True):
        """As loginctl does; the signal alone."""
        self._logind("/session/c1", f"org.freedesktop.login1.Session.{'Lock' if is_locked else 'Unlock'}")

    def set_locked_hint(self, is_locked=True):
        """As a locker does that tells logind."""
        self._set_of_session("LockedHint", is_locked)

    def bring_to_front(self, is_in_front=True):
        self._set_of_session("Active", is_in_front)

    def close_lid(self, is_closed=True):
        """On a machine with no other screen, which does not go to sleep by that."""
        values = f"{{'LidIsClosed': <{'true' if is_closed else 'false'}>}}"
        where = ["-d", "org.freedesktop.UPower", "-o", "/org/freedesktop/UPower"]
        update = ["-m", "org.freedesktop.DBus.Mock.UpdateProperties", "org.freedesktop.UPower", values]
        self.run("gdbus", "call", "--system", *where, *update)

    def lock(self, is_locked=True):
        """As a desktop does: asked by loginctl, it locks and says so."""
        self.ask_to_lock(is_locked)
        self.set_locked_hint(is_locked)

    def unlock(self):
        self.lock(False)

    def sleep(self, begins=True):
        """The lid is closed, or opened again; what a machine without a lid hears of it."""
        signal_of = ["org.freedesktop.login1.Manager", "PrepareForSleep", "b", f"[<{'true' if begins else 'false'}>]"]
        self._logind("", "org.freedesktop.DBus.Mock.EmitSignal", *signal_of)

    def wake(self):
        self.sleep(False)

    # What the journal keeps, read as any other program could.

    def facts(self, fact=None):
        """The bodies, each with its columns `fact`, `seq` and `utc_ms`, in order."""
        database = sqlite3.connect(f"file:{self.journal_path}?mode=ro", uri=True, timeout=PATIENCE_S)
        try:
            rows = database.execute("SELECT fact, seq, utc_ms, body FROM fact ORDER BY seq").fetchall()
        finally:
            database.close()
        facts = [dict(json.loads(body), fact=name, seq=seq, utc_ms=utc_ms) for name, seq, utc_ms, body in rows]
        return [each for each in facts if fact in (None, each["fact"])]

    def fact_appears(self, fact, patience_s=PATIENCE_S):
        """For one that is told to nobody; else wait for the message."""
        eventually(f"the fact {fact}", lambda: self.facts(fact), patience_s=patience_s)

    def outcomes(self):
        return [(each["id"], each["kind"], each["outcome"]) for each in self.facts("outcome")]

    # What passes on the bus.

    def prompt_shown(self, kind=None):
        """The next one that a client has confirmed to be on screen. Another kind than expected is an error."""
        prompt = self.wait("PromptShown", "signal")["args"][0]
        shown = {key: value["data"] for key, value in prompt.items()}
        if kind and shown["kind"] != kind:
            raise AssertionError(f"expected {kind}, was shown {shown['kind']}")
        self.wait("ConfirmShown", "method_return")
        return shown

    def prompt_ended(self):
        return tuple(self.wait("PromptEnded", "signal")["args"])

    def presence_becomes(self, presence):
        self.property_becomes("Presence", lambda value: value == presence)

    def property_becomes(self, name, holds):
        def changed(args):
            return args[0] == "org.poise.Daemon1" and name in args[1] and holds(args[1][name]["data"])

        self.wait("PropertiesChanged", "signal", changed)
