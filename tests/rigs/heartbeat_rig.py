#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one minute of a bout that a kill may cost, with the real interval; idle but for the typing."""
import signal

import rig
from rig import Rig, Stopwatch

HEARTBEAT_S = 60
LATE_S = 20  # what a busy machine may add


class ABout(Rig):
    def test_lacks_at_most_its_last_minute(self):
        self.given_poise()
        started = Stopwatch()
        self.session.fact_appears("bout", patience_s=HEARTBEAT_S + LATE_S)
        self.session.stop_daemon(signal.SIGKILL)
        at_the_desk = started.seconds()
        (bout,) = self.session.facts("bout")
        self.assertEqual(bout["end"], "open")
        self.assertGreaterEqual(bout["seconds"], at_the_desk - HEARTBEAT_S)
        self.restart_daemon()
        self.session.status_becomes("sitting on", lambda status: status["bout_s"] > bout["seconds"])


if __name__ == "__main__":
    rig.main()
