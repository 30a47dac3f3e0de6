// SPDX-License-Identifier: GPL-3.0-or-later
// Who is at the desk, and what the passing of time means for it: one rule for every absence. An absence runs from the
// last input (or the end of passive) until its last cause clears. Until it has lasted seat_left_after it counts as time
// at the desk; then that is taken back, from its first second.
#pragma once

#include "turn.hpp"

namespace poise {

[[nodiscard]] Presence presence_of(const State&, Instant);

/// Lets time pass up to `to`: spans, clocks and the running break grow, rests and absences are proven at their exact
/// instants.
void advance(Turn&, Instant to);

/// The next instant at which presence changes, or a rest proves itself, with no event.
[[nodiscard]] std::optional<Instant> next_presence_change(const State&, Instant after);

// What the senses say
void begin_input(Turn&);
void end_input(Turn&, Instant since);
void lock(Turn&);
void unlock(Turn&);
void suspend(Turn&);
void resume(Turn&);
void lose_idle_source(Turn&, std::string why);
void tell_of_no_idle_source(Turn&);
void find_idle_source(Turn&, std::optional<Instant> idle_since);
void count_input(Turn&, std::int64_t keys, std::int64_t clicks);

/// The machine slept from `since` until `until` and said nothing: where input went on before, it goes on after.
void sleep_unseen(Turn&, Instant since, Instant until);
/// The idle source has said all it can about the daemon's downtime: one of seat_left_after ends the bout in any case.
void settle_downtime(Turn&);
/// After a sign that somebody is at the screen began or ended.
void note_passive_evidence(Turn&, bool was_passive);
/// After the Moment changed under a step: presence is looked at again.
void note_presence(Turn&);

/// Whether the senses say that somebody looks at the screen without touching it.
[[nodiscard]] bool has_passive_evidence(const State&, Instant);

inline constexpr Duration meeting_tail = std::chrono::seconds{30}; // D: a meeting's end counts as passive so long

} // namespace poise
