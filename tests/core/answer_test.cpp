// SPDX-License-Identifier: GPL-3.0-or-later
// Rules 7 to 10: answers, the running break, posture confirmed, safety first.
#include "life.hpp"
#include "poise/status.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using enum Kind;

/// A microbreak has just been shown, at 09:22.
Life prompted(Settings settings = only({microbreak})) {
    Life life{monday, std::move(settings)};
    life.works_for(22min);
    life.diary();
    return life;
}

TEST(Answer, NoneAndWorkingOnRepeatsOnceAndIsThenMissed) {
    Life life = prompted();
    life.works_for(11min);
    EXPECT_EQ(life.diary(), "09:27 show microbreak again\n09:32 microbreak missed\n");
}

TEST(Answer, NoneButRestingIsTaken) {
    Life life = prompted();
    life.works_for(1min).rests_for(30s);
    EXPECT_EQ(life.diary(), "09:23:30 microbreak taken\n");
}

TEST(Answer, NoneButAwayWithdrawsWhatAbsenceDoesNotFulfil) {
    Settings settings = only({breath});
    settings.breath_every = 20min;
    Life life = prompted(settings);
    life.rests_for(10min).works_for(8min);
    EXPECT_EQ(life.diary(), "09:27 sitting bout of 22min, seat left\n"
                            "09:27 breath withdrawn (away)\n"
                            "09:39 show breath\n"); // still due: after the spacing, and patience
}

TEST(Answer, SkipIsSkippedAndStartsTheClockAnew) {
    Life life = prompted();
    life.skips().works_for(22min);
    EXPECT_EQ(life.diary(), "09:22 microbreak skipped\n09:44 show microbreak\n");
}

TEST(Answer, SnoozeBringsItBackAndItIsMissedAfterOneWait) {
    Life life = prompted();
    life.snoozes().works_for(11min);
    EXPECT_EQ(life.diary(), "09:22 snoozed\n09:27 show microbreak again\n09:32 microbreak missed\n");
}

TEST(Answer, ASnoozedPromptDoesNotComeBackInAMeetingButAtItsEnd) {
    auto life = prompted();
    life.snoozes().begins(Sign::meeting).works_for(20min);
    EXPECT_EQ(life.diary(), "09:22 snoozed\n");
    const int before = life.alarms_rung();
    life.works_for(10min);
    EXPECT_LE(life.alarms_rung() - before, 11) << "nor is it looked for";
    life.ends(Sign::meeting).works_for(1s);
    EXPECT_EQ(life.diary(), "09:52 show microbreak again\n");
}

TEST(Answer, SnoozesAreCounted) {
    Life life = prompted();
    life.snoozes().works_for(5min).snoozes().works_for(5min).snoozes();
    EXPECT_EQ(life.last_refusal(), "this prompt has been snoozed as often as it may be (max_snoozes = 2)");
    life.skips();
    EXPECT_EQ(life.diary(), "09:22 snoozed\n"
                            "09:27 show microbreak again\n"
                            "09:27 snoozed\n"
                            "09:32 show microbreak again\n"
                            "09:32 tell snooze_refused\n"
                            "09:32 microbreak skipped\n");
    EXPECT_EQ(life.report().by_kind[index(microbreak)].snoozes, 2);
}

TEST(Answer, SaysHowManySnoozesAreLeft) {
    Life life = prompted();
    const auto left = [&] { return status_of(life.state(), life.now()).snoozes_left; };
    EXPECT_EQ(left(), 2);
    life.snoozes();
    EXPECT_EQ(left(), 1);
    life.works_for(5min).snoozes().works_for(5min);
    EXPECT_EQ(left(), 0);
    life.skips();
    EXPECT_EQ(left(), 0) << "nothing is open";
    life.works_for(22min);
    EXPECT_EQ(left(), 2) << "of the next prompt";
}

TEST(Answer, CanBeNoSnoozeWhereNoneIsAllowed) {
    Settings settings = only({microbreak});
    settings.max_snoozes = 0;
    Life life = prompted(settings);
    EXPECT_EQ(status_of(life.state(), life.now()).snoozes_left, 0);
    life.snoozes();
    EXPECT_EQ(life.last_refusal(), "no prompt may be snoozed (max_snoozes = 0)");
}

TEST(Answer, NeitherRestartNorPauseResetsTheSnoozes) {
    Life life = prompted();
    life.snoozes().works_for(5min).snoozes().restarts_after(10s).works_for(5min);
    life.event(PauseAsked{20min}).works_for(24min); // withdrawn, and back under a new id
    life.diary();
    ASSERT_TRUE(life.state().memory.open);
    EXPECT_EQ(life.state().memory.open->prompt.id, 2);
    life.snoozes();
    EXPECT_EQ(life.diary_of({"snooze"}), "09:56:10 tell snooze_refused\n");
}

