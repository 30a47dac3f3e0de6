// SPDX-License-Identifier: GPL-3.0-or-later
// Whole texts, so that what is missing and what is extra both show.
#include "snapshots.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace poise::test {
namespace {

TEST(StatusText, SaysWhatIsNowAndWhatIsNext) {
    EXPECT_EQ(status_text(quiet_morning(), berlin), R"(Sitting 24 min, stand up in 6 min to 21 min.

presence       working since 09:00 (24 min)
posture        sitting, 24 min at the desk
next           posture_change in 6 min, at 09:30
               microbreak in 16 min, at 09:40
               mobility in 36 min, at 10:00
idle source    x11, since 08:59
               not mutter: no GNOME
clients        1
)");
}

TEST(StatusText, SaysHowToAnswerThePrompt) {
    EXPECT_EQ(status_text(with_prompt("shown"), berlin), R"(Sitting 24 min, stand up in 6 min to 21 min.

presence       working since 09:00 (24 min)
posture        sitting, 24 min at the desk
prompt         Rest your hands for 30 s (microbreak, shown)
               20 min of work since your hands last rested. Rest your hands.
               answer: poise start, poise snooze (2 left), poise done, or poise skip
next           posture_change in 6 min, at 09:30
               mobility in 36 min, at 10:00
               snack in 1 h 6 min, at 10:30
idle source    x11, since 08:59
               not mutter: no GNOME
clients        1
)");
}

TEST(StatusText, OffersOnlyAnswersThatWouldNotBeRefused) {
    EXPECT_NE(status_text(with_prompt("snoozed"), berlin).find("answer: poise start, poise done, or poise skip\n"),
              std::string::npos);
    EXPECT_NE(status_text(with_prompt("running"), berlin).find("answer: poise done, or poise skip\n"),
              std::string::npos);
}

TEST(StatusText, OffersNoSnoozeThatWouldBeRefused) {
    Snapshot snapshot = with_prompt("shown");
    snapshot.daemon.prompt->snoozes_left = 0;
    EXPECT_NE(status_text(snapshot, berlin).find("answer: poise start, poise done, or poise skip\n"),
              std::string::npos);
    snapshot.daemon.prompt->snoozes_left.reset(); // an older daemon
    EXPECT_NE(status_text(snapshot, berlin).find("answer: poise start, poise snooze, poise done, or poise skip\n"),
              std::string::npos);
}

TEST(StatusText, SaysEverythingThatIsWrong) {
    EXPECT_EQ(status_text(a_bad_day(), berlin), R"(Poise cannot see when you pause: the X server is gone.

presence       unknown since Sun 07:24 (26 h)
posture        sitting, 24 min at the desk
holds          meeting: you are in a meeting, until 12:01 at the latest
               paused, until 10:30
               exercise_off: exercise is off
next           microbreak: due, waits for a pause in your input
               snack: due, held back by meeting, exercise_off, no_client
idle source    none since Sun 07:24: the X server is gone
               prompts come at fixed intervals, and this time is counted in no total
clients        none: nobody can show you a prompt, so none is made (start poise-tray)
journal        cannot be written: the disk is full
               12 facts wait in memory, 3 were dropped
configuration  poise.toml:1:1: a
               poise.toml:2:1: b
               poise.toml:3:1: ?[31mc
               poise.toml:4:1: d
               poise.toml:5:1: e
               and 1 more
               so this file is not in force (see: poise config check)
)");
}

TEST(StatusText, SaysWhereNothingIsToCome) {
    Snapshot snapshot = quiet_morning();
    snapshot.kinds.clear();
    EXPECT_NE(status_text(snapshot, berlin).find("next           nothing, as things are now\n"), std::string::npos);
}

TEST(StatusText, ReadsADaemonThatSaysNothing) {
    const Snapshot empty{{}, {}, {}, a_morning};
    EXPECT_NE(status_text(empty, berlin).find("idle source    none"), std::string::npos);
    EXPECT_EQ(status_json(empty, berlin)["presence_since"], nullptr);
    EXPECT_EQ(status_json(empty, berlin)["next"], nullptr);
}

TEST(StatusJson, HasEveryKeyOnAQuietMorning) {
    EXPECT_EQ(status_json(quiet_morning(), berlin).dump(1), R"({
 "version": "1.2.3",
 "at": "2026-11-23T09:24:00+01:00",
 "headline": "Sitting 24 min, stand up in 6 min to 21 min.",
 "presence": "working",
 "presence_since": "2026-11-23T09:00:00+01:00",
 "posture": "sitting",
 "bout_s": 1440,
 "prompt": null,
 "holds": [],
 "paused_until": null,
 "exercise_off": false,
 "next": {
  "kind": "posture_change",
  "at": "2026-11-23T09:30:00+01:00",
  "in_s": 360
 },
 "kinds": [
  {
   "kind": "microbreak",
   "on": true,
   "due": false,
   "elapsed_s": 240,
   "interval_s": 1200,
   "next_due": "2026-11-23T09:40:00+01:00",
   "blocks": [],
   "rule": "S1"
  },
  {
   "kind": "posture_change",
   "on": true,
   "due": false,
   "elapsed_s": 1440,
   "interval_s": 1800,
   "next_due": "2026-11-23T09:30:00+01:00",
   "blocks": [],
   "rule": "S2"
  },
  {
   "kind": "snack",
   "on": true,
   "due": false,
   "elapsed_s": 1440,
   "interval_s": 5400,
   "next_due": "2026-11-23T10:30:00+01:00",
   "blocks": [],
   "rule": "S3"
  },
  {
   "kind": "mobility",
   "on": true,
   "due": false,
   "elapsed_s": null,
   "interval_s": null,
   "next_due": "2026-11-23T10:00:00+01:00",
   "blocks": [],
   "rule": "S4"
  },
  {
   "kind": "strength",
   "on": false,
   "due": false,
   "elapsed_s": null,
   "interval_s": null,
   "next_due": null,
   "blocks": [],
   "rule": "S6"
  }
 ],
 "idle_source": {
  "name": "x11",
  "works": true,
  "since": "2026-11-23T08:59:00+01:00",
  "why": null,
  "tried": [
   {
    "name": "mutter",
    "works": false,
    "detail": "no GNOME"
   },
   {
    "name": "x11",
    "works": true,
    "detail": "in use"
   }
  ]
 },
 "clients": 1,
 "journal": {
  "path": "/home/a/.local/share/poise/poise.db",
  "trouble": null,
  "waiting": 0,
  "dropped": 0
 },
 "configuration": {
  "path": "/home/a/.config/poise/poise.toml",
  "exists": true,
  "problems": []
 }
})");
}

TEST(StatusJson, HasThePromptAsItIs) {
    EXPECT_EQ(status_json(with_prompt("shown"), berlin)["prompt"].dump(1), R"({
 "id": 7,
 "kind": "microbreak",
 "phase": "shown",
 "drills": [
  "C1"
 ],
 "rule": "S1",
 "length_s": 30,
 "why": "20 min of work since your hands last rested.",
 "title": "Rest your hands for 30 s",
 "text": "20 min of work since your hands last rested. Rest your hands.",
 "start_label": "Start",
 "snoozes_left": 2
})");
    Snapshot of_an_older_daemon = with_prompt("shown");
    of_an_older_daemon.daemon.prompt->snoozes_left.reset();
    EXPECT_EQ(status_json(of_an_older_daemon, berlin)["prompt"]["snoozes_left"], nullptr);
}

