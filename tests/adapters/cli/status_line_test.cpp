// SPDX-License-Identifier: GPL-3.0-or-later
// The status for those who watch it: in one line, and as a bar shows it.
#include "snapshots.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace poise::test {
namespace {

std::string bar(const Snapshot& snapshot) { return waybar_json(snapshot).dump(); }

TEST(StatusLine, IsTheHeadlineOnAQuietMorning) {
    EXPECT_EQ(status_line(quiet_morning()), "Sitting 24 min, stand up in 6 min to 21 min.");
}

TEST(StatusLine, NamesThePromptAndItsPhase) {
    EXPECT_EQ(status_line(with_prompt("snoozed")),
              "Sitting 24 min, stand up in 6 min to 21 min. Rest your hands for 30 s (snoozed).");
}

TEST(StatusLine, SaysWhatIsInTheWayAndStaysOneLine) {
    Snapshot snapshot = a_bad_day();
    snapshot.daemon.journal.trouble = "the disk\nis full\x1b[31m";
    EXPECT_EQ(status_line(snapshot), "Poise cannot see when you pause: the X server is gone. Exercise is off. Nobody "
                                     "can show you a prompt. The journal cannot be written: the disk?is full?[31m");
}

TEST(Waybar, ShowsThePostureAndHowFarTheNextChangeIs) {
    EXPECT_EQ(bar(quiet_morning()), R"({"text":"sitting 24 min","tooltip":"Sitting 24 min, stand up in 6 min to 21 )"
                                    R"(min.","class":"sitting","percentage":80})");
}

TEST(Waybar, ShowsAPromptThatIsOnScreenAndNotASnoozedOne) {
    EXPECT_EQ(
        bar(with_prompt("shown")),
        R"({"text":"Rest your hands for 30 s","tooltip":"Sitting 24 min, stand up in 6 min to 21 min.\nRest your )"
        R"(hands for 30 s (shown).","class":"shown","percentage":80})");
    const auto snoozed = waybar_json(with_prompt("snoozed"));
    EXPECT_EQ(snoozed["text"], "sitting 24 min");
    EXPECT_EQ(snoozed["class"], "snoozed");
}

TEST(Waybar, ShowsAHoldAndAnAbsenceByTheirNames) {
    Snapshot snapshot = quiet_morning();
    snapshot.daemon.holds = {"exercise_off"};
    EXPECT_EQ(waybar_json(snapshot)["class"], "sitting") << "never to be read off a screen";
    snapshot.daemon.holds = {"exercise_off", "paused"};
    EXPECT_EQ(waybar_json(snapshot)["text"], "paused");
    EXPECT_EQ(waybar_json(snapshot)["class"], "paused");
    snapshot.daemon.holds.clear();
    snapshot.daemon.presence = "unknown";
    EXPECT_EQ(waybar_json(snapshot)["text"], "unknown");
}

TEST(Waybar, TakesNoTextForMarkup) {
    Snapshot snapshot = with_prompt("shown");
    snapshot.daemon.prompt->title = "<b>Stand & rest</b>\n";
    const auto json = waybar_json(snapshot);
    EXPECT_EQ(json["text"], "&lt;b&gt;Stand &amp; rest&lt;/b&gt;?");
    EXPECT_NE(json["tooltip"].get<std::string>().find("&lt;b&gt;"), std::string::npos);
}

TEST(Waybar, CountsTo100AndNoFurther) {
    Snapshot snapshot = quiet_morning();
    snapshot.kinds[1].elapsed = 2h;
    EXPECT_EQ(waybar_json(snapshot)["percentage"], 100);
    snapshot.kinds[1].elapsed.reset();
    EXPECT_EQ(waybar_json(snapshot)["percentage"], 0);
    snapshot.kinds.clear();
    EXPECT_EQ(waybar_json(snapshot)["percentage"], 0);
}

TEST(Waybar, SaysThatPoisedDoesNotAnswer) {
    EXPECT_EQ(waybar_json(std::nullopt).dump(),
              R"({"text":"off","tooltip":"poised does not answer.","class":"no_daemon","percentage":0})");
}

TEST(NextMinute, ComesWhenARoundedLengthChanges) {
    Snapshot snapshot = quiet_morning();
    snapshot.kinds.clear();
    EXPECT_EQ(next_minute(snapshot), 30s) << "24 min becomes 25 min at 24.5 min";
    snapshot.daemon.bout = 24min + 29s;
    EXPECT_EQ(next_minute(snapshot), 1s);
    snapshot.daemon.bout = 24min + 30s;
    EXPECT_EQ(next_minute(snapshot), 60s);
    snapshot.kinds = quiet_morning().kinds;
    snapshot.kinds[1].elapsed = 3min + 20s;
    EXPECT_EQ(next_minute(snapshot), 10s) << "the clock of the next change may run apart from the bout";
}

TEST(NextMinute, NeverComesWhileNobodyIsAtTheDesk) {
    Snapshot snapshot = quiet_morning();
    for (const char* presence : {"away", "locked", "asleep", "unknown", "elsewhere", ""}) {
        snapshot.daemon.presence = presence;
        EXPECT_EQ(next_minute(snapshot), std::nullopt) << presence;
    }
    for (const char* presence : {"working", "passive", "resting"}) {
        snapshot.daemon.presence = presence;
        EXPECT_NE(next_minute(snapshot), std::nullopt) << presence;
    }
}

} // namespace
} // namespace poise::test
