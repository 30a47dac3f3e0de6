// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the machine's clocks: CLOCK_BOOTTIME for the instant, CLOCK_REALTIME for the civil time, and the system's zone
// for its offsets. The zone is looked up once a day; a reading in between is two system calls that the vDSO answers.
// The boot id is that of the running kernel and never changes.
#pragma once

#include "zone.hpp"

#include "poise/ports.hpp"

namespace poise {

/// CLOCK_BOOTTIME, rounded down to the millisecond.
[[nodiscard]] Instant boot_time();
/// CLOCK_MONOTONIC: the same without the time in suspend.
[[nodiscard]] Duration time_awake();

/// The offsets around an instant, asked for once and then only looked at.
class OffsetTable {
public:
    /// Good for a day from `from`, with what a Moment foresees from any instant of that day.
    OffsetTable(const OffsetAt&, UtcTime from);

    [[nodiscard]] bool covers(UtcTime) const;
    [[nodiscard]] Offset offset_at(UtcTime) const;
    /// The changes of the next 8 days.
    [[nodiscard]] OffsetChanges ahead_of(UtcTime) const;

private:
    UtcTime from_;
    Offset offset_;
    OffsetChanges changes_;
};

class SystemClock : public Clock {
public:
    SystemClock();

    [[nodiscard]] Moment now() override;
    [[nodiscard]] Instant instant() override;

    /// The zone is another one, or its rules are: it is read anew.
    void zone_changed();

private:
    BootId boot_;
    OffsetTable offsets_;
};

} // namespace poise
