# SPDX-License-Identifier: GPL-3.0-or-later
"""The person at a private desktop: types until told to rest, on whatever the desktop takes its input from."""
import os
import subprocess
import threading

from gi.repository import Gio, GLib

BETWEEN_KEYS_S = 0.25


class Hands:
    """Typing goes on by itself, as it does while a person looks at something else. A subclass presses the key."""

    def __init__(self):
        self.stop = threading.Event()
        self.typing = None
        self.trouble = None

    def types(self):
        """The first key is down when this returns."""
        if self.typing:
            return
        self.press_key()
        self.stop.clear()
        self.typing = threading.Thread(target=self._type, daemon=True)
        self.typing.start()

    def rests(self):
        """No key is pressed any more when this returns."""
        if not self.typing:
            return
        self.stop.set()
        self.typing.join()
        self.typing = None
        if self.trouble:
            raise self.trouble

    def _type(self):
        try:
            while not self.stop.wait(BETWEEN_KEYS_S):
                self.press_key()
        except Exception as trouble:  # pylint: disable=broad-except  # told by rests()
            self.trouble = trouble


class HandsOnX(Hands):
    def __init__(self, display):
        super().__init__()
        self.env = {"PATH": os.environ["PATH"], "DISPLAY": display}

    def press_key(self):
        subprocess.run(["xdotool", "key", "a"], env=self.env, check=True, timeout=30)


class HandsOnCompositor(Hands):
    """Whatever way in it has."""

    def __init__(self, compositor):
        super().__init__()
        self.compositor = compositor

    def press_key(self):
        self.compositor.touch()


class HandsOnMutter(Hands):
    """By its remote desktop, which lives as long as the connection it was asked for on."""

    DESKTOP = "org.gnome.Mutter.RemoteDesktop"
    SESSION = "org.gnome.Mutter.RemoteDesktop.Session"
    KEY_A = 30

    def __init__(self, bus_address):
        super().__init__()
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(bus_address, flags, None, None)
        self.path = "/org/gnome/Mutter/RemoteDesktop"
        self.path = self._call(self.DESKTOP, "CreateSession")[0]
        self._call(self.SESSION, "Start")

    def _call(self, interface, method, arguments=None):
        reply = self.bus.call_sync(self.DESKTOP, self.path, interface, method, arguments, None, 0, 30000, None)
        return reply.unpack()

    def press_key(self):
        for is_down in (True, False):
            self._call(self.SESSION, "NotifyKeyboardKeycode", GLib.Variant("(ub)", (self.KEY_A, is_down)))
