// SPDX-License-Identifier: GPL-3.0-or-later
// Three clocks driven apart: whatever the machine's sleep, the wall clock and the zone do, intervals never move, totals
// equal elapsed, and a day is the civil day in force when it happened.
#include "life.hpp"
#include "quiet_settings.hpp"

#include "poise/iso_time.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using enum Kind;

/// What a night of suspend must look like, however it is signalled: 28 min of sitting, a night away, sitting again.
void expect_a_night_away(Life& life, const char* how) {
    life.works_for(10min);
    EXPECT_EQ(life.diary_of({"posture", "bout", "snack"}), "09:33 sitting bout of 28min, seat left\n"
                                                           "09:33 posture_change natural, not shown\n"
                                                           "09:33 rest counted for snack\n")
        << how;
    const Report report = life.report();
    EXPECT_EQ(report.sit_s, 38 * 60) << how;
    EXPECT_EQ(report.away_s, 8 * 3600) << how;
    EXPECT_EQ(report.resting_s + report.passive_s + report.unknown_s, 0) << how;
}

Life before_the_night() {
    Life life{monday, only({posture_change, snack})};
    life.works_for(28min);
    return life;
}

TEST(Suspend, SignalledAsItShould) {
    Life life = before_the_night();
    life.sleeps_for(8h);
    expect_a_night_away(life, "both signals");
}

TEST(Suspend, SignalledTwice) {
    Life life = before_the_night();
    life.event(Suspended{});
    life.sleeps_for(8h).event(Resumed{});
    expect_a_night_away(life, "each signal twice");
}

TEST(Suspend, SignalledOnlyAfterTheWake) {
    Life life = before_the_night();
    life.sleeps_unseen_for(8h).event(Suspended{}).event(Resumed{}).event(InputBegan{});
    expect_a_night_away(life, "late signals");
}

TEST(Suspend, NeverSignalled) {
    Life life = before_the_night();
    life.sleeps_unseen_for(8h);
    expect_a_night_away(life, "no signal");
}

TEST(Suspend, SignalledButTheWakeIsNot) { // whoever types has woken the machine
    Life life = before_the_night();
    life.rests_for(0s).event(Suspended{}).passes_asleep(8h);
    expect_a_night_away(life, "no signal of the wake");
}

TEST(Suspend, SeenByTheClocksBeforeItsOwnSignals) {
    Life life = before_the_night();
    life.rests_for(0s).event(Suspended{});
    life.sleeps_unseen_for(8h).event(Resumed{});
    expect_a_night_away(life, "signal, clocks, signal");
}

TEST(Suspend, OfAMinuteChangesNothingButTheClock) {
    Life life{monday, only({posture_change})};
    life.works_for(28min).sleeps_for(1min).works_for(17min);
    EXPECT_EQ(life.diary(), "09:46 show posture_change\n"); // 45 min of sitting, the minute left out
}

TEST(Suspend, FiresNothingAtOnceOnWake) {
    Life life{monday, only({microbreak, breath})};
    life.works_for(21min).sleeps_for(20s).works_for(2min + 59s);
    EXPECT_EQ(life.diary(), "");
}

TEST(Suspend, WithAPromptOnScreenIsTheRestItAskedFor) {
    Life life{monday, only({microbreak})};
    life.works_for(22min).sleeps_unseen_for(1h).works_for(1min);
    EXPECT_EQ(life.diary_of({"microbreak"}), "09:22 show microbreak\n09:22:30 microbreak taken\n");
}

TEST(Suspend, DoesNotLetAPromptBeMissed) {
    Settings settings = only({breath});
    settings.breath_every = 20min;
    Life life{monday, settings};
    life.works_for(22min).sleeps_for(4min).works_for(4min); // awake for less than repeat_after
    EXPECT_EQ(life.diary(), "09:22 show breath\n");
}

TEST(WallClock, SetForwardByADayMovesNoIntervalAndStartsANewDay) {
    Life life{monday, only({microbreak})};
    life.works_for(15min).sets_wall_clock(24h).works_for(7min);
    EXPECT_EQ(life.diary(), "09:22 show microbreak\n");
    const Report report = life.report();
    EXPECT_EQ(report.working_s, 22 * 60);
    EXPECT_EQ(to_iso(report.from), "2026-11-23");
    EXPECT_EQ(to_iso(report.to), "2026-11-24");
}

