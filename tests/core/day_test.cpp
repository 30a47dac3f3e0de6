// SPDX-License-Identifier: GPL-3.0-or-later
// Rules 11 and 12: when in the day, and to which day a thing belongs.
#include "life.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using enum Kind;

/// Works through working days from 08:00 to 17:00, answering each prompt with done.
std::string shows_of(Life& life, int days) {
    std::string shows;
    for (int i = 0; i < days; ++i) {
        while (life.now().instant < instant_of(life.now(), LocalTime{day_of(stamp(life.now()))} + 17h)) {
            life.works_for(1min);
            if (life.state().memory.open) life.says_done();
        }
        life.rests_for(15h);
    }
    return life.diary_of({"show"});
}

TEST(S4, ABlockFallsDueAtTheMiddleOfEachWindow) {
    Life life{"2026-11-23T08:00:00+01:00", only({mobility})};
    EXPECT_EQ(shows_of(life, 2),
              "10:02 show mobility\n15:32 show mobility\n10:02 show mobility\n15:32 show mobility\n");
}

TEST(Mobility, ComesAtTheFirstPresentMomentAfter) {
    Life life{"2026-11-23T08:00:00+01:00", only({mobility})};
    life.works_for(1h).rests_for(2h).works_for(4min);
    EXPECT_EQ(life.diary_of({"show"}), "11:03 show mobility\n"); // a minute after the return, and patience
}

TEST(Mobility, IsNotMadeUpForAfterItsWindow) {
    Life life{"2026-11-23T08:00:00+01:00", only({mobility})};
    life.works_for(1h).rests_for(3h).works_for(2h);
    EXPECT_EQ(life.diary_of({"show"}), "");
}

TEST(Mobility, IsNotFulfilledByAbsence) { // nobody did a mobility block at lunch
    Life life{"2026-11-23T09:58:00+01:00", only({mobility})};
    life.works_for(1min).rests_for(30min).works_for(4min);
    EXPECT_EQ(life.diary_of({"mobility"}), "10:32 show mobility\n");
}

TEST(Mobility, DoneByHandInItsWindowIsNotAskedForAgain) {
    Life life{monday, only({mobility})};
    life.works_for(1min).event(BreakAsked{mobility}).says_done().works_for(3h);
    EXPECT_EQ(life.diary(), "09:01 show mobility\n09:01 mobility taken\n");
}

TEST(S9, ABlockCoversBreathAndSnackAndMicrobreak) {
    Settings settings = only({mobility, breath, snack, microbreak});
    settings.mobility_windows = {{8h, 10h}};
    settings.breath_every = settings.snack_every = settings.microbreak_every = 10min;
    settings.per_hour = 60;
    Life life{"2026-11-23T08:49:00+01:00", settings};
    life.event(PauseAsked{15min}).works_for(17min).says_done();
    EXPECT_EQ(life.diary(), "09:06 show mobility\n"
                            "09:06 mobility taken\n"
                            "09:06 microbreak taken, not shown\n"
                            "09:06 snack taken, not shown\n"
                            "09:06 breath taken, not shown\n");
}

TEST(S6, ASessionComesAfterThreeHoursAtTheDeskOnItsDays) {
    Life life{"2026-11-23T08:00:00+01:00", only({strength})};
    EXPECT_EQ(shows_of(life, 5), "11:02 show strength\n11:02 show strength\n"); // Tuesday and Friday
}

TEST(S6, AMissedSessionIsMovedOnceToALaterDayWithAFullDayToTheNext) {
    Life life{"2026-11-24T08:00:00+01:00", only({strength})}; // Tuesday
    life.works_for(3h + 2min).skips().works_for(5h).rests_for(16h);
    EXPECT_EQ(life.diary_of({"strength"}), "11:02 show strength\n11:02 strength skipped\n");
    life.works_for(5h).skips(); // Wednesday; a full day before Friday
    EXPECT_EQ(life.diary_of({"strength"}).substr(0, 30), "11:04 show strength\n11:09 show");
    life.rests_for(19h).works_for(9h); // Thursday: left until its next day
    EXPECT_EQ(life.diary_of({"strength"}), "");
}

TEST(S6, ASessionDoneInPartIsDone) {
    Life life{"2026-11-24T08:00:00+01:00", only({strength})};
    life.works_for(3h + 2min).starts().rests_for(8min).skips();
    EXPECT_EQ(life.diary_of({"partial"}), "11:10 strength partial\n");
    life.works_for(4h).rests_for(17h).works_for(9h); // Wednesday
    EXPECT_EQ(life.diary_of({"strength"}), "");
}

TEST(S6, NeverComesOnTwoDaysRunning) {
    Settings settings = only({strength});
    settings.strength_days = {std::chrono::Tuesday, std::chrono::Wednesday, std::chrono::Friday};
    Life life{"2026-11-23T08:00:00+01:00", settings};
    shows_of(life, 1);
    EXPECT_EQ(shows_of(life, 1), "11:02 show strength\n"); // Tuesday
    EXPECT_EQ(shows_of(life, 1), "");                      // Wednesday: the day after
    EXPECT_EQ(shows_of(life, 1), "");                      // moved: Thursday leaves no full day before Friday
    EXPECT_EQ(shows_of(life, 1), "11:02 show strength\n"); // Friday
}

