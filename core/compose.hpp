// SPDX-License-Identifier: GPL-3.0-or-later
// What a break is made of: drills that are allowed to this person, in an order that makes sense, with doses that fill
// the time. Pure and deterministic from the day, the history and the programme.
#pragma once

#include "allowed.hpp"
#include "poise/state.hpp"

#include <string>
#include <vector>

namespace poise {

/// The drills of a break of this kind now; empty where the guide has none for it.
[[nodiscard]] std::vector<PromptDrill> compose(const State&, Kind, const Moment&);

/// The next thing to feel for in a microbreak (C1, C2); empty: the guide has none.
[[nodiscard]] std::string next_cue(const State&);

/// How long a break of this kind is now: a flare or a session that hurt makes an exercise shorter (F5, F6).
[[nodiscard]] Duration session_length(const State&, Kind, const Moment&);

/// All doses and the changes between them.
[[nodiscard]] Duration length_of(const std::vector<PromptDrill>&, const Guide&);

inline constexpr Duration change_over = std::chrono::seconds{10};      // D: from one drill to the next
inline constexpr Duration length_tolerance = std::chrono::seconds{20}; // a block fills its time to within this

} // namespace poise
