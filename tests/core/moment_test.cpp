// SPDX-License-Identifier: GPL-3.0-or-later
// Rules 4 to 6: the opportune moment, holds, and one prompt at a time.
#include "life.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using enum Kind;

TEST(Moment, IsTheFirstPauseOfThreeSecondsAfterTheDue) {
    Life life{monday, only({microbreak})};
    life.works_for(20min + 10s).rests_for(2s).works_for(10s).rests_for(4s);
    EXPECT_EQ(life.diary(), "09:20:25 show microbreak\n");
}

TEST(Moment, IsAtOnceWhereAPauseIsUnderWay) {
    Life life{monday, only({microbreak})};
    life.works_for(19min + 45s).rests_for(20s);
    EXPECT_EQ(life.diary(), "09:20 show microbreak\n"); // a gap under away_after is work: the clock went on
}

TEST(Moment, ComesWithPatienceWhereThereIsNoPause) {
    Life life{monday, only({microbreak})};
    life.works_for(25min);
    EXPECT_EQ(life.diary(), "09:22 show microbreak\n");
}

TEST(S2, IsAskedForAtAPauseFromThirtyMinutesOnAndAtFortyFiveWhateverOneDoes) {
    Life life{monday, only({posture_change})};
    life.works_for(46min);
    EXPECT_EQ(life.diary(), "09:45 show posture_change\n");
    Life other{monday, only({posture_change})};
    other.works_for(33min).rests_for(5s);
    EXPECT_EQ(other.diary(), "09:33:03 show posture_change\n");
}

TEST(Moment, IsNeverWhileRestingButAtTheFirstInputAfter) {
    Settings settings = only({breath});
    settings.breath_every = 20min;
    Life life{monday, settings};
    life.works_for(18min).rests_for(4min); // due at 09:20, hands off
    EXPECT_EQ(life.diary(), "");
    life.works_for(1s);
    EXPECT_EQ(life.diary(), "09:22 show breath\n");
}

TEST(Moment, TakesTheMostValuableOfAllThatAreDue) { // rule 6: snack before posture change before microbreak
    Settings settings = only({microbreak, posture_change, snack});
    settings.microbreak_every = 40min;
    settings.posture_window_from = settings.posture_window_to = 40min;
    settings.snack_every = 40min;
    Life life{monday, settings};
    life.works_for(40min).rests_for(3s);
    // At the end of its window the wait for a posture change is over, and the most valuable of all goes first.
    EXPECT_EQ(life.diary(), "09:40 show snack\n");
    life.says_done().waits(1s);
    // The longer covers the shorter (S9); the posture change stays due and comes after the spacing.
    EXPECT_EQ(life.diary(), "09:40:03 snack taken\n09:40:03 microbreak taken, not shown\n");
    life.works_for(12min);
    EXPECT_EQ(life.diary(), "09:50:03 show posture_change\n");
}

TEST(Moment, PatienceStartsAnewWithEveryBlock) {
    Life life{monday, only({microbreak})};
    life.works_for(21min).begins(Sign::dnd).works_for(10min).ends(Sign::dnd).works_for(3min);
    EXPECT_EQ(life.diary(), "09:33 show microbreak\n");
}

TEST(Hold, WithdrawsWhatIsOnScreenAndItComesBackUnderANewId) { // rules 5 and 7
    Life life{monday, only({microbreak})};
    life.works_for(23min).begins(Sign::meeting).works_for(20min).ends(Sign::meeting).works_for(5min);
    EXPECT_EQ(life.diary(), "09:22 show microbreak\n"
                            "09:23 microbreak withdrawn (meeting)\n"
                            "09:45 show microbreak\n");
    EXPECT_EQ(life.state().memory.open->prompt.id, 2);
}

TEST(Hold, WinsOverEveryWindow) {
    Life life{monday, only({posture_change})};
    life.works_for(29min).begins(Sign::fullscreen).works_for(30min);
    EXPECT_EQ(life.diary(), "");
    life.ends(Sign::fullscreen).works_for(1s);
    EXPECT_EQ(life.diary(), "09:59 show posture_change\n"); // past the end of its window: at once
}

TEST(Hold, IsDisregardedAfterItsCap) {
    Life life{monday, only({microbreak})};
    life.begins(Sign::dnd).works_for(4h);
    EXPECT_EQ(life.diary_of({"show"}).substr(0, 22), "12:02 show microbreak\n");
}

TEST(Hold, OverlappingScreencastAndMeetingAreOne) {
    Life life{monday, only({snack})};
    life.works_for(1min).begins(Sign::meeting).waits(6min).begins(Sign::screencast).waits(1min);
    life.ends(Sign::meeting).waits(5min).ends(Sign::screencast).rests_for(1s);
    EXPECT_EQ(life.diary(), ""); // an input within three seconds
    life.waits(2s);
    EXPECT_EQ(life.diary(), "09:13:03 show snack\n"); // twelve minutes of meeting
}

TEST(S3, AMeetingOfTenMinutesMakesASnackDueAtItsEnd) {
    Life life{monday, only({snack})};
    life.works_for(5min).begins(Sign::meeting).rests_for(30min);
    EXPECT_EQ(life.presence(), Presence::passive);
    life.ends(Sign::meeting);
    EXPECT_EQ(life.diary(), "09:35 show snack\n"); // its end counts as passive: somebody is there to answer
    Life shorter{monday, only({snack})};
    shorter.works_for(5min).begins(Sign::meeting).rests_for(9min + 59s).ends(Sign::meeting).works_for(10min);
    EXPECT_EQ(shorter.diary(), "");
}