TEST(Answer, ASnoozedPromptIsStillTheOnlyOne) { // rule 6
    Settings settings = only({microbreak, snack});
    settings.snack_every = 24min;
    Life life = prompted(settings);
    life.snoozes().works_for(4min);
    EXPECT_EQ(life.diary(), "09:22 snoozed\n");
}

TEST(Answer, WithNothingOpenIsRefused) {
    Life life{monday};
    life.starts();
    EXPECT_EQ(life.last_refusal(), "no prompt is on screen");
    life.event(Answered{Answer::skip, 7, std::nullopt});
    EXPECT_EQ(life.last_refusal(), "no prompt is on screen");
}

TEST(Answer, ForAnotherPromptIsRefused) {
    Life life = prompted();
    life.event(Answered{Answer::skip, 7, std::nullopt});
    EXPECT_EQ(life.last_refusal(), "that prompt is over");
    EXPECT_EQ(life.diary(), "");
}

TEST(Break, IsTakenAfterItsLengthWithHandsOff) {
    Life life = prompted();
    life.starts().rests_for(30s);
    EXPECT_EQ(life.diary(), "09:22:30 microbreak taken\n");
    EXPECT_EQ(life.report().by_kind[index(microbreak)].rests, 0); // one rest, counted once
}

TEST(Break, TypingOfTenSecondsNeitherPausesNorCounts) {
    Life life = prompted();
    life.starts().rests_for(20s).works_for(10s).rests_for(10s);
    EXPECT_EQ(life.diary(), "09:22:40 microbreak taken\n");
}

TEST(Break, WorkingOnPausesItAndItEndsPartialOrSkipped) {
    Life half = prompted();
    half.starts().rests_for(15s).works_for(6min);
    EXPECT_EQ(half.diary(), "09:27:25 microbreak partial\n"); // paused after ten seconds, for five minutes
    Life less = prompted();
    less.starts().rests_for(14s).works_for(6min);
    EXPECT_EQ(less.diary(), "09:27:24 microbreak skipped\n");
}

TEST(Break, GoesOnAfterAPause) {
    Life life = prompted();
    life.starts().rests_for(15s).works_for(2min).rests_for(15s);
    EXPECT_EQ(life.diary(), "09:24:30 microbreak taken\n");
}

TEST(Break, SkippedInTheMiddleIsPartial) {
    Life life = prompted();
    life.starts().rests_for(16s).skips();
    EXPECT_EQ(life.diary(), "09:22:16 microbreak partial\n");
}

TEST(Break, OutlastsAHoldAndAnAbsence) {
    Settings settings = only({mobility});
    settings.mobility_windows = {{8h, 10h}};
    settings.mobility_length = 10min;
    Life life{monday, settings};
    life.works_for(2min);
    EXPECT_EQ(life.diary(), "09:02 show mobility\n");
    life.starts().begins(Sign::dnd).rests_for(10min);
    EXPECT_EQ(life.diary(), "09:07 sitting bout of 2min, seat left\n09:12 mobility taken\n");
}

TEST(Break, AskedForByHandRunsAtOnce) {
    Life life{monday, only({microbreak, snack})};
    life.works_for(5min).event(BreakAsked{snack}).rests_for(2min);
    EXPECT_EQ(life.diary(), "09:05 show snack\n09:07 snack taken\n");
    life.works_for(21min);
    EXPECT_EQ(life.diary(), ""); // the microbreak was covered, and starts anew
}

TEST(Break, CoversTheMicrobreakThatItsRestWouldFulfil) { // S9: what was rested in a break was not rested unasked
    Settings settings = only({microbreak, snack});
    settings.microbreak_every = settings.snack_every = 20min;
    Life life{monday, settings};
    life.works_for(22min).starts().rests_for(2min).works_for(1min);
    EXPECT_EQ(life.diary(), "09:22 show snack\n09:24 snack taken\n09:24 microbreak taken, not shown\n");
    EXPECT_EQ(life.report().by_kind[index(microbreak)].rests, 0);
    Life broken{monday, settings};
    broken.works_for(22min).starts().rests_for(40s).skips();
    EXPECT_EQ(broken.diary(), "09:22 show snack\n09:22:40 snack skipped\n09:22:40 microbreak natural, not shown\n");
}

TEST(Break, SurvivesKillNineAndEndsByWhatIsProven) {
    Life life = prompted();
    life.starts().rests_for(10s).restarts_after(5s).waits(20s);
    EXPECT_EQ(life.diary(), "09:22:30 microbreak taken\n"); // hands off since Start, says the idle source
    Life typing = prompted();
    typing.starts().rests_for(10s).works_for(5s).restarts_after(5s).works_for(1min).rests_for(1min);
    // What was rested before is not proven any more, what was typed pauses it.
    EXPECT_EQ(typing.diary(), "09:23:50 microbreak taken\n");
}

