// SPDX-License-Identifier: GPL-3.0-or-later
// Three clocks, never mixed. Instant is CLOCK_BOOTTIME: every duration and every absence is measured on it, and it
// counts suspend. Civil time (UTC plus the offset in force) is only for days, weeks and windows of the day. A Moment
// is one reading of both, taken once per event, together with the offset changes to come, so that the core can turn
// "04:00" into an instant without owning a clock or a zone.
#pragma once

#include <array>
#include <chrono>
#include <compare>
#include <cstdint>
#include <vector>

namespace poise {

using Duration = std::chrono::milliseconds;

/// Names the timeline of CLOCK_BOOTTIME; it has no now(), since the core must be told the time.
struct BootClock {
    using duration = Duration;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<BootClock, Duration>;
    static constexpr bool is_steady = true;
};
using Instant = BootClock::time_point;

using UtcTime = std::chrono::sys_time<Duration>;
using LocalTime = std::chrono::local_time<Duration>;
using Day = std::chrono::local_days;
using Offset = std::chrono::seconds;

/// Which boot an Instant belongs to: /proc/sys/kernel/random/boot_id.
struct BootId {
    std::array<std::uint8_t, 16> bytes{};
    auto operator<=>(const BootId&) const = default;
};

/// From `at` on, local time is UTC + offset.
struct OffsetChange {
    UtcTime at;
    Offset offset;
    bool operator==(const OffsetChange&) const = default;
};
using OffsetChanges = std::vector<OffsetChange>;

/// One reading of all clocks.
struct Moment {
    Instant instant;
    UtcTime utc;
    Offset offset{};     // in force now
    OffsetChanges ahead; // those of the next 8 days, in order
    BootId boot;
    bool operator==(const Moment&) const = default;
};

/// What a fact carries of the moment at which it became true.
struct Stamp {
    Instant instant;
    UtcTime utc;
    Offset offset{};
    BootId boot;
    bool operator==(const Stamp&) const = default;
};

[[nodiscard]] Stamp stamp(const Moment&);
[[nodiscard]] LocalTime local_time(const Stamp&);
[[nodiscard]] Day day_of(const Stamp&);

/// Civil time at another instant of the same boot, as this moment foresees it.
[[nodiscard]] UtcTime utc_at(const Moment&, Instant);
[[nodiscard]] LocalTime local_time_at(const Moment&, Instant);
[[nodiscard]] Day day_at(const Moment&, Instant);

/// The same reading as it would be at `at`, with the offset then in force.
[[nodiscard]] Moment moved(const Moment&, Instant at);

/// The first instant at which local clocks show `when` or later: a time that a DST change leaps over is the leap
/// itself, a time that comes twice is its first coming.
[[nodiscard]] Instant instant_of(const Moment&, LocalTime when);

/// A stretch of time within one civil hour.
struct HourPart {
    Day day;
    int hour; // 0 to 23
    Duration length;
    bool operator==(const HourPart&) const = default;
};

/// [from, to) cut at civil hours; the lengths add up to to - from.
[[nodiscard]] std::vector<HourPart> hours_between(const Moment&, Instant from, Instant to);

struct IsoWeek {
    int year; // the ISO year: 2027-01-01 is in 2026-W53
    int week;
    auto operator<=>(const IsoWeek&) const = default;
};
[[nodiscard]] IsoWeek iso_week(Day);
[[nodiscard]] Day monday_of(IsoWeek);
/// The Monday of the week that a night's work belongs to: before four o'clock it is still the day before (D).
[[nodiscard]] Day working_week(LocalTime);

} // namespace poise
