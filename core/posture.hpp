// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of the posture, and when it is believed. The person's own word counts at once. A source outside of
// Poise, a desk or a script, is believed when its word has been the same for a while, as a desk that moves passes every
// height; after that it can repeat itself as often as it likes. Its words count only while somebody is there; whoever
// comes back to the seat sits, and every source is heard anew, as is one that was silent for long.
#pragma once

#include "turn.hpp"

namespace poise {

void hear_posture(Turn&, Posture, const std::string& source);
/// Believes what has been said long enough; after every event.
void settle_posture(Turn&);
[[nodiscard]] std::optional<Instant> next_posture_change(const State&, Instant after);

inline constexpr Duration posture_steady = std::chrono::seconds{10}; // D: a desk takes that long from end to end
inline constexpr Duration source_silence = std::chrono::minutes{15}; // D: a tool that watches says something by then
inline constexpr std::size_t posture_sources_at_most = 8;            // D: nobody has so many desks

} // namespace poise
