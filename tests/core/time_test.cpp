// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise/iso_time.hpp"
#include "poise/time.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::year;

Moment moment(std::string_view iso, OffsetChanges ahead = {}) {
    const auto time = parse_iso_time(iso).value();
    return {Instant{1000h}, time.utc, time.offset, std::move(ahead), {}};
}
LocalTime local(std::string_view iso) {
    const auto time = parse_iso_time(std::string{iso} + "Z").value();
    return LocalTime{time.utc.time_since_epoch()};
}
Duration until(const Moment& now, std::string_view when) { return instant_of(now, local(when)) - now.instant; }

const OffsetChange berlin_spring{sys_days{year{2026} / 3 / 29} + 1h, 2h};   // 02:00 is 03:00
const OffsetChange berlin_autumn{sys_days{year{2026} / 10 / 25} + 1h, 1h};  // 03:00 is 02:00
const OffsetChange santiago_spring{sys_days{year{2026} / 9 / 6} + 4h, -3h}; // midnight is 01:00

TEST(InstantOf, IsWhenLocalClocksShowIt) {
    EXPECT_EQ(until(moment("2026-11-23T09:00:00+01:00"), "2026-11-24T04:00:00"), 19h);
}

TEST(InstantOf, CountsADayOf23HoursInSpring) {
    const Moment now = moment("2026-03-28T12:00:00+01:00", {berlin_spring});
    EXPECT_EQ(until(now, "2026-03-29T12:00:00"), 23h);
}

TEST(InstantOf, CountsADayOf25HoursInAutumn) {
    const Moment now = moment("2026-10-24T12:00:00+02:00", {berlin_autumn});
    EXPECT_EQ(until(now, "2026-10-25T12:00:00"), 25h);
}

TEST(InstantOf, ATimeThatIsLeaptOverIsTheLeap) {
    const Moment now = moment("2026-03-29T00:00:00+01:00", {berlin_spring});
    EXPECT_EQ(until(now, "2026-03-29T02:30:00"), 2h);
}

TEST(InstantOf, ATimeThatComesTwiceIsItsFirstComing) {
    const Moment now = moment("2026-10-25T00:00:00+02:00", {berlin_autumn});
    EXPECT_EQ(until(now, "2026-10-25T02:30:00"), 2h + 30min);
}

TEST(InstantOf, AMidnightThatDoesNotExistIsTheFirstMomentOfItsDay) {
    const Moment now = moment("2026-09-05T20:00:00-04:00", {santiago_spring});
    EXPECT_EQ(until(now, "2026-09-06T00:00:00"), 4h);
    EXPECT_EQ(day_at(now, now.instant + 4h), parse_iso_day("2026-09-06"));
    EXPECT_EQ(day_at(now, now.instant + 4h - 1ms), parse_iso_day("2026-09-05"));
}

TEST(HoursBetween, AddUpOverADaylightSavingChange) {
    const Moment now = moment("2026-10-25T01:30:00+02:00", {berlin_autumn});
    const Day day = parse_iso_day("2026-10-25").value();
    EXPECT_EQ(hours_between(now, now.instant, now.instant + 3h),
              (std::vector<HourPart>{{day, 1, 30min}, {day, 2, 2h}, {day, 3, 30min}}));
    const Moment spring = moment("2026-03-29T01:30:00+01:00", {berlin_spring});
    const Day leap = parse_iso_day("2026-03-29").value();
    EXPECT_EQ(hours_between(spring, spring.instant, spring.instant + 1h),
              (std::vector<HourPart>{{leap, 1, 30min}, {leap, 3, 30min}}));
}

TEST(HoursBetween, KnowsHalfHourZones) { // Lord Howe: 10:30, and 11:00 in summer
    const OffsetChange lord_howe{sys_days{year{2026} / 10 / 3} + 15h + 30min, 11h};
    const Moment now = moment("2026-10-04T01:30:00+10:30", {lord_howe});
    const Day day = parse_iso_day("2026-10-04").value();
    EXPECT_EQ(hours_between(now, now.instant, now.instant + 1h),
              (std::vector<HourPart>{{day, 1, 30min}, {day, 2, 30min}}));
}

TEST(HoursBetween, IsNothingForNoTime) {
    const Moment now = moment("2026-11-23T09:00:00+01:00");
    EXPECT_TRUE(hours_between(now, now.instant, now.instant).empty());
}

TEST(Moved, KeepsOnlyTheChangesStillAhead) {
    const Moment now = moment("2026-10-25T02:30:00+02:00", {berlin_autumn});
    const Moment later = moved(now, now.instant + 1h);
    EXPECT_EQ(later.offset, Offset{1h});
    EXPECT_TRUE(later.ahead.empty());
    EXPECT_EQ(to_iso(later.utc, later.offset), "2026-10-25T02:30:00+01:00");
}

TEST(IsoWeek, BelongsToTheYearOfItsThursday) {
    const auto week_of = [](std::string_view day) { return to_iso(iso_week(parse_iso_day(day).value())); };
    EXPECT_EQ(week_of("2026-11-23"), "2026-W48");
    EXPECT_EQ(week_of("2026-12-31"), "2026-W53");
    EXPECT_EQ(week_of("2027-01-01"), "2026-W53");
    EXPECT_EQ(week_of("2027-01-03"), "2026-W53");
    EXPECT_EQ(week_of("2027-01-04"), "2027-W01");
    EXPECT_EQ(week_of("2024-12-30"), "2025-W01");
    EXPECT_EQ(week_of("2021-01-03"), "2020-W53");
}

TEST(IsoWeek, RoundTripsOverFortyYears) {
    for (Day day = parse_iso_day("2000-01-01").value(); day < parse_iso_day("2040-01-01").value();
         day += std::chrono::days{1}) {
        const IsoWeek week = iso_week(day);
        const auto into = day - monday_of(week);
        ASSERT_GE(into, std::chrono::days{0}) << to_iso(day);
        ASSERT_LT(into, std::chrono::days{7}) << to_iso(day);
        ASSERT_EQ(parse_iso_week(to_iso(week)), week);
    }
}

TEST(IsoTime, IsReadWithItsOffset) {
    const auto time = parse_iso_time("2026-11-23T09:00:00.25+01:00").value();
    EXPECT_EQ(time.offset, Offset{1h});
    EXPECT_EQ(to_iso(time.utc, time.offset), "2026-11-23T09:00:00.250+01:00");
    EXPECT_EQ(to_iso(time.utc, -9h - 30min), "2026-11-22T22:30:00.250-09:30");
    EXPECT_EQ(to_iso(parse_iso_time("2026-11-23T09:00Z").value().utc, {}), "2026-11-23T09:00:00+00:00");
}

TEST(IsoTime, RefusesWhatIsNone) {
    for (const char* text : {"", "2026-11-23", "2026-11-23T09:00:00", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z",
                             "2026-11-23T24:00:00Z", "2026-11-23T09:60:00Z", "2026-11-23T09:00:00+25:00",
                             "2026-11-23T09:00:00Zjunk", "-026-11-23T09:00:00Z", "2026-11-23T09:00:00.Z"}) {
        EXPECT_FALSE(parse_iso_time(text)) << text;
    }
    for (const char* text : {"2025-W53", "2026-W54", "2026-W00", "2026W01", "2026-W1", ""}) {
        EXPECT_FALSE(parse_iso_week(text)) << text;
    }
}

} // namespace
} // namespace poise::test
