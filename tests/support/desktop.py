# SPDX-License-Identifier: GPL-3.0-or-later
"""A private desktop for one test: a bus with nothing on it, and what the test starts on that and on the screen.

Nothing here sleeps: a test waits for a message on the bus, each of which the monitor prints as a line.
"""
import json
import os
import shutil
import subprocess
import tempfile
import time

from processes import PATIENCE_S, Process, eventually

HERE = os.path.dirname(os.path.abspath(__file__))

BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={folder}/{socket}</listen><auth>EXTERNAL</auth>
<servicedir>{folder}/share/dbus-1/services</servicedir>
<policy context="default">
 <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy>
</busconfig>
"""

DUNST_CONFIG = """[global]
    width = 380
    offset = 20x20
    font = DejaVu Sans 10
    frame_width = 1
    frame_color = "#888888"
    padding = 12
    horizontal_padding = 12
    icon_theme = Adwaita
    enable_recursive_icon_lookup = true
    min_icon_size = 48
    max_icon_size = 48
    show_indicators = no
    markup = full
    format = "<b>%s</b>\\n%b"
    dmenu = {folder}/pick
    mouse_left_click = do_action, close_current
    mouse_right_click = close_current
[kept_by_no_history]
    category = "x-poise.private"
    history_ignore = yes
[urgency_low]
    background = "#ffffff"
    foreground = "#222222"
[urgency_normal]
    background = "#ffffff"
    foreground = "#222222"
[urgency_critical]
    background = "#ffffff"
    foreground = "#222222"
