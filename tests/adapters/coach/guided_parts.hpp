// SPDX-License-Identifier: GPL-3.0-or-later
// Drills for the tests of the guided break.
#pragma once

#include "script.hpp"

namespace poise::coach::test {

using namespace std::chrono_literals;

inline constexpr Instant begin{1000s};

inline Part breathing() {
    Part part;
    part.drill = "E14";
    part.name = "Diaphragmatic breathing";
    part.steps = {"Breathe into the lower ribs."};
    part.breathing = "In for about 4 seconds, out for about 6.";
    part.dose = "3 breaths";
    part.breaths = 3;
    part.breath_time = 10s;
    return part;
}

inline Part eagle_arms() {
    Part part;
    part.drill = "E3";
    part.name = "Eagle Arms";
    part.steps = {"Cross one elbow over the other.", "Raise the elbows."};
    part.breathing = "Slowly.";
    part.dose = "2 rounds of 20 s on each side";
    part.hold = 20s;
    part.rounds = 2;
    part.each_side = true;
    part.round_rest = 10s;
    return part;
}

inline Part rows() {
    Part part;
    part.drill = "E9.rows";
    part.name = "Light rows";
    part.reps = 8;
    return part;
}

} // namespace poise::coach::test
