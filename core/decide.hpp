// SPDX-License-Identifier: GPL-3.0-or-later
// Which due prompt is shown, and when: an opportune moment, then patience; the most valuable first; one at a time.
#pragma once

#include "turn.hpp"

namespace poise {

/// After every event: notes since when each due kind has been free, and offers one if its wait is over.
void decide(Turn&);

/// Of the kinds that are due, whatever blocks them.
[[nodiscard]] std::optional<Kind> most_valuable_due(const State&, const Moment& at);

/// What is asked next: the most valuable kind that waits for a good moment or falls due within heads_up. Nothing while
/// a hold, an open prompt or an empty chair makes it uncertain.
[[nodiscard]] std::optional<Kind> coming_up(const State&, const Moment& at);

/// What takes minutes is better not begun out of the blue.
[[nodiscard]] constexpr bool is_announced(Kind kind) { return kind == Kind::mobility || kind == Kind::strength; }

/// When a wait is over, something that is due stops being blocked, or a long block is to be announced.
[[nodiscard]] std::optional<Instant> next_decision(const State&);

/// S3: for so long after a long meeting a posture change past its window goes first.
inline constexpr Duration posture_first_after_meeting = std::chrono::minutes{10};

} // namespace poise