TEST(S7, BreathStartsAnewEachDay) {
    Life life{"2026-11-23T22:30:00+01:00", only({breath})};
    life.works_for(3h);
    EXPECT_EQ(life.diary(), "");
    life.works_for(1h + 32min);
    EXPECT_EQ(life.diary(), "03:02 show breath\n");
}

TEST(F1, ACheckInComesAtItsTimeOncePerDay) {
    Life life{"2026-11-23T08:00:00+01:00", only({checkin})};
    EXPECT_EQ(shows_of(life, 2), "16:32 show checkin\n16:32 show checkin\n");
}

TEST(Checkin, ByHandMeansNoPromptThatDay) {
    Life life{"2026-11-23T08:00:00+01:00", only({checkin})};
    life.works_for(1h).event(CheckedIn{pain_of(3)}).works_for(8h);
    EXPECT_EQ(life.diary(), "");
}

TEST(Checkin, KnowsTheSittingThatWentBefore) {
    Life life{monday, only({checkin})};
    life.works_for(50min).event(CheckedIn{pain_of(4)});
    const Report report = life.report();
    EXPECT_EQ(report.pain_mean, 4.0);
    EXPECT_EQ(report.pain_by_hour, (std::map<int, double>{{9, 4.0}}));
    EXPECT_EQ(report.pain_by_bout_length, (std::map<std::string, double>{{"45-60", 4.0}}));
}

TEST(Checkin, LateGoesBeforeEverything) { // rule 6
    Life life{"2026-11-23T16:00:00+01:00", only({checkin, snack})};
    life.event(PauseAsked{47min}).works_for(20min).begins(Sign::meeting).works_for(20min).ends(Sign::meeting);
    life.works_for(9min + 1s); // at 16:47 both are free: a snack after the meeting, and a checkin for 17 min
    EXPECT_EQ(life.diary_of({"show"}), "16:49 show checkin\n");
}

TEST(CivilDay, WhatWasAskedBeforeMidnightIsNotTheNextDays) {
    Settings settings = only({checkin, mobility});
    settings.checkin_at = 23h + 50min;
    settings.mobility_windows = {{22h + 50min, 24h}};
    Life life{"2026-11-23T23:20:00+01:00", settings};
    life.works_for(24h + 45min);
    EXPECT_EQ(life.diary_of({"show", "missed"}), "23:27 show mobility\n"
                                                 "23:32 show mobility again\n"
                                                 "23:37 mobility missed\n"
                                                 "23:52 show checkin\n"
                                                 "23:57 show checkin again\n"
                                                 "00:02 checkin missed\n"
                                                 "23:27 show mobility\n"
                                                 "23:32 show mobility again\n"
                                                 "23:37 mobility missed\n"
                                                 "23:52 show checkin\n"
                                                 "23:57 show checkin again\n"
                                                 "00:02 checkin missed\n");
}

TEST(S12, ACheckComesFourWeeksAfterTheLast) {
    Life life{"2026-11-23T08:00:00+01:00", only({workstation_check})};
    EXPECT_EQ(shows_of(life, 28), "");
    EXPECT_EQ(shows_of(life, 1), "08:03 show workstation_check\n"); // 2026-12-21
}

TEST(CivilDay, SettingTheWallClockMovesNoInterval) {
    Life life{monday, only({microbreak})};
    life.works_for(10min).sets_wall_clock(-3h).works_for(12min);
    EXPECT_EQ(life.diary(), "06:22 show microbreak\n");
    EXPECT_EQ(life.report().working_s, 22 * 60);
}

TEST(CivilDay, AZoneFlightMovesNoInterval) {
    Life life{monday, only({microbreak})};
    life.works_for(10min).moves_to_offset(-8h).works_for(12min);
    EXPECT_EQ(life.diary(), "00:22 show microbreak\n");
    const Report report = life.report();
    EXPECT_EQ(report.by_hour.front()[9], 600);
    EXPECT_EQ(report.by_hour.front()[0], 720);
}

TEST(CivilDay, TotalsEqualElapsedOverADaylightSavingChange) {
    // Berlin, 2026-10-25: 03:00 summer time is 02:00 again.
    const UtcTime change{std::chrono::sys_days{std::chrono::year{2026} / 10 / 25} + 1h};
    Life life{"2026-10-25T01:30:00+02:00", only({}), {{change, 1h}}};
    life.works_for(3h);
    const Report report = life.report();
    EXPECT_EQ(report.working_s, 3 * 3600);
    EXPECT_EQ(report.by_hour.front()[1], 1800);
    EXPECT_EQ(report.by_hour.front()[2], 7200); // the hour that comes twice
    EXPECT_EQ(report.by_hour.front()[3], 1800);
}

TEST(CivilDay, ABoutOverMidnightIsSplitForTotalsAndKeepsItsLength) {
    Life life{"2026-11-23T23:00:00+01:00", only({})};
    life.works_for(2h).rests_for(5min);
    const Report report = life.report();
    EXPECT_EQ(report.longest_sit_bout_s, 7200);
    EXPECT_EQ(report.sit_bouts_over_45min, 1);
    EXPECT_EQ(report.by_hour[0][23], 3600);
    EXPECT_EQ(report.by_hour[1][0], 3600);
}

} // namespace
} // namespace poise::test