TEST(StatusJson, HasTroubleInItsPlaces) {
    const auto json = status_json(a_bad_day(), berlin);
    EXPECT_EQ(json["holds"].dump(), R"([{"hold":"meeting","until":null},)"
                                    R"({"hold":"paused","until":"2026-11-23T10:30:00+01:00"},)"
                                    R"({"hold":"exercise_off","until":null}])");
    EXPECT_EQ(json["paused_until"], "2026-11-23T10:30:00+01:00");
    EXPECT_EQ(json["exercise_off"], true);
    EXPECT_EQ(json["next"], nullptr);
    EXPECT_EQ(json["kinds"][2]["blocks"].dump(), R"(["meeting","exercise_off","no_client"])");
    EXPECT_EQ(
        json["idle_source"].dump(),
        R"({"name":null,"works":false,"since":"2026-11-22T07:24:00+01:00","why":"the X server is gone","tried":[]})");
    EXPECT_EQ(json["clients"], 0);
    EXPECT_EQ(json["journal"]["trouble"], "the disk is full");
    EXPECT_EQ(json["configuration"]["problems"].size(), 6);
}

TEST(LocalTimes, NameTheDayOnlyWhereItIsNeeded) {
    EXPECT_EQ(clock_text(a_morning, a_morning, berlin), "09:24");
    EXPECT_EQ(clock_text(a_morning + 14h, a_morning, berlin), "23:24");
    EXPECT_EQ(clock_text(a_morning + 15h, a_morning, berlin), "Tue 00:24");
    EXPECT_EQ(clock_text(a_morning - 6 * 24h, a_morning, berlin), "Tue 09:24");
    EXPECT_EQ(clock_text(a_morning - 7 * 24h, a_morning, berlin), "2026-11-16 09:24");
}

} // namespace
} // namespace poise::test
