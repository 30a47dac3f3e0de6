// SPDX-License-Identifier: GPL-3.0-or-later
// The year counts what it did itself, and the reports must agree.
#include "working_year.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using enum Kind;

TEST(Year, OfWorkingDaysAgreesWithItsOwnCount) {
    WorkingYear year;
    year.live();
    const Report report = year.life().report();
    EXPECT_EQ(year.count().working_days, 260);
    for (Kind kind : all_kinds) {
        const KindTotals& counted = report.by_kind[index(kind)];
        const KindTotals& own = year.count().kinds[index(kind)];
        EXPECT_EQ(counted.of(Outcome::skipped), own.of(Outcome::skipped)) << name(kind);
        // Some were taken without an answer: covered by a longer one, or rested away while on screen.
        EXPECT_GE(counted.of(Outcome::taken), own.of(Outcome::taken)) << name(kind);
        EXPECT_EQ(counted.of(Outcome::missed), 0) << name(kind);
        EXPECT_EQ(counted.of(Outcome::partial), 0) << name(kind);
    }
    for (Kind kind : {mobility, strength, workstation_check, checkin}) {
        const int own = year.count().kinds[index(kind)].of(Outcome::taken);
        EXPECT_EQ(report.by_kind[index(kind)].of(Outcome::taken), own) << name(kind);
    }
    EXPECT_EQ(report.posture_changes, year.count().posture_changes);
    EXPECT_EQ(report.by_kind[index(mobility)].due(), 2 * 260);
    EXPECT_EQ(report.by_kind[index(checkin)].due(), 260);
    EXPECT_EQ(report.by_kind[index(workstation_check)].due(), 12); // every four weeks
    EXPECT_GE(report.by_kind[index(strength)].due(), 2 * 52);
    EXPECT_EQ(report.working_s + report.passive_s + report.resting_s, report.sit_s + report.stand_s);
    EXPECT_GT(report.by_kind[index(microbreak)].due(), 2000);
    EXPECT_EQ(report.unknown_s, 0);
}

} // namespace
} // namespace poise::test
