// SPDX-License-Identifier: GPL-3.0-or-later
// Which due prompt is shown, and when: an opportune moment, then patience; the most valuable first; one at a time.
#pragma once

#include "turn.hpp"

namespace poise {

/// After every event: notes since when each due kind has been free, and offers one if its wait is over.
void decide(Turn&);

/// Of the kinds that are due, whatever blocks them.
[[nodiscard]] std::optional<Kind> most_valuable_due(const State&, const Moment& at);

/// When a wait is over, or something that is due stops being blocked.
[[nodiscard]] std::optional<Instant> next_decision(const State&);

/// S3: for so long after a long meeting a posture change past its window goes first.
inline constexpr Duration posture_first_after_meeting = std::chrono::minutes{10};

} // namespace poise
