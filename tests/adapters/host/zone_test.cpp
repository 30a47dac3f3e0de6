// SPDX-License-Identifier: GPL-3.0-or-later
#include "system_clock.hpp"
#include "zone.hpp"

#include "scoped.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

/// The process moves to a zone.
struct InZone {
    explicit InZone(const std::optional<std::string>& name) : variable{"TZ", name} { reload_local_zone(); }
    ScopedEnvironment variable;
};

UtcTime at(year_month_day day, Duration time = 0ms) { return sys_days{day} + time; }

struct Zone : testing::Test {
    ~Zone() override { reload_local_zone(); }
};

TEST_F(Zone, ForeseesTheChangesOfBerlin) {
    const InZone berlin{"Europe/Berlin"};
    const UtcTime spring = at(2026y / March / 29, 1h);
    const UtcTime autumn = at(2026y / October / 25, 1h);
    EXPECT_EQ(local_offset(spring - 1s), 1h);
    EXPECT_EQ(local_offset(spring), 2h);
    EXPECT_EQ(changes_between(local_offset, spring - 8 * 24h, spring + 24h), (OffsetChanges{{spring, 2h}}));
    EXPECT_EQ(changes_between(local_offset, autumn - 1ms, autumn + 1ms), (OffsetChanges{{autumn, 1h}}));
    EXPECT_EQ(changes_between(local_offset, autumn, autumn + 8 * 24h), OffsetChanges{});
    EXPECT_EQ(changes_between(local_offset, spring - 1h, autumn + 1h), (OffsetChanges{{spring, 2h}, {autumn, 1h}}));
}

TEST_F(Zone, ForeseesAChangeOfHalfAnHour) {
    const InZone lord_howe{"Australia/Lord_Howe"};
    const UtcTime autumn = at(2026y / April / 4, 15h);
    EXPECT_EQ(local_offset(autumn - 1s), 11h);
    EXPECT_EQ(changes_between(local_offset, autumn - 24h, autumn + 24h), (OffsetChanges{{autumn, 10h + 30min}}));
}

TEST_F(Zone, ForeseesAChangeAtMidnight) {
    const InZone santiago{"America/Santiago"};
    const UtcTime spring = at(2026y / September / 6, 4h); // 00:00 becomes 01:00
    EXPECT_EQ(local_offset(spring - 1s), -4h);
    EXPECT_EQ(changes_between(local_offset, spring - 24h, spring + 24h), (OffsetChanges{{spring, -3h}}));
}

TEST_F(Zone, ForeseesAChangeThatIsNoDaylightSaving) {
    const InZone apia{"Pacific/Apia"};
    const UtcTime leap = at(2011y / December / 30, 10h); // the day that Samoa left out
    EXPECT_EQ(changes_between(local_offset, leap - 24h, leap + 24h), (OffsetChanges{{leap, 14h}}));
}

TEST_F(Zone, HasNothingToForeseeInUtc) {
    const InZone utc{"UTC"};
    EXPECT_EQ(local_offset(at(2026y / July / 1)), 0s);
    EXPECT_EQ(changes_between(local_offset, at(2026y / January / 1), at(2027y / January / 1)), OffsetChanges{});
}

TEST_F(Zone, HasTheNameThatItWasGiven) {
    const auto name = [](const std::optional<std::string>& variable) {
        const InZone zone{variable};
        return local_zone_name();
    };
    EXPECT_EQ(name("Europe/Berlin"), "Europe/Berlin");
    EXPECT_EQ(name(":Asia/Kathmandu"), "Asia/Kathmandu");
    EXPECT_EQ(name("/usr/share/zoneinfo/Asia/Tokyo"), "Asia/Tokyo");
    EXPECT_EQ(name(""), "UTC");
}

TEST_F(Zone, IsThatOfTheSystemWithoutAVariable) {
    const InZone system{std::nullopt};
    std::error_code no_link;
    const std::string target = std::filesystem::read_symlink("/etc/localtime", no_link).string();
    if (no_link) GTEST_SKIP() << "/etc/localtime is no link here";
    EXPECT_TRUE(target.ends_with("/" + local_zone_name())) << target << " " << local_zone_name();
}

TEST_F(Zone, OffsetsStayRightForADayWithoutAskingAgain) {
    int asked = 0;
    const UtcTime change = at(2026y / March / 29, 1h);
    const OffsetAt berlin = [&](UtcTime time) {
        ++asked;
        return time < change ? Offset{1h} : Offset{2h};
    };
    const UtcTime from = change - 12h;
    const OffsetTable table{berlin, from};
    EXPECT_LE(asked, 150);
    asked = 0;
    EXPECT_EQ(table.offset_at(from), 1h);
    EXPECT_EQ(table.ahead_of(from), (OffsetChanges{{change, 2h}}));
    EXPECT_EQ(table.offset_at(change - 1ms), 1h);
    EXPECT_EQ(table.offset_at(change), 2h);
    EXPECT_EQ(table.ahead_of(change), OffsetChanges{});
    EXPECT_EQ(asked, 0);
    EXPECT_TRUE(table.covers(from));
    EXPECT_TRUE(table.covers(from + 24h - 1ms));
    EXPECT_FALSE(table.covers(from + 24h));
    EXPECT_FALSE(table.covers(from - 1ms)); // the clock was set back
}

TEST_F(Zone, TheLastMomentOfTheTableForeseesEightDaysToo) {
    const UtcTime from = at(2026y / March / 20, 13h);
    const UtcTime change = at(2026y / March / 29, 1h);
    const OffsetTable table{[&](UtcTime time) { return time < change ? Offset{1h} : Offset{2h}; }, from};
    EXPECT_EQ(table.ahead_of(from), OffsetChanges{}); // more than 8 days
    EXPECT_EQ(table.ahead_of(from + 23h), (OffsetChanges{{change, 2h}}));
}

TEST_F(Zone, AClockReadsAllOfAMomentFromTheMachine) {
    const InZone kathmandu{"Asia/Kathmandu"};
    SystemClock clock;
    const Instant before = boot_time();
    const Moment now = clock.now();
    EXPECT_GE(now.instant, before);
    EXPECT_LE(now.instant, clock.instant());
    EXPECT_EQ(now.offset, 5h + 45min);
    EXPECT_LE(abs(system_clock::now() - now.utc), 1s);
    EXPECT_NE(now.boot, BootId{});
    EXPECT_EQ(now.boot, SystemClock{}.now().boot);
    EXPECT_EQ(local_zone_name(), "Asia/Kathmandu");
}

TEST_F(Zone, AClockKeepsItsZoneUntilItIsToldOfAnother) {
    const InZone berlin{"Europe/Berlin"};
    SystemClock clock;
    const ScopedEnvironment tokyo{"TZ", "Asia/Tokyo"};
    EXPECT_NE(clock.now().offset, 9h);
    clock.zone_changed();
    EXPECT_EQ(clock.now().offset, 9h);
}

} // namespace
} // namespace poise::test
