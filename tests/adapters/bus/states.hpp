// SPDX-License-Identifier: GPL-3.0-or-later
// States to publish, made by the real core out of a short life at the desk.
#pragma once

#include "poise/step.hpp"

namespace poise::test {

/// Monday 2026-11-23 09:00 in Berlin, so many seconds later.
[[nodiscard]] Moment moment_at(double seconds);
inline constexpr std::int64_t utc_at_start = 1795420800;

/// Somebody at the desk since then, a client there, the workstation checked.
[[nodiscard]] State working_state();
/// The state after one more event.
[[nodiscard]] State after(State, const Event&, double seconds);
[[nodiscard]] State after(State, const Event&, const Moment&);

} // namespace poise::test
