#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job while its parts die, are told something new or come twice; and a red flag in the middle of it all."""
import re
import signal

import rig
from rig import MICROBREAKS, Rig
from session import SOURCE, configuration

SNACKS = {"snack_every": '"3s"', "snack_length": '"4s"'}
STANDING = {"posture_window": '["3s", "5s"]'}


class ARedFlag(Rig):
    def test_ends_the_exercise_under_way_and_keeps_it_off_over_a_restart(self):
        self.given_prompt("snack", **{**SNACKS, "snack_length": '"60s"'})
        self.session.poise("start")
        self.assert_prompt("running")
        advice = self.session.poise("screen", "--flag", "chest_pressure")
        self.assertEqual(self.session.wait("PromptWithdrawn", "signal")["args"], [1, "exercise_off"])
        self.assertEqual(self.session.wait("Notify")["args"][4].split(), advice.split())
        self.assert_on_screen()
        self.assertTrue(self.session.status()["exercise_off"])
        self.session.stop_daemon(signal.SIGKILL)
        self.given_configuration(**SNACKS, **STANDING)
        self.restart_daemon()
        # What comes is not the snack, which is due as well and worth more.
        self.assertEqual(self.session.prompt_shown("posture_change")["id"], 2)
        self.assertTrue(self.session.status()["exercise_off"])
        snack = self.session.kind("snack")
        self.assertEqual((snack["due"], snack["blocks"][0]), (True, "exercise_off"))
        refused = self.session.try_poise("start", "snack")
        self.assertEqual((refused.returncode, refused.stderr), (1, "poise: exercise is off\n"))
        self.assert_outcomes((1, "snack", "withdrawn"))
        self.session.poise("screen", "--clear")
        self.session.poise("skip")
        self.assertEqual(self.session.prompt_shown("snack")["id"], 3)
        self.assertFalse(self.session.status()["exercise_off"])


