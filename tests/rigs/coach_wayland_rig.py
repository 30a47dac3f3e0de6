#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guided break on a Wayland compositor, sway in a window of another sway without a screen: through three drills to its
end, killed, frozen, and with the monitor taken away. Whatever becomes of the window, the break ends as it would without
one."""
import coach_session
import rig
from coach_session import COACH, THREE_DRILLS, CoachRig
from session import Session

from compositors import SwayInSway
from processes import eventually


class AGuidedBreakOnWayland(CoachRig):
    def setUp(self):
        self.session = Session(rig.options.binaries, None)
        self.addCleanup(self.session.end)
        self.sway = SwayInSway(self.session)

    def given_sway(self, **changes):
        """Nobody types: a break counts while hands rest. Whatever has the buttons here draws nothing."""
        self.given_home(**changes)
        self.sway.start()
        program = f"{self.session.binaries}/poise-coach --gapplication-service"
        self.session.make_activatable(COACH, f"/usr/bin/env WAYLAND_DISPLAY={self.sway.display} {program}")
        self.session.start_plain_server("--actions")
        self.session.start_daemon()
        self.session.call_daemon("NoteIntroduction")
        self.session.start_tray()

    def windows(self):
        """Of the coach, by what the compositor has mapped; on a monitor or waiting for one."""

        def walk(node):
            yield node
            for child in node["nodes"] + node["floating_nodes"]:
                yield from walk(child)

        return [node for node in walk(self.sway.ask("--type", "get_tree")) if node.get("app_id") == COACH]

    def window(self):
        eventually("a window of the coach", self.windows)

    def test_of_three_drills_runs_through_and_is_taken(self):
        self.given_sway(**THREE_DRILLS)
        self.runs_through()

    def test_counts_though_its_window_is_killed(self):
        self.given_sway(snack_length='"6s"')
        self.outlives_a_killed_window()

    def test_counts_though_its_window_hangs(self):
        self.given_sway(snack_length='"6s"')
        self.outlives_a_hanging_window()

    def test_counts_though_its_monitor_is_taken_away(self):
        self.given_sway(snack_length='"6s"')
        self.begin("snack")
        pid = self.coach_pid()
        self.sway.take_monitor_away()
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.assert_outcomes((1, "snack", "taken"))
        self.coach_is_gone()  # drawn or not, it hears that the break is over
        self.process_ends(pid)

    def test_counts_though_there_is_no_monitor_at_all(self):
        """The notification carries on. sway 1.7 itself ends where a window comes to no monitor, and the coach with it."""
        self.given_sway(snack_length='"6s"')
        self.sway.take_monitor_away()
        self.session.poise("start", "snack")
        self.session.name_appears(COACH)
        pid = self.coach_pid()
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.assert_outcomes((1, "snack", "taken"))
        self.process_ends(pid)


if __name__ == "__main__":
    coach_session.main()
