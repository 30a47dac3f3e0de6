#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Idle sources on a compositor of our own, for what those of Debian 12 do not offer and do not do on demand."""
import rig
from rig import MICROBREAKS, Stopwatch
from wayland import AWAY_AFTER_S, OnWayland

from compositors import OwnCompositor


class OnOwnCompositor(OnWayland):
    offers = ("ext", "2")

    def a_compositor(self):
        return OwnCompositor(self.session, rig.options.binaries, *self.offers)

    def test_version_2_tells_of_pauses_dies_comes_back_and_lets_the_daemon_sleep(self):
        self.is_sensed_by("wayland-input-idle")

    def test_a_video_is_neither_rest_nor_typing(self):
        self.given_poise()
        self.compositor.toggle_inhibitor()
        self.hands.rests()
        rest = Stopwatch()
        self.session.presence_becomes("passive")
        self.assertLess(rest.seconds(), AWAY_AFTER_S + 2)
        self.compositor.toggle_inhibitor()
        self.session.presence_becomes("resting")
        self.session.presence_becomes("away")

    def test_without_any_source_prompts_come_at_fixed_intervals(self):
        self.given_poise(**MICROBREAKS)
        self.session.prompt_shown("microbreak")
        self.hands.rests()
        self.compositor.die(rig.signal.SIGKILL)
        self.session.wait("Notice", "signal", lambda args: args[0] == "idle_source_lost")
        for _ in range(2):
            self.session.prompt_shown("microbreak")
        status = self.session.status()
        self.assertEqual(status["presence"], "unknown")
        self.assertEqual([each["works"] for each in status["idle_source"]["tried"]], [False] * 7)
        self.assertTrue(all(each["detail"] for each in status["idle_source"]["tried"]))


if __name__ == "__main__":
    rig.main()
