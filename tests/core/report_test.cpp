// SPDX-License-Identifier: GPL-3.0-or-later
// What a report makes of the days: means of pain by hour and by how long the person sat, and figures that say "no data"
// rather than 0 or 100 %.
#include "life.hpp"
#include "poise/iso_time.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

CheckedIn pain_of(int pain) {
    CheckedIn checked_in;
    checked_in.checkin.pain = pain;
    return checked_in;
}

TEST(Report, MeansPainByTheHourAndByTheSittingBefore) { // F1
    Life life{monday, only({})};
    life.works_for(20min).event(pain_of(2));
    life.works_for(20min).event(pain_of(4));
    life.works_for(15min).event(pain_of(6));
    life.works_for(10min).event(pain_of(8));
    const Report report = life.report();
    EXPECT_EQ(report.pain_mean, 5.0);
    EXPECT_EQ(report.pain_by_hour, (std::map<int, double>{{9, 4.0}, {10, 8.0}}));
    EXPECT_EQ(report.pain_by_bout_length,
              (std::map<std::string, double>{{"0-30", 2.0}, {"30-45", 4.0}, {"45-60", 6.0}, {"60+", 8.0}}));
}

TEST(Report, OfABoutOverMidnightIsOnBothItsDays) { // rule 12
    Life life{"2026-11-23T23:30:00+01:00", only({})};
    life.works_for(1h).is_locked_for(6min).works_for(1min);
    Days days;
    std::string touched;
    for (const auto& fact : life.facts()) {
        for (const Day day : days_of(fact)) {
            days[day];
            touched += std::string{name(fact.body)} + " " + to_iso(day) + "\n";
        }
        const auto before = days.size();
        add_up(days, fact);
        EXPECT_EQ(days.size(), before); // no day but those that were named
    }
    EXPECT_EQ(touched, "bout 2026-11-23\nbout 2026-11-24\nabsence 2026-11-24\nbout 2026-11-24\n");
    EXPECT_EQ(days.begin()->second.working, 30min);
    EXPECT_EQ(days.rbegin()->second.working, 31min);
}

TEST(Report, SaysNoDataWhereNothingWasAsked) {
    Life life{monday, only({})};
    life.works_for(1h);
    EXPECT_EQ(life.report().coverage, std::nullopt);
    EXPECT_EQ(life.report().adherence, std::nullopt);
    EXPECT_EQ(life.report().pain_mean, std::nullopt);
}

TEST(Report, HalvesWhatWasPartialAndAsksNobodyForTheNatural) {
    KindTotals totals;
    totals.outcomes = {3, 2, 4, 1, 0, 9}; // taken, partial, natural, skipped, missed, withdrawn
    EXPECT_EQ(totals.due(), 10);
    EXPECT_EQ(coverage(totals), (3 + 4 + 1) / 10.0);
    EXPECT_EQ(adherence(totals), (3 + 1) / 6.0);
    totals.outcomes = {0, 0, 4, 0, 0, 9};
    EXPECT_EQ(coverage(totals), 1.0);
    EXPECT_EQ(adherence(totals), std::nullopt);
}

TEST(Report, CountsKeysOnlyWhereSomebodyIsAtTheDesk) {
    Life life{monday, only({})};
    life.event(InputCounted{5, 5}).event(InputCounting{true}).works_for(1min).event(InputCounted{100, 7});
    EXPECT_EQ(life.report().keys, 100);
    EXPECT_EQ(life.report().clicks, 7);
    EXPECT_TRUE(life.report().input_counted);
}

} // namespace
} // namespace poise::test
