#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job on GNOME's compositor: Mutter says when the hands rest, and no X server is there to ask."""
import rig
from rig import MICROBREAKS, Rig
from session import Session
from wayland import OnWayland

from compositors import Mutter
from hands import HandsOnMutter


class OnGnome(Rig):
    def setUp(self):
        self.session = Session(rig.options.binaries, None)
        self.addCleanup(self.session.end)

    def given_desktop(self):
        """Mutter has no layer-shell for dunst to draw on: what has the buttons here draws nothing."""
        self.session.start_mutter()
        self.hands = HandsOnMutter(self.session.env["DBUS_SESSION_BUS_ADDRESS"])
        self.addCleanup(self.hands.rests)
        self.server = self.session.start_plain_server("--actions")
        self.hands.types()

    def test_a_prompt_is_answered_by_its_button_and_taken_by_a_rest(self):
        self.given_poise(**MICROBREAKS)
        self.assert_mutter_is_the_idle_source()
        self.session.prompt_shown("microbreak")
        self.hands.rests()
        self.server.child.stdin.write("1 default\n")
        self.server.child.stdin.flush()
        self.session.wait("Start", "method_return")
        self.assert_prompt("running")
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.session.presence_becomes("away")
        self.hands.types()
        self.session.presence_becomes("working")
        self.assert_outcomes((1, "microbreak", "taken"))
        self.assertGreaterEqual(self.session.report()["away_s"], 4)
        self.assertEqual(self.session.prompt_shown("microbreak")["id"], 2)

    def test_a_rest_is_an_answer(self):
        self.given_poise(**MICROBREAKS)
        self.session.prompt_shown("microbreak")
        self.hands.rests()
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.session.screen_clears()
        self.assert_outcomes((1, "microbreak", "taken"))

    def assert_mutter_is_the_idle_source(self):
        source = self.session.status()["idle_source"]
        self.assertEqual((source["name"], source["works"]), ("mutter", True))


class OnMutterAlone(OnWayland):
    def a_compositor(self):
        return Mutter(self.session)

    def test_tells_of_pauses_dies_comes_back_and_lets_the_daemon_sleep(self):
        self.is_sensed_by("mutter")


if __name__ == "__main__":
    rig.main()
