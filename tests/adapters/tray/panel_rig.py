#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The icon of poise-tray in a real panel: how it looks, that it is there again, and what its menu does."""
import os
import pathlib
import signal

import rig
from panel_desktop import HERE, PanelDesktop
from rig import MOBILITY, STAND_UP, Notify, Rig

from processes import eventually

ICON = (784, 16)  # on the screen


def setting(**properties):
    return {"do": "set", "properties": properties}


class PanelRig(Rig):
    """Most of it needs no panel to be drawn, only what a panel asks for."""

    def make_desktop(self):
        return PanelDesktop(rig.options.tray, rig.screen)

    def given_icon(self, panel=True, dark=False):
        self.desktop.start_dunst()
        if panel:
            self.panel = self.desktop.start_panel(dark)
        self.given_tray()
        self.desktop.wait("NewToolTip", "signal")  # it knows what the daemon says
        if panel:
            empty = self.desktop.picture(f"32x32+{ICON[0] - 216}+0")
            eventually("an icon", self.icon_picture, lambda picture: picture != empty)

    def icon_picture(self):
        return self.desktop.picture(f"32x32+{ICON[0] - 16}+0")

    def open_menu(self):
        """By the mouse, until it is drawn."""
        below = "400x300+400+40"
        closed = self.desktop.picture(below)
        self.desktop.run("xdotool", "mousemove", *map(str, ICON), "click", "3")
        eventually("the menu", lambda: self.desktop.picture(below), lambda picture: picture != closed)

    def set(self, **properties):
        self.daemon.tell(setting(**properties))
        self.desktop.wait("NewToolTip", "signal")

    def told(self):
        """The body of the next notification."""
        return Notify(self.desktop.wait("Notify")).body


class TheIcon(PanelRig):
    def test_is_drawn_and_looks_different_in_each_state(self):
        self.given_icon()
        seen = {}
        states = (
            ("working", {}),
            ("due", {"do": "change", "prompt": STAND_UP}),
            ("standing", {"do": "change", "prompt": None}),
            ("resting", setting(Presence="resting")),
            ("held", setting(Holds=["meeting"])),
            ("paused", setting(PausedUntil=1790000000)),
            ("degraded", setting(IdleSource={"works": False})),
        )
        for state, command in states:
            if state == "standing":
                self.daemon.tell(setting(Posture="standing"))
            if command:
                self.daemon.tell(command)
            known = set(seen.values())
            seen[state] = eventually(state, self.icon_picture, lambda picture, known=known: picture not in known)
            self.assertEqual(self.desktop.icon("IconName"), f"poise-{state}-symbolic")
            self.desktop.save_picture(f"panel-{state}")

    def test_is_light_on_a_dark_panel(self):
        self.given_icon(dark=True)
        eventually("a light icon", lambda: max(self.icon_picture()) > 200)
        self.open_menu()
        self.desktop.save_picture("panel-menu-dark")

    def test_says_only_what_has_changed(self):
        self.given_icon(panel=False)
        for properties in ({"Posture": "standing"}, {"Posture": "standing"}, {"Holds": ["exercise_off"]}):
            self.daemon.tell(setting(**properties))
        self.show(STAND_UP)
        passed = self.desktop.messages_until("NewStatus", "signal")
        signals = [m["member"] for m in passed if m.get("interface") == "org.kde.StatusNotifierItem"]
        standing, exercise_off = ["NewIcon", "NewAttentionIcon", "NewToolTip"], ["NewToolTip"]
        self.assertEqual(signals, standing + exercise_off + ["NewIcon", "NewAttentionIcon", "NewStatus"])
        self.assertEqual(self.desktop.icon("Status"), "NeedsAttention")

    def test_asks_for_the_sentence_when_it_is_asked(self):
        self.given_icon(panel=False)
        self.daemon.tell(setting(Headline="Standing 5 min, sit down in 10 to 25 min."))
        self.desktop.wait("PropertiesChanged", "signal")
        self.assertEqual(self.desktop.icon("ToolTip")[2], "Standing 5 min, sit down in 10 to 25 min.")

    def test_says_that_nobody_is_there(self):
        self.given_icon(panel=False)
        self.daemon.end(signal.SIGKILL)
        self.desktop.wait("NewIcon", "signal")
        self.assertEqual(self.desktop.icon("ToolTip")[2], "Poise is not running.")
        self.assertEqual(self.desktop.icon("IconName"), "poise-degraded-symbolic")
        self.assertIn("Poise is not running.", self.desktop.menu())

    def test_does_not_wait_long_for_a_daemon_that_hangs(self):
        self.given_icon(panel=False)
        os.kill(self.daemon.pid, signal.SIGSTOP)
        self.addCleanup(os.kill, self.daemon.pid, signal.SIGCONT)
        self.assertEqual(self.desktop.icon("ToolTip")[2], "Poise does not answer.")