TEST(Refusal, TwoInARowDoubleTheIntervalForTheDayTwoMoreDoubleItAgain) {
    Settings settings = only({microbreak});
    settings.patience = 0s;
    Life life{monday, settings};
    const auto next_skip = [&](Duration work) {
        life.works_for(work).skips();
        return life.diary_of({"show"});
    };
    EXPECT_EQ(next_skip(20min), "09:20 show microbreak\n");
    EXPECT_EQ(next_skip(20min), "09:40 show microbreak\n");
    EXPECT_EQ(next_skip(40min), "10:20 show microbreak\n");
    EXPECT_EQ(next_skip(40min), "11:00 show microbreak\n");
    EXPECT_EQ(next_skip(80min), "12:20 show microbreak\n");
    EXPECT_EQ(next_skip(80min), "13:40 show microbreak\n"); // at most fourfold
    EXPECT_EQ(next_skip(80min), "15:00 show microbreak\n");
    life.works_for(80min).says_done().works_for(20min);
    EXPECT_EQ(life.diary_of({"show"}), "16:20 show microbreak\n16:40 show microbreak\n"); // taken restores it
}

TEST(Refusal, IsForgottenAtMidnight) {
    Settings settings = only({microbreak});
    settings.patience = 0s;
    Life life{"2026-11-23T23:00:00+01:00", settings};
    life.works_for(20min).skips().works_for(20min).skips().works_for(21min);
    EXPECT_EQ(life.diary_of({"show"}), "23:20 show microbreak\n23:40 show microbreak\n00:00 show microbreak\n");
}

TEST(Refusal, WithdrawnIsNone) {
    Settings settings = only({microbreak});
    settings.patience = 0s;
    Life life{monday, settings};
    life.works_for(20min).skips().works_for(20min).begins(Sign::dnd).ends(Sign::dnd).works_for(10min).skips();
    life.diary();
    life.works_for(40min);
    EXPECT_EQ(life.diary(), "10:30 show microbreak\n"); // two refusals in a row, the withdrawn one between is neither
}

TEST(PostureConfirmed, ByStartOrDoneOnThePrompt) { // rule 9
    Settings settings = only({posture_change, microbreak});
    settings.microbreak_every = 44min;
    Life life{monday, settings};
    life.works_for(45min);
    life.diary();
    life.starts();
    EXPECT_EQ(life.diary(), "09:45 sitting bout of 45min, posture changed\n"
                            "09:45 posture_change taken\n"
                            "09:45 microbreak taken, not shown\n"
                            "09:45 now standing\n");
    EXPECT_EQ(life.report().posture_changes, 1);
}

TEST(PostureConfirmed, UnaskedIsNaturalOrCredited) {
    Life life{monday, only({posture_change})};
    life.works_for(10min).event(PostureConfirmed{Posture::standing, "cli"});
    EXPECT_EQ(life.diary(), "09:10 sitting bout of 10min, posture changed\n"
                            "09:10 now standing\n"); // and it is no rest
    life.works_for(24min).event(PostureConfirmed{Posture::sitting, "cli"});
    EXPECT_EQ(life.diary(), "09:34 standing bout of 24min, posture changed\n"
                            "09:34 posture_change natural, not shown\n"
                            "09:34 now sitting\n");
}

TEST(PostureConfirmed, NotByASkip) {
    Life life{monday, only({posture_change})};
    life.works_for(45min).skips();
    EXPECT_EQ(life.state().memory.posture, Posture::sitting);
    life.works_for(5min);
    EXPECT_EQ(life.diary(), "09:45 show posture_change\n09:45 posture_change skipped\n"); // the bout goes on
}

TEST(PostureConfirmed, TheSamePostureAgainIsNoNews) {
    Life life{monday, only({posture_change})};
    life.works_for(10min).event(PostureConfirmed{Posture::sitting, "cli"}).works_for(1min);
    EXPECT_EQ(life.diary(), "");
}

TEST(PostureConfirmed, WhoeverComesBackSits) {
    Life life{monday, only({posture_change})};
    life.event(PostureConfirmed{Posture::standing, "cli"}).works_for(10min).rests_for(10min).works_for(1min);
    EXPECT_EQ(life.state().memory.posture, Posture::sitting);
}

TEST(Answer, PartlyIsAHalfHoweverLongItTook) {
    Life life{monday, only({mobility})};
    life.works_until("10:03").starts().rests_for(30s).event(Answered{Answer::partly, {}, {}});
    EXPECT_EQ(life.report().by_kind[index(mobility)].of(Outcome::partial), 1);
    EXPECT_EQ(life.report().adherence, 0.5);
}

TEST(Answer, WhatHasNoLengthHasNoParts) {
    Life life{monday, only({checkin})};
    life.works_until("16:33").event(Answered{Answer::partly, {}, {}});
    EXPECT_NE(life.last_refusal().find("there is no part of this"), std::string::npos);
    EXPECT_TRUE(life.state().memory.open);
}

} // namespace
} // namespace poise::test
