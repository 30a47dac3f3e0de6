// SPDX-License-Identifier: GPL-3.0-or-later
// What Poise concludes from what a person says of their back: when a session has to stop (F5), the beginning and end of
// a flare (F6), and when somebody who can examine them should have a look (R3). Every conclusion is a fact with its
// reason, and a private notice.
#pragma once

#include "turn.hpp"

namespace poise {

/// A check-in: records it, and concludes from it.
void check_in(Turn&, Checkin);

/// F5: the session stops at once, whatever the figure, and the next one is smaller.
void stop_for_pain(Turn&, std::optional<PromptId>, std::optional<int> pain);

/// F6, by hand.
void set_flare(Turn&, bool on);

inline constexpr int pain_that_stops = 6;   // F5 (D): above it
inline constexpr int light_flare = 75;      // F6: reduce by 25 ...
inline constexpr int strong_flare = 50;     // ... to 50 percent
inline constexpr int strong_pain = 7;       // F6 (D)
inline constexpr int flare_above_usual = 3; // F6 (D): begins so far above the usual figure
inline constexpr int settled_within = 2;    // F6 (D): of the usual figure

} // namespace poise
