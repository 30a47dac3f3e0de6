// SPDX-License-Identifier: GPL-3.0-or-later
// Instants of UTC as a person reads them where they live. The zone is given as a function, so that a test needs no
// machine that stands in it.
#pragma once

#include "poise/time.hpp"
#include "zone.hpp"

#include <string>

namespace poise {

[[nodiscard]] UtcTime utc_now();
[[nodiscard]] Day local_day(UtcTime, const OffsetAt&);

/// "09:24", "Tue 09:24" or "2026-11-16 09:24": as much as is needed to understand it `now`.
[[nodiscard]] std::string clock_text(UtcTime at, UtcTime now, const OffsetAt&);

/// ISO 8601 with the offset in force then.
[[nodiscard]] std::string iso_text(UtcTime at, const OffsetAt&);

/// "Mon"
[[nodiscard]] std::string weekday_text(Day);

} // namespace poise