TEST(Hold, TheSnackAfterAMeetingLapses) {
    Life life{monday, only({snack})};
    life.works_for(5min).begins(Sign::meeting).works_for(30min).begins(Sign::dnd).ends(Sign::meeting);
    life.works_for(10min).ends(Sign::dnd).works_for(10min);
    EXPECT_EQ(life.diary(), "");
}

TEST(Hold, TheSnackAfterAMeetingDoesNotLapseOnceItWasShown) { // rule 7: what is withdrawn stays due
    Life life{monday, only({snack})};
    life.works_for(5min).begins(Sign::meeting).works_for(30min).ends(Sign::meeting).works_for(2min);
    life.begins(Sign::dnd).ends(Sign::dnd).works_for(12min);
    EXPECT_EQ(life.diary(), "09:37 show snack\n"
                            "09:37 snack withdrawn (dnd)\n"
                            "09:49 show snack\n");                                   // spacing, and patience
    life.begins(Sign::meeting).works_for(15min).ends(Sign::meeting).works_for(2min); // nor by another meeting
    life.begins(Sign::dnd).works_for(15min).ends(Sign::dnd).works_for(2min);
    EXPECT_EQ(life.diary(), "09:49 snack withdrawn (meeting)\n"
                            "10:06 show snack\n"
                            "10:06 snack withdrawn (dnd)\n"
                            "10:23 show snack\n");
}

TEST(Hold, NoSnackAfterAMeetingSoonAfterAnExercise) {
    Life life{monday, only({snack})};
    life.event(BreakAsked{snack}).rests_for(2min).works_for(5min).begins(Sign::meeting).rests_for(30min);
    life.ends(Sign::meeting).waits(20s);
    EXPECT_EQ(life.diary(), "09:00 show snack\n09:02 snack taken\n");
}

TEST(Hold, AfterALongMeetingAPostureChangePastItsWindowGoesFirst) {
    Life life{monday, only({posture_change, snack})};
    life.works_for(20min).begins(Sign::meeting).works_for(40min).ends(Sign::meeting).works_for(1s);
    EXPECT_EQ(life.diary(), "10:00 show posture_change\n");
}

TEST(Hold, APauseByHandEndsAtTheNextFourInTheMorning) {
    Life life{"2026-11-23T22:00:00+01:00", only({microbreak})};
    life.works_for(1min).event(PauseAsked{}).works_for(6h + 30min);
    EXPECT_EQ(life.diary(), "04:02 show microbreak\n04:07 show microbreak again\n04:12 microbreak missed\n");
}

TEST(Hold, APauseByHandHasNoCapOfThreeHours) {
    Life life{monday, only({microbreak})};
    life.event(PauseAsked{5h}).works_for(5h + 1min);
    EXPECT_EQ(life.diary(), "");
    life.works_for(1min);
    EXPECT_EQ(life.diary(), "14:02 show microbreak\n");
}

TEST(Hold, AResumedPauseIsOver) {
    Life life{monday, only({microbreak})};
    life.event(PauseAsked{5h}).works_for(30min).event(PauseEnded{}).works_for(2min);
    EXPECT_EQ(life.diary(), "09:32 show microbreak\n");
    life.event(PauseEnded{});
    EXPECT_EQ(life.last_refusal(), "nothing is paused");
}

TEST(Spacing, KeepsPromptsApart) { // rule 6
    Settings settings = only({microbreak, breath});
    settings.breath_every = 21min;
    Life life{monday, settings};
    life.works_for(22min).skips();
    // The breathing drill was the more valuable; the microbreak waits for the spacing, and then for its moment.
    life.works_for(13min);
    EXPECT_EQ(life.diary(), "09:22 show breath\n09:22 breath skipped\n09:34 show microbreak\n");
}

TEST(Spacing, ExercisesAreFurtherApart) {
    Settings settings = only({snack});
    settings.snack_every = 20min;
    Life life{monday, settings};
    life.works_for(22min).skips().works_for(50min);
    EXPECT_EQ(life.diary(), "09:22 show snack\n09:22 snack skipped\n10:09 show snack\n"); // 45 min after, and patience
}

TEST(Spacing, PerHourCountsRepeatsToo) {
    Settings settings = only({microbreak});
    settings.microbreak_every = 5min;
    settings.spacing = 0s;
    settings.patience = 0s;
    settings.per_hour = 2;
    Life life{monday, settings};
    life.works_for(1h + 6min);
    EXPECT_EQ(life.diary(), "09:05 show microbreak\n"
                            "09:10 show microbreak again\n"
                            "09:15 microbreak missed\n"
                            "10:05 show microbreak\n");
}

TEST(Client, WithoutOneNobodyIsAsked) { // rule 8
    Life life{monday, only({microbreak})};
    life.event(ClientsChanged{false}).works_for(1h);
    EXPECT_EQ(life.diary(), "");
    life.event(ClientsChanged{true}).works_for(2min);
    EXPECT_EQ(life.diary(), "10:02 show microbreak\n");
}

TEST(Client, WhatItDoesNotConfirmIsNotCounted) {
    Life life{monday, only({microbreak})};
    life.stops_confirming();
    life.works_for(29min + 31s);
    EXPECT_EQ(life.diary(), "09:22 show microbreak\n"
                            "09:22:30 microbreak withdrawn (not_shown), not shown\n"
                            "09:29:30 show microbreak\n"); // five minutes later, and patience
    EXPECT_EQ(life.report().by_kind[index(microbreak)], KindTotals{});
}

} // namespace
} // namespace poise::test
