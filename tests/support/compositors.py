# SPDX-License-Identifier: GPL-3.0-or-later
"""Compositors without a screen, each in the folder of a private desktop: they can die there and come back. And an X server."""
import glob
import json
import os
import shutil
import signal
import subprocess

from hands import HandsOnMutter, HandsOnX
from processes import eventually


class Compositor:
    """Its display has the same name each time. A subclass knows the command and how to touch the input."""

    display = "wayland-1"
    what_is_said_of_its_end = "the Wayland compositor has gone"

    def __init__(self, desktop):
        self.desktop = desktop
        self.process = None
        desktop.env.update(XDG_SESSION_TYPE="wayland", WAYLAND_DISPLAY=self.display)

    def start(self):
        self.process = self.desktop.start(self.command(), env=self.environment())
        eventually(f"{self.process.name} to start", lambda: self.is_ready() or self.process.child.poll() is not None)
        if not self.is_ready():
            raise AssertionError(f"{self.process.name} does not start")

    def die(self, by):
        """Whoever is killed leaves its socket behind."""
        self.process.end(by)
        if os.path.exists(f"{self.desktop.folder}/{self.display}"):
            os.remove(f"{self.desktop.folder}/{self.display}")

    def environment(self):
        return self.desktop.env

    def is_ready(self):
        return os.path.exists(f"{self.desktop.folder}/{self.display}")


class OwnCompositor(Compositor):
    """The one in own_compositor.cpp, which offers what it is told to."""

    display = "wayland-own"

    def __init__(self, desktop, binaries, *offers):
        super().__init__(desktop)
        self.program = [f"{binaries}/own_compositor", self.display, *offers]

    def command(self):
        return self.program

    def start(self):
        super().start()
        self.process.line("that it is ready")

    def touch(self):
        self.process.child.send_signal(signal.SIGUSR1)

    def toggle_inhibitor(self):
        self.process.child.send_signal(signal.SIGUSR2)


class Sway(Compositor):
    """It refuses to run as root, so it gets a user namespace of its own, in which there is none."""

    def command(self):
        self.desktop.write("sway.conf", "xwayland disable\noutput HEADLESS-1 resolution 1280x720\n")
        namespace = ["unshare", "--user"] if os.getuid() == 0 else []
        return [*namespace, "sway", "--config", f"{self.desktop.folder}/sway.conf"]

    def environment(self):
        headless = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}
        return {**{k: v for k, v in self.desktop.env.items() if k != "WAYLAND_DISPLAY"}, **headless}

    def sockets(self):
        """For swaymsg: another one after each start."""
        return glob.glob(f"{self.desktop.folder}/sway-ipc.*")

    def is_ready(self):
        return super().is_ready() and self.sockets()

    def die(self, by):
        super().die(by)
        for socket in self.sockets():
            os.remove(socket)

    def tell(self, *command):
        subprocess.run(["swaymsg", "--quiet", "--socket", *self.sockets(), *command], check=True, timeout=30)

    def touch(self):
        self.tell("seat - cursor move 1 1")


class SwayInSway(Sway):
    """Its monitor is a window of another sway, and goes when that is closed: headless ones of 1.7 cannot be taken away."""

    display = "wayland-2"

    def __init__(self, desktop):
        self.outer = Sway(desktop)
        super().__init__(desktop)

    def start(self):
        self.outer.start()
        self.outer_sockets = self.outer.sockets()
        super().start()
        self.await_monitors(1)

    def command(self):
        self.desktop.write("inner.conf", "xwayland disable\n")
        namespace = ["unshare", "--user"] if os.getuid() == 0 else []
        return [*namespace, "sway", "--config", f"{self.desktop.folder}/inner.conf"]

    def environment(self):
        nested = {"WAYLAND_DISPLAY": self.outer.display, "WLR_BACKENDS": "wayland", "WLR_RENDERER": "pixman"}
        return {**self.desktop.env, **nested}

    def sockets(self):
        return [socket for socket in super().sockets() if socket not in self.outer_sockets]

    def ask(self, *arguments):
        """What swaymsg says of it."""
        command = ["swaymsg", "--raw", "--socket", *self.sockets(), *arguments]
        return json.loads(subprocess.run(command, check=True, timeout=30, text=True, capture_output=True).stdout)

    def take_monitor_away(self):
        command = ["swaymsg", "--quiet", "--socket", *self.outer_sockets, '[app_id="wlroots"] kill']
        subprocess.run(command, check=True, timeout=30)
        self.await_monitors(0)

    def await_monitors(self, count):
        eventually(f"{count} monitors", lambda: self.ask("--type", "get_outputs"), lambda outputs: len(outputs) == count)


class Kwin(Compositor):
    """A copy of the program, as that has not the file's capabilities, which a container may refuse."""

    display = "wayland-kde"

    def __init__(self, desktop, binaries):
        super().__init__(desktop)
        self.program = f"{desktop.folder}/kwin_wayland"
        self.binaries = binaries
        self.hands = None
        shutil.copy(shutil.which("kwin_wayland"), self.program)

    def command(self):
        size = ["--width", "1280", "--height", "720"]
        return [self.program, "--virtual", *size, "--socket", self.display, "--no-lockscreen"]

    def environment(self):
        return {**self.desktop.env, "KWIN_WAYLAND_NO_PERMISSION_CHECKS": "1"}

    def start(self):
        super().start()
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.hands = subprocess.Popen([f"{self.binaries}/kwin_hands"], env=self.desktop.env, text=True, bufsize=1, **pipes)

    def die(self, by):
        with self.hands:
            self.hands.kill()
        super().die(by)

    def touch(self):
        self.hands.stdin.write("\n")
        if self.hands.stdout.readline() != "moved\n":
            raise AssertionError("KWin takes no input")


class Mutter(Compositor):
    """GNOME's, which is asked over the bus."""

    what_is_said_of_its_end = "Mutter has left the session bus"

    def start(self):
        self.process = self.desktop.start_mutter()
        self.hands = HandsOnMutter(self.desktop.env["DBUS_SESSION_BUS_ADDRESS"])

    def touch(self):
        self.hands.press_key()


class XServer:
    """Where it comes back it has the same number."""

    what_is_said_of_its_end = "no connection to the X server"

    def __init__(self, desktop):
        self.desktop = desktop
        self.number = []
        desktop.env.update(XDG_SESSION_TYPE="x11")

    def start(self):
        screen = ["-screen", "0", "800x600x24", "-nolisten", "tcp", "-noreset"]
        self.process = self.desktop.start(["Xvfb", *self.number, "-displayfd", "1", *screen])
        self.number = [":" + self.process.line("the number of the display")]
        self.desktop.env["DISPLAY"] = self.number[0]
        self.hands = HandsOnX(self.number[0])

    def die(self, by):
        self.process.end(by)

    def touch(self):
        self.hands.press_key()