class AKilledDaemon(Rig):
    def test_leaves_a_prompt_that_can_still_be_answered(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        self.kill_and_restart_daemon()
        self.assertEqual(self.session.status()["prompt"]["id"], 1)
        self.assert_on_screen()
        self.session.choose("Skip")
        self.assertEqual(self.session.prompt_ended(), (1, "skipped"))
        self.assert_outcomes((1, "microbreak", "skipped"))

    def test_finds_the_break_that_was_rested_through(self):
        self.given_prompt("snack", **SNACKS)
        self.hands.rests()
        self.session.poise("start")
        self.kill_and_restart_daemon()
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.hands.types()
        self.assertEqual(self.session.prompt_shown("snack")["id"], 2)
        self.session.choose("Skip")
        self.assertEqual(self.session.prompt_ended(), (2, "skipped"))
        self.assert_outcomes((1, "snack", "taken"), (2, "snack", "skipped"))

    def test_does_not_make_a_break_of_work(self):
        self.given_prompt("snack", **SNACKS)
        self.session.poise("start")
        self.kill_and_restart_daemon()
        self.assert_prompt("running")
        self.assertEqual(self.session.prompt_ended(), (1, "skipped"))
        self.assert_outcomes((1, "snack", "skipped"))

    def test_keeps_the_outcomes_and_the_sitting_that_were(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        self.session.choose("Skip")
        self.session.prompt_ended()
        before = self.session.facts()
        self.kill_and_restart_daemon()
        after = self.session.facts()
        closed = [fact for fact in before if fact.get("end") != "open"]
        self.assertEqual([fact for fact in closed if fact not in after], [])
        self.assertEqual(self.session.prompt_shown("microbreak")["id"], 2)
        self.assert_outcomes((1, "microbreak", "skipped"))


class AKilledTray(Rig):
    def test_shows_the_open_prompt_when_it_is_back(self):
        self.given_prompt("microbreak", **{**MICROBREAKS, "repeat_after": '"60s"'})
        self.session.tray.end(signal.SIGKILL)
        self.session.name_vanishes("org.poise.Tray1")
        self.session.property_becomes("Presenters", lambda count: count == 0)
        self.session.dunstctl("close-all")  # the one that it left behind
        self.assert_off_screen()
        self.session.start_tray()
        self.session.wait("ConfirmShown", "method_return")
        self.assert_on_screen()
        self.session.choose("Skip")
        self.assertEqual(self.session.prompt_ended(), (1, "skipped"))
        self.assert_outcomes((1, "microbreak", "skipped"))


class AKilledNotificationServer(Rig):
    def test_gets_the_prompt_again(self):
        self.given_prompt("microbreak", **{**MICROBREAKS, "repeat_after": '"60s"'})
        self.dunst.end(signal.SIGKILL)
        self.session.name_vanishes("org.freedesktop.Notifications")
        self.session.start_dunst()
        self.session.wait("ConfirmShown", "method_return")
        self.assert_on_screen()
        self.hands.rests()
        self.session.click_on_notification()
        self.assertEqual(self.session.prompt_ended(), (1, "taken"))
        self.assert_outcomes((1, "microbreak", "taken"))


class AConfiguration(Rig):
    def test_is_read_again_when_the_daemon_is_told_to(self):
        self.given_poise()
        self.assertFalse(self.session.kind("microbreak")["on"])
        self.given_configuration(**MICROBREAKS)
        self.session.daemon.child.send_signal(signal.SIGHUP)
        self.session.prompt_shown("microbreak")

    def test_that_is_bad_is_told_and_changes_nothing(self):
        self.given_poise(microbreak_every='"60s"')
        bad = configuration(microbreak_every='"soon"', snack_every='"3s"', patience="-1")
        self.session.configure(bad)
        self.session.daemon.child.send_signal(signal.SIGHUP)
        self.assertEqual(self.session.wait("Notice", "signal")["args"][0], "configuration_refused")
        self.assertIn(self.where("microbreak_every", bad), self.session.wait("Notify")["args"][4])
        problems = self.session.status()["configuration"]["problems"]
        expected = [self.where(key, bad) for key in ("microbreak_every", "patience")]
        self.assertEqual([line.split(": ")[0] for line in problems], expected)
        for problem in problems:
            self.assertIn(problem, self.session.poise("status"))
        kinds = {each["kind"]: (each["on"], each["interval_s"]) for each in self.session.status()["kinds"]}
        self.assertEqual((kinds["microbreak"], kinds["snack"]), ((True, 60), (False, None)))
        self.given_configuration(microbreak_every='"90s"')
        self.session.daemon.child.send_signal(signal.SIGHUP)
        self.session.property_becomes("Configuration", lambda value: not value["problems"]["data"])
        self.assertEqual(self.session.kind("microbreak")["interval_s"], 90)

    def where(self, key, text):
        """file:line:column of a key's value."""
        (line,) = [i for i, line in enumerate(text.splitlines(), 1) if re.match(rf"{key} = ", line)]
        return f"{self.session.configuration_path}:{line}:{len(key) + 4}"


class ADaemon(Rig):
    def test_writes_the_open_bout_when_it_is_stopped(self):
        self.given_poise()
        self.session.status_becomes("3 s of sitting", lambda status: status["bout_s"] >= 3)
        self.assertEqual(self.session.facts("bout"), [])  # not a minute yet
        self.assertEqual(self.session.stop_daemon(), 0)
        (bout,) = self.session.facts("bout")
        self.assertEqual(bout["end"], "stopped")
        self.assertGreater(bout["working"], 2)
        self.restart_daemon()
        self.session.status_becomes("sitting on", lambda status: status["bout_s"] > bout["working"])

    def test_is_there_once(self):
        self.given_prompt("microbreak", **MICROBREAKS)
        before = self.session.facts()
        self.assert_refused_to_start(1, "org.poise.Daemon1 cannot be had")
        elsewhere = f"{self.session.folder}/elsewhere/poise.db"
        self.assert_refused_to_start(1, "org.poise.Daemon1 cannot be had", "--journal", elsewhere)
        self.assertEqual(self.session.facts(), before)
        self.session.choose("Skip")
        self.assertEqual(self.session.prompt_ended(), (1, "skipped"))
        self.assert_outcomes((1, "microbreak", "skipped"))
        self.assertIsNone(self.session.status()["journal"]["trouble"])

    def assert_refused_to_start(self, code, why, *arguments):
        second = self.session.start([f"{self.session.binaries}/poised", *arguments], read="stderr")
        self.assertIn(why, second.line("why it does not start"))
        self.assertEqual(second.wait(), code)

    def test_is_started_by_whoever_asks_for_it(self):
        self.given_configuration(**MICROBREAKS)
        self.given_desktop()
        with open(f"{SOURCE}/systemd/org.poise.Daemon1.service.in", encoding="utf-8") as file:
            service = file.read().replace("@CMAKE_INSTALL_FULL_BINDIR@", self.session.binaries)
        self.session.write("share/dbus-1/services/org.poise.Daemon1.service", service)
        self.session.reload_services()
        self.assertEqual(self.session.status()["clients"], 0)
        self.session.start_tray()
        self.session.prompt_shown("microbreak")
        self.assert_on_screen()
        self.session.end_foreign_daemon()
        self.assertEqual([bout["end"] for bout in self.session.facts("bout")], ["stopped"])


if __name__ == "__main__":
    rig.main()
