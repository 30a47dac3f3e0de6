// SPDX-License-Identifier: GPL-3.0-or-later
// Where time is written down: the open bout, the open span without an idle source and the absence under way, each cut
// at civil hours or days. What a rest has been counted as can be taken back as long as its bout is open.
#pragma once

#include "turn.hpp"

namespace poise {

/// Adds the time from turn.at to `to`, spent in `presence`, to the span that it belongs to, opening one where needed.
void write_time(Turn&, Presence presence, Instant to);

/// The last `length` of working in the open bout was resting, or passive.
void rewrite_working_as_resting(Spans&, Duration length);
void rewrite_working_as_passive(Spans&, Duration length);

/// The last `length` at the desk was an absence.
void rewrite_desk_as_absence(Spans&, Duration length);

/// Writes the open bout (or span, or absence) for good. Spans without any time are dropped unwritten.
void close_bout(Turn&, SpanEnd);
void close_unseen(Turn&, SpanEnd);
void close_absence(Turn&);

/// Rewrites what is open under its id, so that a crash loses at most the time since.
void refresh_spans(Turn&);
[[nodiscard]] std::optional<Instant> next_refresh(const State&);
inline constexpr Duration refresh_every = std::chrono::seconds{60};

/// D: for shorter than this there is no time without an idle source: one is only just being found.
inline constexpr Duration blink = std::chrono::seconds{1};

} // namespace poise
