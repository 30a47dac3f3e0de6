// SPDX-License-Identifier: GPL-3.0-or-later
// A break as a row of stages, made from its drills: get ready, go, change sides, rest, change over. A go has the length
// that the dose says, so that the whole is as long as the daemon planned it (poise::length_of), and a few seconds to
// get into place. Pure, like all of this room: the time is an argument.
#pragma once

#include "poise/time.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace poise::coach {

/// One drill of the break and how much of it, as the daemon tells it.
struct Part {
    std::string drill; // its id
    std::string name;
    std::vector<std::string> steps; // one sentence each
    std::vector<std::string> ways;  // what makes it harder, to be done as well (F4)
    std::string breathing;
    std::string dose; // "2 rounds of 20 s on each side"
    std::string picture;
    std::string alt;
    std::string rule;
    Duration hold{}; // of a go, or of each repetition
    int reps = 0;
    int breaths = 0; // of a go, or of each repetition
    int rounds = 1;
    bool each_side = false;
    Duration rep_time = std::chrono::seconds{4};
    Duration breath_time = std::chrono::seconds{6};
    Duration round_rest{};
    bool operator==(const Part&) const = default;
};

enum class StageKind { get_ready, go, change_sides, rest, change_over };
enum class Side { both, first, other };

struct Stage {
    StageKind kind{};
    std::size_t part = 0; // of a change-over: the drill that comes
    int round = 1;
    Side side = Side::both;
    Duration length{};
    bool operator==(const Stage&) const = default;
};

struct Script {
    std::vector<Part> parts;
    std::vector<Stage> stages; // at least one for each part
};

[[nodiscard]] Script script_of(std::vector<Part> parts);
[[nodiscard]] Duration length_of(const Script&);

/// One hold, all repetitions of a round, or all its breaths.
[[nodiscard]] Duration length_of_go(const Part&);

inline constexpr Duration getting_ready = std::chrono::seconds{5};  // D
inline constexpr Duration changing_sides = std::chrono::seconds{5}; // D, as in poise/guide.hpp
inline constexpr Duration changing_over = std::chrono::seconds{10}; // D, as in core/compose.hpp

} // namespace poise::coach
