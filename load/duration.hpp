// SPDX-License-Identifier: GPL-3.0-or-later
// Durations as people write them: "90s", "1h30min", "4w", and on the command line "5min". One spelling for the
// configuration, the command line and what both print. What is read back is exactly what was written, to the
// millisecond, and no duration that comes from here can overflow when the schedule doubles or adds it.
#pragma once

#include "poise/result.hpp"
#include "poise/time.hpp"

#include <string>
#include <string_view>

namespace poise {

/// A century, give or take: far beyond any use, and far below what fourfold intervals and civil dates can hold.
inline constexpr Duration longest_duration = std::chrono::weeks{5200};

/// Zero or more. Units s, min, h, d, w, each at most once and the longest first; the error says what is expected.
[[nodiscard]] Result<Duration, std::string> parse_duration(std::string_view text);

/// One unit where that gives a number that people can read ("90min"), else the units in order ("3h25min45s").
[[nodiscard]] std::string to_toml(Duration);

} // namespace poise
