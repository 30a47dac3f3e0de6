// SPDX-License-Identifier: GPL-3.0-or-later
// Which days a report is about. Whoever names none means this week so far; a named week is all seven days of it.
#pragma once

#include "poise/result.hpp"
#include "poise/time.hpp"

#include <string>

namespace poise {

struct DayRange { // both included
    Day from, to;
    bool operator==(const DayRange&) const = default;
};

/// As given on the command line; empty: not given.
struct RangeAsked {
    std::string week;
    std::string from;
    std::string to;
};

/// A report has a row for every day, and nobody has more days than this.
inline constexpr std::chrono::years longest_range{100};

/// The error says what is expected.
[[nodiscard]] Result<DayRange, std::string> range_of(const RangeAsked&, Day today);

} // namespace poise
