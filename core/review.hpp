// SPDX-License-Identifier: GPL-3.0-or-later
// What Poise concludes as the days go by: the plan every two weeks (F4), and the end of a flare that nobody ended (F6).
// Every conclusion is a fact with its reason, and a private notice.
#pragma once

#include "turn.hpp"

namespace poise {

/// Whatever is due to be concluded on this day, while somebody is there to read it.
void review_day(Turn&);

void answer_plan(Turn&, bool accepted);

inline constexpr std::chrono::days plan_lasts{14}; // F4 (D)

} // namespace poise
