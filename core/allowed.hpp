// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can and may do: their places and equipment, and what their programme forbids. Everything that picks,
// shows or checks drills asks here.
#pragma once

#include "poise/guide.hpp"
#include "poise/settings.hpp"

namespace poise {

/// One of the kinds that it is a drill for.
[[nodiscard]] bool is_for(const Drill&, Kind);

/// One of the movements that it is.
[[nodiscard]] bool moves(const Drill&, Movement);

/// By name, or by what the programme avoids.
[[nodiscard]] bool forbids(const Programme&, const Drill&);

/// Place, equipment and, where there is one, programme.
[[nodiscard]] bool is_allowed(const Drill&, const Settings&, const Programme*);

/// How many of its progressions are allowed, from the first on.
[[nodiscard]] int ways_allowed(const Drill&, const Settings&, const Programme*);

} // namespace poise
