// SPDX-License-Identifier: GPL-3.0-or-later
// Rules 1 to 3: one rule for every absence, nothing at once on return, passive is neither rest nor typing.
#include "life.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using enum Kind;

TEST(Absence, ARestOfItsLengthFulfilsAMicrobreakBeforeItIsDue) { // S1
    Life life{"2026-11-23T09:00:00+01:00", only({microbreak})};
    life.works_for(10min).rests_for(30s).works_for(21min);
    EXPECT_EQ(life.diary(), "09:10:30 rest counted for microbreak\n"); // the next is due at 09:30:30, and waits
    life.works_for(2min);
    EXPECT_EQ(life.diary(), "09:32:30 show microbreak\n");
}

TEST(Absence, ARestInTheLastFifthIsNatural) {
    Life life{"2026-11-23T09:00:00+01:00", only({microbreak})};
    life.works_for(16min).rests_for(1min).works_for(1min);
    EXPECT_EQ(life.diary(), "09:16:30 microbreak natural, not shown\n");
}

TEST(Absence, JustBeforeTheLastFifthIsOnlyCounted) {
    Life life{"2026-11-23T09:00:00+01:00", only({microbreak})};
    life.works_for(15min + 59s).rests_for(1min).works_for(1min);
    EXPECT_EQ(life.diary(), "09:16:29 rest counted for microbreak\n");
}

TEST(Absence, AGapShorterThanAwayAfterIsWork) {
    Life life{"2026-11-23T09:00:00+01:00", only({microbreak})};
    for (int i = 0; i < 22; ++i) life.works_for(31s).rests_for(29s);
    EXPECT_EQ(life.diary(), "09:20 show microbreak\n"); // due in the middle of such a gap, a moment as good as any
    EXPECT_EQ(life.report().resting_s, 0);
    EXPECT_EQ(life.report().working_s, 22 * 60);
}

TEST(Absence, AShortRestStopsTheMicrobreakClockFromItsFirstSecond) {
    Settings settings = only({microbreak});
    settings.microbreak_length = 1min;
    Life life{"2026-11-23T09:00:00+01:00", settings};
    life.works_for(10min).rests_for(45s).works_for(12min);
    EXPECT_EQ(life.diary(), "09:22:45 show microbreak\n"); // ten minutes of work, 45 s off, ten more, and patience
    EXPECT_EQ(life.report().resting_s, 45);
}

TEST(Absence, OfSeatLeftAfterFulfilsPostureChangeAndSnackFromItsFirstSecond) {
    Life life{"2026-11-23T09:00:00+01:00", only({posture_change, snack})};
    life.works_for(20min).rests_for(6min).works_for(1min);
    EXPECT_EQ(life.diary(), "09:25 sitting bout of 20min, seat left\n"
                            "09:25 rest counted for posture_change\n"
                            "09:25 rest counted for snack\n");
    const Report report = life.report();
    EXPECT_EQ(report.sit_s, 21 * 60);
    EXPECT_EQ(report.away_s, 6 * 60);
    EXPECT_EQ(report.resting_s, 0); // it proved to be an absence
}

TEST(Absence, InTheLastFifthOfThePostureWindowIsNatural) { // S2: its window's start is what counts
    Life life{"2026-11-23T09:00:00+01:00", only({posture_change})};
    life.works_for(24min).rests_for(5min).works_for(1min);
    EXPECT_EQ(life.diary(), "09:29 sitting bout of 24min, seat left\n09:29 posture_change natural, not shown\n");
}

