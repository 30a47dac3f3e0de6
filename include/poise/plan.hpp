// SPDX-License-Identifier: GPL-3.0-or-later
// The person's training plan: how hard, which way, and which drills rest. It changes every two weeks by what was done
// and how it felt (F4); every change has a reason and can be refused.
#pragma once

#include "poise/words.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

/// F2: one lever of each.
enum class Lever { mobility, strength };
inline constexpr std::size_t lever_count = 2;
inline constexpr std::array<Lever, lever_count> all_levers{Lever::mobility, Lever::strength};
[[nodiscard]] constexpr std::size_t index(Lever lever) { return static_cast<std::size_t>(lever); }
[[nodiscard]] std::string_view name(Lever);
template <>
std::optional<Lever> parse<Lever>(std::string_view);

/// Where in its range a dose lies: 0 is the least that the source names, 4 the most.
inline constexpr int most_load = 4;

struct Plan {
    int load = 1;                     // D: begin low, "frequency beats intensity" (S9)
    int progression = 0;              // how far along the progressions of each drill
    std::vector<std::string> resting; // drills that others go before (F4: change of drills)
    bool operator==(const Plan&) const = default;
};

/// What a review of the plan came to.
enum class PlanStep {
    keep,     // nothing says how it goes
    progress, // better and adherent: the next progression
    load,     // stalled and adherent, little pain: more of the same
    drills,   // stalled and adherent, more pain: other drills
    smaller,  // not adherent: a smaller dose of the same
    accepted, // the person agreed to the last change
    refused,  // ... or took it back
};
[[nodiscard]] std::string_view name(PlanStep);
template <>
std::optional<PlanStep> parse<PlanStep>(std::string_view);

} // namespace poise
