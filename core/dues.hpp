// SPDX-License-Identifier: GPL-3.0-or-later
// When each kind falls due. Four kinds run on a clock of time at the desk, the others on the civil day.
#pragma once

#include "poise/state.hpp"

#include <optional>

namespace poise {

/// The interval in force: the configured one, doubled by every two refusals in a row, at most fourfold (rule 7, D).
/// Zero for kinds that have none.
[[nodiscard]] Duration interval_of(const State&, Kind);
/// S2: at the end of its window a posture change is asked for whatever the person does.
[[nodiscard]] Duration posture_window_end(const State&);

[[nodiscard]] bool is_due(const State&, Kind, const Moment& at);

/// How long a checkin or workstation check has been due; after late_after it goes before everything else.
[[nodiscard]] bool is_late(const State&, Kind, const Moment& at);
inline constexpr Duration late_after = std::chrono::minutes{15}; // rule 6

/// When the kind falls due if the person goes on as now; none if it is due, off, or waits for something else.
[[nodiscard]] std::optional<Instant> next_due(const State&, Kind, const Moment& at);

/// Whether the kind's clock runs in the present presence.
[[nodiscard]] bool clock_runs(const State&, Kind);

/// S6 (D): strength is asked for after so long at the desk on its day.
inline constexpr Duration strength_after = std::chrono::hours{3};

/// S6: whether this civil day is one for strength: a day of the settings, or the day to which a missed session moved.
[[nodiscard]] bool is_strength_day(const Settings&, const std::optional<Day>& last_done, Day);

/// Which mobility window's second half this is, if any (rule 11).
[[nodiscard]] std::optional<std::size_t> mobility_window_due(const Settings&, LocalTime);

} // namespace poise
