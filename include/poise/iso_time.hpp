// SPDX-License-Identifier: GPL-3.0-or-later
// ISO 8601 times with their offset, as traces, exports and reports write them: 2026-11-23T09:00:00+01:00.
#pragma once

#include "poise/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace poise {

struct IsoTime {
    UtcTime utc;
    Offset offset{};
};

/// Seconds may have a fraction, of which milliseconds are kept; the offset is "Z", "+HH:MM" or "-HH:MM".
[[nodiscard]] std::optional<IsoTime> parse_iso_time(std::string_view);

/// Without a fraction where it is zero.
[[nodiscard]] std::string to_iso(UtcTime, Offset);
[[nodiscard]] std::string to_iso(Day);
[[nodiscard]] std::optional<Day> parse_iso_day(std::string_view);

/// "2026-W48"
[[nodiscard]] std::string to_iso(IsoWeek);
[[nodiscard]] std::optional<IsoWeek> parse_iso_week(std::string_view);

} // namespace poise
