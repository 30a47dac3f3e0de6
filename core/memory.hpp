// SPDX-License-Identifier: GPL-3.0-or-later
// The fold of the facts. A running daemon remembers each fact as it records it, a restarted one all of them in a row;
// there is no other way into Memory but the clocks, which run between facts and are written with every span.
#pragma once

#include "poise/state.hpp"

namespace poise {

void remember(Memory&, const Settings&, const Fact&);

/// A new civil day: refusals and the breath clock start anew (rules 1 and 7).
void roll_day(Memory&, Day);

/// Forgets the shows that no longer count against per_hour.
void prune_shows(Memory&, Instant now);

/// Kinds that a taken one of this kind covers (rule 6, S9): the longer covers the shorter.
[[nodiscard]] const std::vector<Kind>& covered_by(Kind);

/// S3 (D): a meeting of this length makes a snack due at its end.
inline constexpr Duration long_meeting = std::chrono::minutes{10};
inline constexpr Duration meeting_snack_lapses_after = std::chrono::minutes{10};
/// Whether a snack is due because of it.
[[nodiscard]] bool has_meeting_snack(const Memory&, Instant now);

} // namespace poise
