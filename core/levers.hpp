// SPDX-License-Identifier: GPL-3.0-or-later
// F2: the person's two levers, a mobility drill and a strength drill that they work with each day.
#pragma once

#include "turn.hpp"

#include <array>
#include <string>

namespace poise {

/// The drill that is the person's lever, or else their programme's; empty: none.
[[nodiscard]] std::string lever_drill(const State&, Lever);

/// The programme's own; empty: it has none.
[[nodiscard]] const std::string& lever_of(const Programme&, Lever);

/// Whether the person could name it: of the lever's sort, and allowed to them.
[[nodiscard]] bool can_be_lever(const Drill&, Lever, const Settings&, const Programme*);

void name_levers(Turn&, const std::array<std::string, lever_count>& drills);

} // namespace poise
