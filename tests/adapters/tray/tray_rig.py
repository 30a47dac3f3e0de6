#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""poise-tray between a scripted daemon and a real notification server: prompts, answers and notices."""
import rig
from rig import MOBILITY, REST, STAND_UP, Notify, Rig
from tray_desktop import HERE


class TheTray(Rig):
    def test_shows_a_prompt_and_confirms_it_after_the_server_accepted_it(self):
        self.given_tray_with_dunst()
        self.show(STAND_UP)
        passed = self.desktop.messages_until("ConfirmShown")
        order = [(m["type"], m["member"]) for m in passed if m.get("member") in ("Notify", "ConfirmShown")]
        self.assertEqual(
            order, [("method_call", "Notify"), ("method_return", "Notify"), ("method_call", "ConfirmShown")]
        )
        self.assertEqual(passed[-1]["args"], [7])
        self.assertEqual(self.desktop.displayed(), 1)

    def test_asks_the_server_for_a_quiet_notification_that_stays(self):
        self.given_tray_with_dunst()
        self.show(STAND_UP)
        (notify,) = self.shown(STAND_UP)
        self.assertEqual((notify.app, notify.summary), ("Poise", "Time to stand up"))
        self.assertEqual(notify.body, "42 min of sitting &amp; more than 40 &gt; 30.")
        self.assertEqual(
            notify.actions,
            {"default": "I am standing", "start": "I am standing", "snooze": "Snooze", "skip": "Skip"},
        )
        self.assertEqual(notify.timeout, 0)
        normal = 1
        expected = {
            "urgency": normal,
            "category": "x-poise.prompt",
            "desktop-entry": "org.poise.Coach1",
            "x-dunst-stack-tag": "poise-prompt",
            "suppress-sound": True,
        }
        self.assertEqual({key: notify.hints.get(key) for key in expected}, expected)
        self.assertNotIn("transient", notify.hints)

    def test_names_our_own_icon_where_it_is_installed_and_its_file_where_it_was_built(self):
        self.given_tray_with_dunst()
        self.show(STAND_UP)
        (notify,) = self.shown(STAND_UP)
        self.assertTrue(notify.icon.endswith("/share/icons/hicolor/scalable/apps/poise.svg"), notify.icon)
        self.tray.end()
        self.desktop.install_icon()
        self.given_tray()
        (notify,) = self.shown(STAND_UP)
        self.assertEqual(notify.icon, "org.poise.Poise")

    def test_starts_when_the_notification_is_clicked(self):
        self.given_tray_with_dunst()
        self.given_on_screen(STAND_UP)
        self.desktop.click_on_notification()
        self.assert_answered("Start", [7])

    def test_snoozes_for_as_long_as_configured(self):
        self.given_tray_with_dunst()
        self.given_on_screen(STAND_UP)
        self.desktop.choose("Snooze")
        self.assert_answered("Snooze", [7, 0])

    def test_skips(self):
        self.given_tray_with_dunst()
        self.given_on_screen(STAND_UP)
        self.desktop.choose("Skip")
        self.assert_answered("Skip", [7])

    def test_replaces_a_prompt_in_place(self):
        self.given_tray_with_dunst()
        self.given_on_screen(STAND_UP)
        for prompt, again in ((STAND_UP, True), (MOBILITY, False)):
            self.show(prompt, again)
            (notify,) = self.shown(prompt)
            self.assertNotEqual(notify.replaces, 0)
            self.assertEqual(self.desktop.displayed(), 1)

    def test_announces_a_long_block_and_shows_its_prompt_in_that_place(self):
        self.given_tray_with_dunst()
        self.desktop.wait("NewToolTip", "signal")
        near = {"kind": "mobility", "title": "Soon: Loosen up for 5 min", "text": "In about 2 min."}
        self.daemon.tell({"do": "set", "properties": {"Next": near}})
        notify = Notify(self.desktop.wait("Notify"))
        low = 0
        self.assertEqual((notify.summary, notify.body, notify.actions), (near["title"], near["text"], {}))
        self.assertEqual((notify.hints["urgency"], notify.hints["suppress-sound"]), (low, True))
        self.show(MOBILITY)
        (prompt,) = self.shown(MOBILITY)
        self.assertNotEqual(prompt.replaces, 0)
        self.assertEqual(self.desktop.displayed(), 1)

    def test_plays_a_sound_only_where_the_daemon_says_so(self):
        self.given_tray_with_dunst()
        self.show(dict(STAND_UP, sound="message-new-instant"))
        (notify,) = self.shown(STAND_UP)
        self.assertEqual((notify.hints["sound-name"], notify.hints["suppress-sound"]), ("message-new-instant", False))
        self.show(MOBILITY)
        (notify,) = self.shown(MOBILITY)
        self.assertNotIn("sound-name", notify.hints)

    def test_takes_a_prompt_away_that_is_withdrawn_ended_or_snoozed(self):
        self.given_tray_with_dunst()
        endings = (
            {"do": "withdraw", "id": 7, "why": "meeting"},
            {"do": "end", "id": 7, "outcome": "missed"},
            {"do": "change", "prompt": dict(STAND_UP, phase="snoozed")},
            {"do": "change", "prompt": None},
        )
        for ending in endings:
            self.given_on_screen(STAND_UP)
            self.daemon.tell(ending)
            self.desktop.wait("NotificationClosed", "signal")
            self.assertEqual(self.desktop.displayed(), 0, ending)

    def test_shows_nothing_while_a_microbreak_runs_and_lets_its_end_be_heard(self):
        self.given_tray_with_dunst()
        rest = dict(REST, end_sound="complete")
        self.given_on_screen(rest)
        self.desktop.dunstctl("action", "0")
        self.desktop.wait("Start")
        self.daemon.tell({"do": "change", "prompt": dict(rest, phase="running")})
        self.daemon.tell({"do": "end", "id": rest["id"], "outcome": "taken"})
        notify = Notify(self.desktop.wait("Notify"))
        self.assertEqual((notify.summary, notify.actions), ("The break is over", {}))
        self.assertEqual((notify.hints["sound-name"], notify.hints["transient"]), ("complete", True))

    def test_keeps_a_drill_readable_and_quiet_while_it_runs(self):
        self.given_tray_with_dunst()
        self.given_on_screen(MOBILITY)
        self.desktop.dunstctl("action", "0")
        self.desktop.wait("Start")
        self.daemon.tell({"do": "change", "prompt": dict(MOBILITY, phase="running")})
        low = 0
        notify = Notify(self.desktop.wait("Notify"))
        self.assertEqual((notify.body, notify.hints["urgency"]), ("Ten, slowly.", low))
        self.desktop.wait("Notify", "method_return")
        self.desktop.choose("Done")
        self.assert_answered("Done", [8])

    def test_sends_nothing_when_the_person_clicks_the_prompt_away(self):
        self.given_tray_with_dunst()
        self.given_on_screen(STAND_UP)
        self.desktop.dunstctl("close-all")
        dismissed = 2
        closed = self.desktop.wait("NotificationClosed", "signal")
        self.assertEqual(closed["args"][1], dismissed)
        self.assertEqual(self.answers_until_shown(dict(STAND_UP, id=10)), [])
        self.assertEqual(self.desktop.displayed(), 1)

    def test_shows_a_clicked_away_prompt_when_the_daemon_asks_again(self):
        self.given_tray_with_dunst()
        for again in (False, True, True):
            self.show(STAND_UP, again)
            (notify,) = self.shown(STAND_UP)
            self.assertEqual(notify.replaces, 0)  # what it would replace is gone
            self.assertEqual(self.desktop.displayed(), 1)
            self.desktop.dunstctl("close-all")
            self.desktop.wait("NotificationClosed", "signal")

    def test_brings_a_refused_prompt_back_and_says_why(self):
        self.given_tray_with_dunst()
        self.given_on_screen(STAND_UP)
        self.daemon.tell({"do": "refuse", "reason": "this prompt has been snoozed as often as max_snoozes allows"})
        self.desktop.choose("Snooze")
        self.desktop.wait("Snooze")
        notice, prompt = self.shown(STAND_UP)
        self.assertEqual(
            notice.body, "Not possible now: this prompt has been snoozed as often as max_snoozes allows."
        )
        self.assertTrue(notice.hints["transient"])
        self.assertEqual(prompt.summary, "Time to stand up")
        self.assertEqual(self.desktop.displayed(), 2)

    def test_tells_a_notice(self):
        self.given_tray_with_dunst()
        urgencies = {"low": 0, "normal": 1, "critical": 2}
        for word, number in urgencies.items():
            private = word == "critical"
            notice = {"do": "notice", "id": word, "urgency": word, "text": "Pain < 3?", "private": private}
            self.daemon.tell(notice)
            notify = Notify(self.desktop.wait("Notify"))
            self.assertEqual((notify.summary, notify.body), ("Poise", "Pain &lt; 3?"))
            self.assertEqual(notify.hints["urgency"], number)
            self.assertEqual(notify.hints.get("transient", False), private)
            self.assertEqual(notify.hints["category"], "x-poise.private" if private else "x-poise.notice")
            self.assertEqual(notify.actions, {})
        self.desktop.wait("Notify", "method_return")
        self.assertEqual(self.desktop.displayed(), 3)

    def test_opens_the_window_that_asks_and_leaves_the_answer_to_it(self):
        self.desktop.make_activatable("org.poise.Coach1", f"/usr/bin/python3 {HERE}/scripted_coach.py")
        self.given_tray_with_dunst()
        windows = {"checkin": ("Answer…", "ShowCheckin"), "workstation_check": ("Look…", "ShowWorkstationCheck")}
        for number, (kind, (label, method)) in enumerate(windows.items(), start=20):
            prompt = dict(STAND_UP, id=number, kind=kind, start_label="I have answered")
            self.show(prompt)
            (notify,) = self.shown(prompt)
            self.assertEqual(notify.actions, {"default": label, "start": label, "snooze": "Snooze", "skip": "Skip"})
            self.desktop.click_on_notification()
            self.desktop.wait(method, "method_return")
        self.assertEqual(self.answers_until_shown(STAND_UP), [])

    def test_starts_by_the_default_action_where_no_window_opens(self):
        self.desktop.make_activatable("org.poise.Coach1", "/bin/false")
        self.given_tray_with_dunst()
        for kind in ("posture_change", "checkin"):
            self.given_on_screen(dict(STAND_UP, kind=kind))
            self.desktop.dunstctl("action", "0")
            self.assert_answered("Start", [7])
        self.assertIn("shows no window", self.tray.line("its complaint"))

    def test_leads_from_a_notice_to_the_window_that_answers_it(self):
        self.desktop.make_activatable("org.poise.Coach1", f"/usr/bin/python3 {HERE}/scripted_coach.py")
        self.given_tray_with_dunst()
        text = "It got better. You can refuse it: poise plan refuse."
        self.daemon.tell({"do": "notice", "id": "plan_changed", "urgency": "normal", "text": text, "private": True})
        notify = Notify(self.desktop.wait("Notify"))
        self.assertEqual(notify.actions, {"default": "How it goes", "show": "How it goes"})
        self.desktop.wait("Notify", "method_return")
        self.desktop.click_on_notification()
        self.desktop.wait("ShowPractice", "method_return")

    def test_lets_a_rule_of_the_server_keep_private_notices_out_of_its_history(self):
        self.given_tray_with_dunst()
        for private, kept in ((True, 0), (False, 1)):
            self.daemon.tell({"do": "notice", "id": "x", "urgency": "low", "text": "Hm.", "private": private})
            self.desktop.wait("Notify", "method_return")
            self.desktop.dunstctl("close-all")
            self.desktop.wait("NotificationClosed", "signal")
            self.assertEqual(int(self.desktop.dunstctl("count", "history")), kept)

    def test_shows_the_same_notice_once(self):
        self.given_tray_with_dunst()
        replaced = []
        for text in ("Line 3 is bad.", "Line 4 is bad."):
            self.daemon.tell(
                {"do": "notice", "id": "bad_configuration", "urgency": "normal", "text": text, "private": False}
            )
            replaced.append(Notify(self.desktop.wait("Notify")).replaces != 0)
            self.desktop.wait("Notify", "method_return")
        self.assertEqual(replaced, [False, True])
        self.assertEqual(self.desktop.displayed(), 1)


if __name__ == "__main__":
    rig.main()