TEST(WallClock, WrongAtWakeAndPutRightLater) {
    Life life{monday, only({posture_change})};
    life.works_for(20min).sets_wall_clock(-std::chrono::days{365 * 30}).works_for(10min); // 1996
    life.sets_wall_clock(std::chrono::days{365 * 30}).works_for(15min);
    EXPECT_EQ(life.diary(), "09:45 show posture_change\n");
    EXPECT_EQ(life.report().sit_s, 45 * 60);
}

TEST(WallClock, SetBackDoesNotMissAPrompt) {
    Life life{monday, only({microbreak})};
    life.works_for(22min).sets_wall_clock(-1h).works_for(4min);
    EXPECT_EQ(life.diary(), "09:22 show microbreak\n");
    life.works_for(6min);
    EXPECT_EQ(life.diary(), "08:27 show microbreak again\n08:32 microbreak missed\n");
}

TEST(WallClock, SetBackGivesNoSecondBudgetOfShows) {
    Settings settings = only({microbreak});
    settings.microbreak_every = 1min;
    settings.spacing = settings.patience = 0s;
    settings.per_hour = 2;
    Life life{monday, settings};
    life.works_for(1min).skips().works_for(2min).skips().sets_wall_clock(-2h).works_for(50min);
    EXPECT_EQ(life.diary_of({"show"}), "09:01 show microbreak\n09:02 show microbreak\n");
}

TEST(Zone, AFlightOverTheDateLineRepeatsADayAndLosesNothing) {
    Life life{"2026-11-24T01:00:00+13:00", only({mobility})};
    life.works_for(1h).moves_to_offset(-11h).works_for(12h); // Tuesday morning, and Monday again
    const Report report = life.report();
    EXPECT_EQ(report.working_s, 13 * 3600);
    EXPECT_EQ(to_iso(report.from), "2026-11-23");
    EXPECT_EQ(to_iso(report.to), "2026-11-24");
}

TEST(Zone, PauseUntilFourIsSetByTheClockOnTheWall) {
    Life life{"2026-10-24T23:00:00+02:00",
              only({microbreak}), // and at three it is two again
              {{std::chrono::sys_days{std::chrono::year{2026} / 10 / 25} + 1h, 1h}}};
    life.event(PauseAsked{});
    EXPECT_EQ(*life.state().memory.paused_until - life.now().instant, 6h);
}

TEST(Zone, APauseEndsAtTheNextFourWhereverThatIs) {
    Life east{"2026-11-23T20:00:00-05:00", only({})};
    east.event(PauseAsked{}).works_for(1h).moves_to_offset(1h); // three at night in Berlin
    EXPECT_EQ(*east.state().memory.paused_until - east.now().instant, 1h);
    Life west{"2026-11-23T20:00:00-05:00", only({})};
    west.event(PauseAsked{3h}).works_for(1h).moves_to_offset(-8h);
    EXPECT_EQ(*west.state().memory.paused_until - west.now().instant, 2h) << "no longer than it was asked for";
}

TEST(Midnight, ThatDoesNotExistStillStartsADay) { // Santiago, 2026-09-06: 24:00 is 01:00
    Settings settings = only({microbreak});
    settings.working_days = {std::chrono::Saturday, std::chrono::Sunday};
    Life life{
        "2026-09-05T23:00:00-04:00", settings, {{std::chrono::sys_days{std::chrono::year{2026} / 9 / 6} + 4h, -3h}}};
    life.works_for(2h);
    const Report report = life.report();
    EXPECT_EQ(report.by_hour[0][23], 3600);
    EXPECT_EQ(report.by_hour[1][0], 0);
    EXPECT_EQ(report.by_hour[1][1], 3600);
    EXPECT_EQ(life.state().memory.day, parse_iso_day("2026-09-06"));
}

TEST(Week, OfTheYearsEndIsTheThursdays) {
    Life life{"2026-12-31T23:00:00+01:00", only({})};
    life.works_for(2h);
    const Report report = life.report();
    EXPECT_EQ(report.week, (IsoWeek{2026, 53}));
    EXPECT_EQ(to_iso(report.to), "2027-01-01");
}

} // namespace
} // namespace poise::test
