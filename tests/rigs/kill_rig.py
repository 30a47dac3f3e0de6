#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A daemon that is killed again and again while somebody types and answers loses nothing that it has said.

What was announced, and what was answered with success, was in the journal before: so it is there afterwards, once.
"""
import glob
import os
import random
import signal
import sqlite3
import threading
import time

import rig
from rig import Rig

from gi.repository import Gio, GLib

LIVES = 40
NAME = "org.poise.Daemon1"
DEATHS = ("org.freedesktop.DBus.Error.NoReply", "org.freedesktop.DBus.Error.ServiceUnknown")
SEED = int(os.environ.get("POISE_RIG_SEED") or random.randrange(1_000_000))


class Caller:
    """Somebody who uses the bus faster than any program that is started for each call."""

    def __init__(self, address):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def call(self, method, arguments=None):
        """Whether it was answered with success. A refusal is none, and so is a daemon that dies."""
        try:
            self.bus.call_sync(NAME, "/org/poise/Daemon1", NAME, method, arguments, None, 0, 30000, None)
        except GLib.Error as error:
            remote = Gio.DBusError.get_remote_error(error)
            if remote in DEATHS or remote == "org.poise.Error.Refused":
                return False
            raise
        return True

    def mark(self):
        """Something to see on the bus after all that was there before."""
        self.bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetId", None, None, 0, 30000, None)


class AKilledDaemon(Rig):
    def test_loses_nothing_that_it_has_said(self):
        print(f"POISE_RIG_SEED={SEED}", flush=True)
        self.random = random.Random(SEED)
        self.announced = []  # by PromptEnded
        self.promised = []  # by an answer: changes of posture
        self.known = {}
        self.given_configuration(microbreak_every='"1s"', microbreak_length='"1s"')
        self.given_desktop()
        self.caller = Caller(self.session.env["DBUS_SESSION_BUS_ADDRESS"])
        self.session.start_daemon()
        self.session.start_tray()
        for life in range(LIVES):
            with self.subTest(life=life):
                self.live_and_be_killed()
                self.assert_nothing_is_lost()
        self.restart_daemon()
        self.caller.mark()
        self.note(self.session.messages_until("GetId", "method_return"))
        self.assertEqual(self.session.stop_daemon(), 0)
        self.assert_nothing_is_lost()
        self.assertEqual(glob.glob(f"{self.session.journal_path}.damaged*"), [])
        # It was worth the while.
        self.assertGreater(len(self.announced), LIVES / 4)
        self.assertGreater(len(self.promised), LIVES / 4)
        print(f"{LIVES} kills, {len(self.announced)} outcomes, {len(self.promised)} changes of posture", flush=True)

    def live_and_be_killed(self):
        self.posture = None  # as far as it is known
        if self.session.daemon.child.poll() is not None:
            self.session.daemon = self.session.start([f"{self.session.binaries}/poised"], read="stderr")
        daemon = self.session.daemon.child
        longest_s = self.random.choice((0.2, 1, 3))  # also while it starts, and until it asks by itself
        killer = threading.Timer(self.random.uniform(0, longest_s), daemon.kill)
        killer.start()
        while daemon.poll() is None:
            self.act()
            killer.finished.wait(self.random.uniform(0, 0.1))
        killer.join()
        self.assertEqual(self.session.daemon.end(), -signal.SIGKILL)
        self.caller.mark()
        self.note(self.session.messages_until("GetId", "method_return"))

    def act(self):
        match self.random.randrange(6):
            case 0:
                self.caller.call("StartBreak", GLib.Variant("(s)", ("microbreak",)))
            case 1:
                self.caller.call("Snooze", GLib.Variant("(xu)", (0, 1)))
            case 2:
                self.caller.call("Skip", GLib.Variant("(x)", (0,)))
            case 3:
                self.caller.call("Done", GLib.Variant("(x)", (0,)))
            case _:
                self.change_posture()

    def change_posture(self):
        """Of one that changes nothing there is no fact, so only a change from what is known is a promise. Which fact
        keeps it, the time tells: the person's own word counts at once."""
        posture = "sitting" if self.posture == "standing" else "standing"
        asked_ms = time.time_ns() // 1_000_000
        is_done = self.caller.call("SetPosture", GLib.Variant("(ss)", (posture, "cli")))
        if is_done and self.posture:
            self.promised.append((posture, asked_ms, time.time_ns() // 1_000_000))
        self.posture = posture if is_done else None

    def note(self, messages):
        self.announced += [tuple(each["args"]) for each in messages if each.get("member") == "PromptEnded"]

    def assert_nothing_is_lost(self):
        self.assertEqual(self.check_of_integrity(), "ok")
        outcomes = [(each["id"], each["outcome"]) for each in self.session.facts("outcome")]
        changes = [(each["posture"], each["utc_ms"]) for each in self.session.facts("posture")]
        self.assertEqual([each for each in self.announced if each not in outcomes], [])
        broken = [
            (posture, asked, done)
            for posture, asked, done in self.promised
            if not any(posture == said and asked <= at <= done for said, at in changes)
        ]
        self.assertEqual(broken, [])
        for once in (self.announced, [number for number, _ in outcomes], changes):
            self.assertEqual(len(set(once)), len(once))
        self.assert_no_fact_goes_back({each.get("span") or -each["seq"]: each for each in self.session.facts()})

    def assert_no_fact_goes_back(self, facts):
        """All that was there is there as it was; of a bout not less than there was."""
        for key, before in self.known.items():
            if before["fact"] == "bout" and before["end"] == "open":
                self.assertGreaterEqual(facts[key]["seconds"], before["seconds"])
            else:
                self.assertEqual(facts[key], before)
        self.known = facts

    def check_of_integrity(self):
        database = sqlite3.connect(f"file:{self.session.journal_path}?mode=ro", uri=True)
        try:
            return database.execute("PRAGMA integrity_check").fetchone()[0]
        finally:
            database.close()


if __name__ == "__main__":
    rig.main()
