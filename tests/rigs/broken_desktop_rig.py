#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of the desktop that hang, go and come back in an odd order: the daemon answers all the while and finds them again.

What hangs is stopped by a signal. logind is python-dbusmock's, the rest is real.
"""
import json
import os
import signal

import rig
from rig import Rig

from hands import HandsOnX
from processes import Screen


class BrokenDesktop(Rig):
    def setUp(self):
        super().setUp()
        self.screen = Screen()  # of this test alone, as it hangs and dies
        self.addCleanup(self.screen.end)
        self.session.env["DISPLAY"] = self.screen.display
        self.hands = HandsOnX(self.screen.display)
        self.addCleanup(self.hands.rests)

    def hangs(self, process):
        process.child.send_signal(signal.SIGSTOP)
        self.addCleanup(process.child.send_signal, signal.SIGCONT)

    def goes_on(self, process):
        process.child.send_signal(signal.SIGCONT)

    def finding(self, what):
        findings = json.loads(self.session.try_poise("doctor", "--json").stdout)["findings"]
        return next(each for each in findings if each["what"] == what)

    def idle_source_becomes(self, name):
        self.session.property_becomes("IdleSource", lambda source: source["name"]["data"] == name)

    def test_an_x_server_that_hangs_at_the_start_is_found_when_it_goes_on(self):
        self.given_configuration()
        self.hangs(self.screen.server)
        self.session.start_daemon()
        refusal = {"name": "x11", "works": False, "detail": f"the X server {self.screen.display} does not answer"}
        self.session.status_becomes("the refusal", lambda now: refusal in now["idle_source"]["tried"])
        self.assertEqual(self.session.status()["presence"], "unknown")
        self.goes_on(self.screen.server)
        self.idle_source_becomes("x11")

    def test_an_x_server_that_hangs_meanwhile_keeps_nobody_waiting(self):
        self.given_poise()
        self.hangs(self.screen.server)
        self.session.poise("pause", "10min")
        self.assertEqual([each["hold"] for each in self.session.status()["holds"]], ["paused"])
        self.goes_on(self.screen.server)
        self.hands.rests()
        self.session.presence_becomes("resting")

    def test_a_notification_server_and_pipewire_that_hang_keep_nobody_waiting(self):
        pipewire = self.session.start(["pipewire"], read="stderr")
        self.session.run("sh", "-c", "until pw-cli info 0 >/dev/null 2>&1; do sleep 0.02; done")
        self.session.start(["openbox"])
        dunst = self.session.start_dunst()
        self.hangs(dunst)
        self.hangs(pipewire)
        self.given_configuration()
        self.session.start_daemon()
        self.assertEqual(self.session.status()["holds"], [])
        meetings = self.finding("meetings (PipeWire)")
        self.assertEqual((meetings["works"], meetings["detail"]), (False, "PipeWire has not answered yet"))
        self.goes_on(pipewire)
        self.session.status_becomes("PipeWire", lambda _: self.finding("meetings (PipeWire)")["works"])

    def test_a_system_bus_that_comes_back_with_an_open_session_ends_the_lock(self):
        self.session.start_logind()
        self.given_poise()
        self.session.lock()
        self.session.presence_becomes("locked")
        self.session.system_bus.end(signal.SIGKILL)
        self.session.status_becomes("the loss", lambda _: not self.finding("lock and sleep (logind)")["works"])
        self.assertEqual(self.session.status()["presence"], "locked")  # nobody has said that it is open
        os.remove(f"{self.session.folder}/system_bus")
        self.hands.rests()
        self.session.start_logind()
        self.session.status_becomes("logind", lambda _: self.finding("lock and sleep (logind)")["works"])
        self.hands.types()
        self.session.status_becomes("work", lambda status: status["presence"] == "working")
        self.session.lock()
        self.session.presence_becomes("locked")

    def test_a_logind_that_comes_after_poise_is_heard(self):
        self.session.start_system_bus()
        self.given_poise()
        self.session.start_mock_logind()
        self.session.status_becomes("logind", lambda _: self.finding("lock and sleep (logind)")["works"])
        self.session.lock()
        self.session.presence_becomes("locked")


if __name__ == "__main__":
    rig.main()
