// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a prompt: offered, confirmed as shown, answered, repeated once, and exactly one outcome. What a longer
// one covers, and what a rest fulfils, get their outcomes here too.
#pragma once

#include "turn.hpp"

namespace poise {

/// Makes a prompt of this kind and offers it to the clients.
void offer(Turn&, Kind);
void confirm(Turn&, PromptId);
void answer(Turn&, const Answer&, std::optional<PromptId>, std::optional<Duration> snooze);
/// A break that the person asked for: it runs at once.
void start_by_hand(Turn&, std::optional<Kind>);

void confirm_posture(Turn&, Posture, const std::string& source);

/// The running break ends before its time: partial if half of it is done, else skipped.
void break_off(Turn&);

/// Ends the open prompt.
void finish(Turn&, Outcome, std::optional<Why> why = std::nullopt);

/// A rest that fulfils this kind (rule 1): the prompt on screen is taken, a due kind natural, an early rest credited.
void fulfil_by_rest(Turn&, Kind);
/// The person has left the seat with a prompt on screen that this does not fulfil.
void withdraw_for_absence(Turn&);

/// What time and holds do to the open prompt; after every event.
void settle_open_prompt(Turn&);
[[nodiscard]] std::optional<Instant> next_open_prompt_change(const State&, Instant after);

// The running break
[[nodiscard]] bool is_typing(const State&);
void note_typing(Turn&, bool typing, std::optional<Instant> since = std::nullopt);
void settle_break(Turn&);
[[nodiscard]] std::optional<Instant> next_break_change(const State&, Instant after);

inline constexpr Duration typing_that_pauses = std::chrono::seconds{10}; // rule 7: more than this
inline constexpr Duration confirm_within = std::chrono::seconds{30};     // D: a client that hangs shows nothing

} // namespace poise
