// SPDX-License-Identifier: GPL-3.0-or-later
// What Poise concludes from what a person does and says: the plan every two weeks (F4), the beginning and end of a
// flare (F6), when a session has to stop (F5), and when somebody who can examine them should have a look (R3). Every
// conclusion is a fact with its reason, and a private notice. On Monday it says that the report of the week is there.
#pragma once

#include "turn.hpp"

namespace poise {

/// Whatever is due to be concluded on this day, while somebody is there to read it.
void review_day(Turn&);

/// A check-in: records it, and concludes from it.
void check_in(Turn&, Checkin);

/// F5: the session stops at once, whatever the figure, and the next one is smaller.
void stop_for_pain(Turn&, std::optional<PromptId>, std::optional<int> pain);

void set_flare(Turn&, bool on);
void answer_plan(Turn&, bool accepted);
void name_levers(Turn&, const std::array<std::string, lever_count>& drills);

inline constexpr std::chrono::days plan_lasts{14}; // F4 (D)

} // namespace poise
