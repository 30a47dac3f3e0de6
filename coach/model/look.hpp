// SPDX-License-Identifier: GPL-3.0-or-later
// What the window of a guided break says and draws at an instant, down to the last word: so every text is tested
// without a screen. With reduced motion nothing glides; what is drawn then changes once a second at most.
#pragma once

#include "guided_break.hpp"

#include <optional>
#include <string>
#include <vector>

namespace poise::coach {

enum class Motion { full, reduced };

/// The pacer of a breath: out for longer than in (E14).
struct Breath {
    enum class Phase { in, out };
    Phase phase{};
    double fullness = 0; // of the lungs, 0 to 1
    int number = 1;      // from 1 on
    bool operator==(const Breath&) const = default;
};
[[nodiscard]] Breath breath_at(Duration elapsed, Duration breath_time, Motion);

struct Look {
    std::string progress; // "Drill 2 of 4"
    std::string name;
    std::string dose;
    std::vector<std::string> steps;
    std::size_t step = 0; // of them, the one that is shown now
    std::string breathing;
    std::string stage;       // "First side, round 1 of 2", "Change sides", "Next: Eagle Arms"
    std::string count;       // in the ring: "18", or what the pacer says
    std::string below_count; // "3 of 8 times"
    double ring = 0;         // of the stage, 0 to 1
    std::optional<Breath> breath;
    std::string picture;
    std::string alt;
    bool is_over = false;
    bool is_paused = false;
    bool operator==(const Look&) const = default;
};

[[nodiscard]] Look look_at(const GuidedBreak&, Instant now, Motion);

/// When look_at says something new, with reduced motion: a second, a breath, a stage.
[[nodiscard]] std::optional<Instant> next_look(const GuidedBreak&, Instant now);

/// What a screen reader says when a stage begins; one sentence or some.
[[nodiscard]] std::string spoken(const GuidedBreak&, Instant now);

} // namespace poise::coach
