// SPDX-License-Identifier: GPL-3.0-or-later
// How much is asked of a person in one drill. Whatever the plan, a flare or a tight day say, a dose never leaves the
// range that the guide gives for its drill: they choose where in the range it lies, and how long the session is.
#pragma once

#include "poise/guide.hpp"
#include "poise/settings.hpp"
#include "poise/state.hpp"

namespace poise {

/// What holds for every drill of one session.
struct Intensity {
    int load = 1;       // 0 to most_load
    int rounds = 1;     // wanted of drills that may have more than one (S10)
    int percent = 100;  // of the usual length (F5, F6)
    bool plain = false; // without progressions
    bool operator==(const Intensity&) const = default;
};
[[nodiscard]] Intensity intensity_for(const Memory&, Kind, Day);

/// F6: still in force on this day? It ends by itself after a week.
[[nodiscard]] bool in_flare(const Memory&, Day);
inline constexpr std::chrono::days longest_flare{7};  // D: "several days"
inline constexpr std::chrono::days shortest_flare{3}; // D

inline constexpr int eased_percent = 75; // F5 (D): as in a light flare

[[nodiscard]] Dose dose_at(const DoseRange&, int load, int rounds);

/// One step longer or shorter, but not past `limit`; false: nothing is left to change.
bool lengthen(Dose&, const Dose& limit);
bool shorten(Dose&, const Dose& limit);

} // namespace poise