TEST(Absence, ClocksRunOnWhileRestingAndGoBackWhenTheSeatWasLeft) {
    Settings settings = only({breath});
    settings.breath_every = 20min;
    Life life{"2026-11-23T09:00:00+01:00", settings};
    life.works_for(10min).rests_for(4min); // resting: the breath clock runs
    life.works_for(6min);
    EXPECT_EQ(life.diary(), ""); // due at 09:20, waits for a pause
    life.works_for(2min);
    EXPECT_EQ(life.diary(), "09:22 show breath\n");

    Life other{"2026-11-23T09:00:00+01:00", settings};
    other.works_for(10min).rests_for(5min).works_for(11min + 59s); // the seat was left: ten minutes are on the clock
    EXPECT_EQ(other.diary(), "09:15 sitting bout of 10min, seat left\n");
    other.works_for(1s);
    EXPECT_EQ(other.diary(), "09:27 show breath\n");
}

TEST(Absence, LockSuspendAndIdleAreAlike) {
    const auto diary_with = [](auto absence) {
        Life life{"2026-11-23T09:00:00+01:00", only({posture_change, snack})};
        life.works_for(28min);
        absence(life);
        life.works_for(1min);
        return life.diary();
    };
    const std::string expected = "09:33 sitting bout of 28min, seat left\n"
                                 "09:33 posture_change natural, not shown\n"
                                 "09:33 rest counted for snack\n";
    EXPECT_EQ(diary_with([](Life& life) { life.rests_for(20min); }), expected);
    EXPECT_EQ(diary_with([](Life& life) { life.is_locked_for(20min); }), expected);
    EXPECT_EQ(diary_with([](Life& life) { life.sleeps_for(20min); }), expected);
    EXPECT_EQ(diary_with([](Life& life) { life.rests_for(1min).sleeps_for(1min).rests_for(8min); }), expected);
}

TEST(Absence, RunsFromTheLastInputThroughLockAndSleep) {
    Life life{"2026-11-23T09:00:00+01:00", only({posture_change})};
    life.works_for(25min).rests_for(2min); // then the screen locks itself, and the lid closes
    life.event(Locked{}).waits(1min).event(Suspended{}).waits(2min);
    EXPECT_EQ(life.diary(), "09:30 sitting bout of 25min, seat left\n09:30 posture_change natural, not shown\n");
    EXPECT_EQ(life.presence(), Presence::asleep);
    EXPECT_EQ(life.report().away_s, 5 * 60);
}

TEST(Absence, ThreeShortLocksAreNoLongOne) {
    Life life{"2026-11-23T09:00:00+01:00", only({posture_change})};
    for (int i = 0; i < 3; ++i) life.works_for(9min).is_locked_for(2min);
    life.works_for(1min);
    EXPECT_EQ(life.diary(), "");
    EXPECT_EQ(life.report().sit_s, 28 * 60);
    EXPECT_EQ(life.report().away_s, 6 * 60);
    life.works_for(17min);
    EXPECT_EQ(life.diary(), "09:51 show posture_change\n"); // 45 min of sitting, the locks left out
}

TEST(Absence, AShortLockResetsNothing) {
    Life life{"2026-11-23T09:00:00+01:00", only({microbreak})};
    life.works_for(19min).is_locked_for(20s).works_for(1min);
    EXPECT_EQ(life.diary(), "");
    life.works_for(2min);
    EXPECT_EQ(life.diary(), "09:22:20 show microbreak\n"); // due 09:20:20, after_return until 09:20:20, then patience
}

TEST(Absence, NothingIsShownAtOnceOnReturn) { // rule 2
    Settings settings = only({breath});
    settings.breath_every = 20min;
    Life life{"2026-11-23T09:00:00+01:00", settings};
    life.works_for(20min).sleeps_for(8h);
    life.works_for(1min).rests_for(5s); // the first minute is over, and then comes a pause
    EXPECT_EQ(life.diary_of({"show"}), "17:21:03 show breath\n");
}

TEST(Absence, OfAMachineThatSleptUnsignalledIsOneToo) {
    Life life{"2026-11-23T09:00:00+01:00", only({posture_change})};
    life.works_for(29min).sleeps_unseen_for(8h).waits(1min); // no source said that the input ended
    EXPECT_EQ(life.diary(), "09:34 sitting bout of 29min, seat left\n09:34 posture_change natural, not shown\n");
    EXPECT_EQ(life.presence(), Presence::working);
    EXPECT_EQ(life.report().working_s, 30 * 60);
    EXPECT_EQ(life.report().away_s, 8 * 3600);
}

