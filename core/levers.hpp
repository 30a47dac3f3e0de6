// SPDX-License-Identifier: GPL-3.0-or-later
// F2: the person's two levers, a mobility drill and a strength drill that they work with each day.
#pragma once

#include "turn.hpp"

#include <string>
#include <vector>

namespace poise {

/// The drill that is the person's lever, or else their programme's; empty: none.
[[nodiscard]] std::string lever_drill(const State&, Lever);

/// The drills that the person could name as this lever: of its sort, and allowed to them.
[[nodiscard]] std::vector<const Drill*> lever_choices(const State&, Lever);

void name_levers(Turn&, const std::array<std::string, lever_count>& drills);

} // namespace poise
