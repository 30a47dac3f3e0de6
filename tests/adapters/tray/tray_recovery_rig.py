#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""poise-tray while the notification server or the daemon is gone, comes late or starts anew; and its own life."""
import signal

import rig
from rig import STAND_UP, Notify, Rig


class WithoutAServer(Rig):
    def test_confirms_nothing_until_a_server_appears(self):
        self.given_tray()
        self.show(STAND_UP)
        passed = self.desktop.messages_until("GetCapabilities", "error")
        self.assertIn("no notification server", self.tray.line("its complaint"))
        self.desktop.start_dunst()
        passed += self.desktop.messages_until("Notify", "method_return")
        self.assertNotIn("ConfirmShown", [m.get("member") for m in passed])
        self.assertEqual(self.desktop.wait("ConfirmShown")["args"], [7])
        self.assertEqual(self.desktop.displayed(), 1)

    def test_keeps_the_last_notice_of_each_kind_for_a_server_that_comes_late(self):
        self.given_tray()
        for which, text in (("journal", "It is damaged."), ("config", "Line 3 is bad."), ("config", "Line 4 is bad.")):
            self.daemon.tell({"do": "notice", "id": which, "urgency": "normal", "text": text, "private": False})
            for _ in ("its words", "where to"):
                self.desktop.messages_until("GetCapabilities", "error")
        self.assertIn("no notification server", self.tray.line("its complaint"))
        self.desktop.start_dunst()
        told = [Notify(self.desktop.wait("Notify")).body for _ in range(2)]
        self.assertEqual(told, ["Line 4 is bad.", "It is damaged."])
        self.show(STAND_UP)
        self.assertEqual(len(self.shown(STAND_UP)), 1)  # and none of them twice

    def test_shows_the_prompt_again_when_the_server_restarts(self):
        self.given_tray_with_dunst()
        self.given_on_screen(STAND_UP)
        self.dunst.end(signal.SIGKILL)
        self.desktop.name_vanishes("org.freedesktop.Notifications")
        self.desktop.start_dunst()
        (notify,) = self.shown(STAND_UP)
        self.assertEqual(notify.replaces, 0)  # an old id may be somebody else's by now
        self.assertEqual(self.desktop.displayed(), 1)
        self.desktop.dunstctl("action", "0")
        self.assert_answered("Start", [7])

    def test_reads_the_capabilities_of_the_server_that_is_there_now(self):
        self.given_tray_with_dunst()
        self.given_on_screen(STAND_UP)
        self.dunst.end(signal.SIGKILL)
        self.desktop.name_vanishes("org.freedesktop.Notifications")
        self.desktop.start_plain_server()
        (notify,) = self.shown(STAND_UP)
        self.assertEqual(notify.actions, {})
        self.assertEqual(
            notify.body,
            "42 min of sitting & more than 40 > 30.\nTo answer: poise start, poise snooze or poise skip.",
        )


class WithoutADaemon(Rig):
    def test_starts_the_daemon_where_the_bus_can(self):
        self.daemon.end()
        self.desktop.name_vanishes("org.poise.Daemon1")
        self.desktop.make_daemon_activatable()
        self.given_tray()

    def test_tells_the_bus_first_where_the_screen_is(self):
        self.daemon.end()
        self.desktop.name_vanishes("org.poise.Daemon1")
        self.desktop.make_daemon_activatable("env > {folder}/environment; exec")
        self.desktop.env["WAYLAND_DISPLAY"] = "wayland-7"  # the bus was started without
        self.given_tray()
        with open(f"{self.desktop.folder}/environment", encoding="utf-8") as file:
            self.assertIn("WAYLAND_DISPLAY=wayland-7\n", file.readlines())

    def test_registers_again_with_the_next_daemon(self):
        self.given_tray_with_dunst()
        self.given_on_screen(STAND_UP)
        self.daemon.end(signal.SIGKILL)
        self.desktop.name_vanishes("org.poise.Daemon1")
        self.assertEqual(self.desktop.displayed(), 1)  # it may be asked still
        self.daemon = self.desktop.start_daemon(dict(STAND_UP, phase="shown"))
        (notify,) = self.shown(STAND_UP)
        self.assertNotEqual(notify.replaces, 0)
        self.assertEqual(self.desktop.displayed(), 1)
        self.desktop.choose("Skip")
        self.assert_answered("Skip", [7])

    def test_takes_the_prompt_away_when_the_next_daemon_has_none(self):
        self.given_tray_with_dunst()
        self.given_on_screen(STAND_UP)
        self.daemon.end(signal.SIGKILL)
        self.daemon = self.desktop.start_daemon()
        self.desktop.wait("NotificationClosed", "signal")
        self.assertEqual(self.desktop.displayed(), 0)

    def test_says_that_a_button_is_dead(self):
        self.given_tray_with_dunst()
        self.given_on_screen(STAND_UP)
        self.daemon.end(signal.SIGKILL)
        self.desktop.name_vanishes("org.poise.Daemon1")
        self.desktop.dunstctl("action", "0")
        passed = self.desktop.messages_until("Notify")
        self.assertIn("Poise is not running", Notify(passed[-1]).body)
        self.assertNotIn("Start", [m.get("member") for m in passed])

    def test_shows_the_prompt_that_was_open_before_it_came(self):
        self.daemon.end()
        self.daemon = self.desktop.start_daemon(dict(STAND_UP, phase="shown"))
        self.desktop.start_dunst()
        self.desktop.start_tray()
        self.assertEqual(len(self.shown(STAND_UP)), 1)


class TheProcess(Rig):
    def test_is_there_once(self):
        self.given_tray()
        second = self.desktop.start_tray()
        self.assertIn("already running", second.line("why it does not start"))
        self.assertEqual(second.wait(), 0)

    def test_takes_its_prompt_away_when_it_ends(self):
        for by in (signal.SIGTERM, signal.SIGINT):
            self.given_tray() if by == signal.SIGINT else self.given_tray_with_dunst()
            self.given_on_screen(STAND_UP)
            self.assertEqual(self.tray.end(by), 0)
            self.assertEqual(self.desktop.displayed(), 0)

    def test_ends_with_the_session(self):
        self.given_tray()
        self.desktop.bus.end()
        self.assertEqual(self.tray.wait(), 0)


if __name__ == "__main__":
    rig.main()
