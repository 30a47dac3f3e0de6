// SPDX-License-Identifier: GPL-3.0-or-later
// The zone that this process lives in, as values: an offset at an instant, and the instants at which it changes. The C
// library answers from the system's time zone database, so that TZ and /etc/localtime mean here what they mean
// everywhere else; it needs 40 microseconds and no memory worth a name (Hinnant's library: 2.5 ms and 280 KiB).
#pragma once

#include "poise/time.hpp"

#include <functional>
#include <string>

namespace poise {

using OffsetAt = std::function<Offset(UtcTime)>;

/// The process's own zone.
[[nodiscard]] Offset local_offset(UtcTime);

/// Every change within (from, until], in order, exact to the second.
[[nodiscard]] OffsetChanges changes_between(const OffsetAt&, UtcTime from, UtcTime until);

/// "Europe/Berlin"; where the system does not name its zone, the abbreviation in force.
[[nodiscard]] std::string local_zone_name();

/// Reads TZ, /etc/localtime and the database behind it anew.
void reload_local_zone();

} // namespace poise