class ThePanel(PanelRig):
    def test_gets_the_icon_again_when_it_restarts(self):
        self.given_icon()
        self.panel.end(signal.SIGKILL)
        self.desktop.name_vanishes("org.kde.StatusNotifierWatcher")
        self.desktop.start_panel()
        self.desktop.wait("RegisterStatusNotifierItem", "method_return")
        self.assertEqual(self.desktop.icons(), ["org.poise.Tray1/StatusNotifierItem"])

    def test_gets_the_icon_again_that_it_has_lost(self):
        self.given_icon(panel=False)
        self.desktop.start(["/usr/bin/python3", f"{HERE}/forgetful_watcher.py"])
        for expected in ([], ["org.poise.Tray1/StatusNotifierItem"]):
            self.desktop.wait("RegisterStatusNotifierItem", "method_return")
            self.assertEqual(self.desktop.icons(), expected)


class TheMenu(PanelRig):
    def test_does_what_it_says(self):
        self.given_icon(panel=False)
        wanted = (
            ("Rest your hands", "StartBreak", ["microbreak"]),
            ("Strength exercises", "StartBreak", ["strength"]),
            ("I am standing", "SetPosture", ["standing", "tray"]),
            ("For 30 minutes", "Pause", [1800]),
            ("For 1 hour", "Pause", [3600]),
            ("Until tomorrow", "Pause", [0]),
        )
        for label, method, arguments in wanted:
            self.desktop.choose_in_menu(label)
            self.assert_answered(method, arguments)

    def test_is_drawn_and_takes_the_mouse_and_the_keyboard(self):
        self.given_icon()
        self.daemon.tell(setting(Headline="Sitting 29 min, stand up in 1 to 16 min."))
        self.desktop.wait("PropertiesChanged", "signal")
        self.open_menu()
        self.assertIn("Sitting 29 min, stand up in 1 to 16 min.", self.desktop.menu())
        self.desktop.save_picture("panel-menu")
        self.desktop.run("xdotool", "key", "t")
        self.assertEqual(self.desktop.wait("CheckIn")["args"][0]["tight"]["data"], True)
        self.assertEqual(self.told(), "Noted: today's mobility blocks take more rounds.")

    def test_answers_the_prompt(self):
        self.given_icon(panel=False)
        self.given_on_screen(MOBILITY)
        self.desktop.choose_in_menu("Snooze")
        self.assert_answered("Snooze", [8, 0])
        self.daemon.tell({"do": "change", "prompt": dict(MOBILITY, phase="running")})
        self.desktop.wait("NewToolTip", "signal")
        self.desktop.choose_in_menu("Done")
        self.assert_answered("Done", [8])

    def test_ends_a_pause(self):
        self.given_icon(panel=False)
        self.set(PausedUntil=1790000000, Holds=["paused"])  # 14:13 UTC
        self.desktop.choose_in_menu("Resume (paused until 14:13)")
        self.assert_answered("Resume", [])

    def test_says_why_a_thing_is_refused(self):
        self.given_icon(panel=False)
        self.daemon.tell({"do": "refuse", "reason": "exercise is off"})
        self.desktop.choose_in_menu("Loosen up")
        self.assertEqual(self.told(), "Not possible now: exercise is off.")

    def test_explains(self):
        self.given_icon(panel=False)
        self.desktop.choose_in_menu("Why now?")
        self.assertEqual(self.told(), "no hold is in force\nposture_change: not due, 24 min of 30 min (S2)")

    def test_says_how_to_go_on_where_there_are_no_windows(self):
        self.given_icon(panel=False)
        self.desktop.choose_in_menu("Check in…")
        self.assertIn("poise checkin", self.told())
        self.desktop.choose_in_menu("How it goes…")
        self.assertIn("poise plan", self.told())
        self.desktop.choose_in_menu("Settings…")
        self.assertIn("poise config show", self.told())
        self.desktop.choose_in_menu("About Poise")
        self.assertIn("GPL-3.0-or-later", self.told())

    def test_opens_the_report_by_the_command_line_beside_it(self):
        self.desktop.take_the_place_of_xdg_open()
        self.given_icon(panel=False)
        self.desktop.choose_in_menu("This week's report")
        self.assertTrue(self.desktop.wait("Opened", "signal")["args"][0].endswith(".html"))

    def test_says_why_there_is_no_report(self):
        journal = pathlib.Path(self.desktop.env["XDG_DATA_HOME"], "poise", "poise.db")
        journal.parent.mkdir(parents=True)
        journal.write_text("no journal")
        self.given_icon(panel=False)
        self.desktop.choose_in_menu("This week's report")
        told = self.told()
        self.assertTrue(told.startswith("Not possible now: poise: "), told)

    def test_opens_the_windows_that_there_are(self):
        coach = ["/usr/bin/python3", f"{HERE}/scripted_coach.py"]
        self.desktop.make_activatable("org.poise.Coach1", " ".join(coach))
        self.given_icon(panel=False)
        windows = {
            "Check in…": "ShowCheckin",
            "How it goes…": "ShowPractice",
            "Settings…": "ShowSettings",
            "Introduction…": "ShowIntroduction",
        }
        for label, method in windows.items():
            self.desktop.choose_in_menu(label)
            self.desktop.wait(method, "method_return")


if __name__ == "__main__":
    rig.main()