TEST(Passive, StopsTheMicrobreakClockAndLetsSitTimeRun) { // rule 3
    Life life{"2026-11-23T09:00:00+01:00", only({microbreak, posture_change})};
    life.works_for(10min).event(InhibitChanged{true});
    life.rests_for(20min); // a video of twenty minutes
    EXPECT_EQ(life.presence(), Presence::passive);
    EXPECT_EQ(life.diary(), "09:30 show posture_change\n"); // half an hour of sitting, and the hands are still
    life.event(InhibitChanged{false});
    const Report report = life.report();
    EXPECT_EQ(report.sit_s, 30 * 60);
    EXPECT_EQ(report.passive_s, 20 * 60); // from the last input on
    EXPECT_EQ(report.by_kind[index(microbreak)].rests, 0);
}

TEST(Passive, AnAbsenceRunsFromItsEnd) {
    Life life{"2026-11-23T09:00:00+01:00", only({snack})};
    life.works_for(10min).event(InhibitChanged{true}).rests_for(10min).event(InhibitChanged{false});
    life.waits(4min);
    EXPECT_EQ(life.presence(), Presence::resting);
    life.waits(1min);
    EXPECT_EQ(life.diary(), "09:25 sitting bout of 20min, seat left\n09:25 rest counted for snack\n");
}

TEST(Passive, DoesNotMakeARestOfTheFirstHalfMinute) {
    Life life{"2026-11-23T09:00:00+01:00", only({microbreak})};
    life.works_for(19min).event(InhibitChanged{true}).rests_for(1h).works_for(1min).waits(2min);
    EXPECT_EQ(life.diary(), "10:22 show microbreak\n"); // 19 min before the video, one after, and patience
}

TEST(Unknown, IsToldByADaemonThatNeverHadASource) {
    Life life{"2026-11-23T09:00:00+01:00", only({})};
    life.event(IdleSourceLost{"test"}).restarts_after(10min);
    EXPECT_EQ(life.diary(), "09:00 tell idle_source_lost\n"
                            "09:10 tell idle_source_lost\n");
    life.event(IdleSourceFound{}).restarts_after(10min).works_for(5min);
    EXPECT_EQ(life.diary(), "");
}

TEST(Unknown, IsCountedInNoTotalAndAsksAtFixedIntervals) {
    Life life{"2026-11-23T09:00:00+01:00", only({microbreak})};
    life.works_for(5min).event(IdleSourceLost{"test"}).waits(1h);
    EXPECT_EQ(life.presence(), Presence::unknown);
    EXPECT_EQ(life.diary(), "09:05 tell idle_source_lost\n"
                            "09:22 show microbreak\n"
                            "09:27 show microbreak again\n"
                            "09:32 microbreak withdrawn (unknown)\n"
                            "09:54 show microbreak\n"
                            "09:59 show microbreak again\n"
                            "10:04 microbreak withdrawn (unknown)\n");
    const Report report = life.report();
    EXPECT_EQ(report.working_s, 5 * 60);
    EXPECT_EQ(report.unknown_s, 60 * 60);
    EXPECT_EQ(report.notices, std::vector<std::string>{"idle_source_lost"});
}

TEST(Unknown, EndsWhenASourceIsFound) {
    Life life{"2026-11-23T09:00:00+01:00", only({microbreak})};
    life.works_for(5min).event(IdleSourceLost{"test"}).waits(5min).event(IdleSourceFound{}).waits(5min);
    const Report report = life.report();
    EXPECT_EQ(report.working_s, 10 * 60);
    EXPECT_EQ(report.unknown_s, 5 * 60);
}

} // namespace
} // namespace poise::test
