// SPDX-License-Identifier: GPL-3.0-or-later
// The open prompt as the daemon tells it, as far as a guided break needs it.
#pragma once

#include "guided_break.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace poise::coach {

struct RunningBreak {
    std::int64_t id = 0;
    std::string kind;
    std::string phase;
    std::string title; // "Loosen up for 5 min"
    std::string text;  // why, and the first thing to do
    Duration length{};
    bool is_paused = false; // the person works on
    std::size_t part = 0;   // where a coach before this one had come to
    std::vector<Part> parts;
    bool operator==(const RunningBreak&) const = default;
};

/// What to guide through; of a break without drills its own words, for its length.
[[nodiscard]] std::vector<Part> parts_to_guide(const RunningBreak&);

/// From the part on that the daemon knows of, in the case that an earlier coach died.
[[nodiscard]] GuidedBreak guide(const RunningBreak&, Instant now);

} // namespace poise::coach