"""


class Desktop:
    """A screen that is None leaves it to the test to start a compositor."""

    def __init__(self, screen):
        self.folder = tempfile.mkdtemp(prefix="poise-rig.")
        self.home = f"{self.folder}/home"
        os.makedirs(f"{self.folder}/share/dbus-1/services")
        os.makedirs(self.home)
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": self.home,
            "XDG_CONFIG_HOME": f"{self.home}/.config",
            "XDG_DATA_HOME": f"{self.home}/.local/share",
            "XDG_RUNTIME_DIR": self.folder,
            "XDG_DATA_DIRS": f"{self.folder}/share:/usr/local/share:/usr/share",
            "LC_ALL": "C.UTF-8",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.folder}/bus",
            "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere",
        }
        if screen:
            self.env["DISPLAY"] = screen.display
        self.write("dunstrc", DUNST_CONFIG)
        self.write("pick", '#!/bin/sh\nexec grep -m1 -- "^#$(cat {folder}/choice) "\n')
        os.chmod(f"{self.folder}/pick", 0o755)
        self.processes = []
        self.bus = self.start_bus()
        self.monitor = self.start_monitor()
        self.calls = {}  # the member of each call that passed, by who sent it and its number
        self.notifications = set()  # on the screen, as far as the messages have been read

    def start_bus(self, socket="bus"):
        self.write(f"{socket}.conf", BUS_CONFIG.replace("{socket}", socket))
        bus = ["dbus-daemon", f"--config-file={self.folder}/{socket}.conf", "--nofork", "--nosyslog", "--print-address=1"]
        process = self.start(bus)
        process.line("its address")
        return process

    def start_monitor(self):
        busctl = ["busctl", f"--address=unix:path={self.folder}/bus"]
        monitor = self.start([*busctl, "monitor", "--json=short"])

        def has_begun():
            """It says so by the first message that it sees."""
            self.run(*busctl, "call", "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetId")
            return not monitor.lines.empty()

        eventually("a line of busctl's", has_begun)
        return monitor

    def write(self, name, text):
        with open(f"{self.folder}/{name}", "w", encoding="utf-8") as file:
            file.write(text.replace("{folder}", self.folder))

    def run(self, *command):
        done = subprocess.run(command, env=self.env, text=True, capture_output=True, timeout=PATIENCE_S, check=False)
        if done.returncode != 0:
            raise AssertionError(f"{command}: {done.stdout}{done.stderr}")
        return done.stdout.strip()

    def start(self, command, env=None, **options):
        process = Process(command, env or self.env, **options)
        self.processes.append(process)
        return process

    def end(self):
        for process in reversed(self.processes):
            process.end()
        shutil.rmtree(self.folder)

    # What is on the desktop.

    def start_dunst(self):
        dunst = self.start(["dunst", "-conf", f"{self.folder}/dunstrc"])
        self.name_appears("org.freedesktop.Notifications")
        return dunst

    def start_plain_server(self, *options):
        command = ["/usr/bin/python3", f"{HERE}/plain_notification_server.py", *options]
        server = self.start(command, stdin=subprocess.PIPE)
        self.name_appears("org.freedesktop.Notifications")
        return server

    def make_activatable(self, name, command):
        self.write(f"share/dbus-1/services/{name}.service", f"[D-BUS Service]\nName={name}\nExec={command}\n")
        self.reload_services()

    def reload_services(self):
        self.run("busctl", "--user", "call", "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ReloadConfig")

    def dunstctl(self, *arguments):
        return self.run("dunstctl", *arguments)

    def displayed(self):
        return int(self.dunstctl("count", "displayed"))

    def choose(self, label):
        """In dunst's menu of actions."""
        self.write("choice", label)
        self.dunstctl("context")

    def visible_window(self, *of):
        """Of whom xdotool finds. A window that goes while it looks, a tooltip, ends its search: it looks again."""
        search = ["xdotool", "search", "--onlyvisible", *of]
        look = lambda: subprocess.run(search, env=self.env, text=True, capture_output=True, timeout=PATIENCE_S, check=False)
        found = eventually(f"a visible window {of}", look, lambda done: done.returncode == 0 and done.stdout)
        return found.stdout.split()[0]

    def notification_window(self):
        return self.visible_window("--class", "Dunst")

    def click_on_notification(self):
        self.run("xdotool", "mousemove", "--window", self.notification_window(), "150", "20", "click", "1")

    # What passes on the bus.

    def message(self, what, patience_s=PATIENCE_S):
        message = json.loads(self.monitor.line(what, patience_s))
        key = (message.get("sender"), message.get("cookie"))
        if message["type"] == "method_call":
            self.calls[key] = message["member"]
        elif "reply_cookie" in message:
            message["member"] = self.calls.get((message.get("destination"), message["reply_cookie"]), "")
        message["args"] = message.get("payload", {}).get("data", [])
        self._keep_account(message.get("member"), message["type"], message["args"])
        return message

    def _keep_account(self, member, kind, args):
        if (member, kind) == ("Notify", "method_return"):
            self.notifications.add(args[0])
        elif (member, kind) == ("NotificationClosed", "signal"):
            self.notifications.discard(args[0])
        elif member == "NameOwnerChanged" and args[0] == "org.freedesktop.Notifications":
            self.notifications.clear()

    def screen_clears(self):
        """No notification is left, since now or already."""
        deadline = time.monotonic() + PATIENCE_S
        while self.notifications:
            self.message("the end of a notification", deadline - time.monotonic())

    def messages_until(self, member, kind="method_call", where=lambda args: True, patience_s=PATIENCE_S):
        """Everything that passes, up to and with the one that is waited for."""
        passed = []
        deadline = time.monotonic() + patience_s
        while True:
            what = f"{kind} {member}; passed: {[(m['type'], m.get('member')) for m in passed[-40:]]}"
            message = self.message(what, deadline - time.monotonic())
            passed.append(message)
            if message["type"] == kind and message.get("member") == member and where(message["args"]):
                return passed

    def wait(self, member, kind="method_call", where=lambda args: True, patience_s=PATIENCE_S):
        return self.messages_until(member, kind, where, patience_s)[-1]

    def name_appears(self, name):
        self.wait("NameOwnerChanged", "signal", lambda args: args[0] == name and args[2])

    def name_vanishes(self, name):
        self.wait("NameOwnerChanged", "signal", lambda args: args[0] == name and not args[2])
