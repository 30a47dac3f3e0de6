// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has done and how it went, added up from the facts: the memory behind composition (which drill is next),
// dose (F5, F6), the plan (F4) and the reviews (R3). It reaches back four weeks and a few days, never further than the
// facts that a restart reads.
#pragma once

#include "poise/state.hpp"

#include <optional>
#include <vector>

namespace poise {

/// An exercise, a breath or a microbreak came to its end; `drills` are those of its prompt.
void note_outcome(Memory&, const PromptOutcome&, const std::vector<PromptDrill>& drills, bool was_eased, const Stamp&);
void note_checkin(Memory&, const Checkin&, const Stamp&);

/// What is too old to matter.
void prune_practice(Practice&, Day today);
inline constexpr std::chrono::days practice_matters_for{33}; // within facts_matter_for, and R3 looks back 4 weeks

/// What was asked and done in [from, to), as adherence; none: nothing was asked.
[[nodiscard]] std::optional<double> adherence_in(const Practice&, Day from, Day to);
/// The mean of the days' pain figures in [from, to).
[[nodiscard]] std::optional<double> mean_pain_in(const Practice&, Day from, Day to);
/// F6: the person's usual figure, the median of the last four weeks before `day`; none: too few to have one.
[[nodiscard]] std::optional<int> usual_pain(const Practice&, Day day);
/// R3: the first day of the pain that is still there; none: there is none.
[[nodiscard]] std::optional<Day> pain_since(const Practice&);

inline constexpr int tension_of_three_rounds = 7; // S10 (D)

/// F5: pain said so soon after a session is pain after that session (D).
inline constexpr Duration after_a_session = std::chrono::minutes{30};
inline constexpr int pain_to_work_with = 4; // F5: 3 to 4 of 10
inline constexpr double clearly = 1.0;      // R3 (D), F4 (D): a point of ten on the mean is more than chance
/// R3 (D), F4 (D): this much of what was asked is consistent.
inline constexpr double consistent_adherence = 0.7;

} // namespace poise
