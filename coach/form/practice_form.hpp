// SPDX-License-Identifier: GPL-3.0-or-later
// What a person practises for, with and how hard, as the window shows it: the key task (F3), the two levers (F2), the
// plan and its last change (F4), a flare (F6), whether yesterday's range has stayed (F7), and a tight day (S10). Pure:
// made of the memory that the journal's facts leave.
#pragma once

#include "poise/fact.hpp"
#include "poise/guide.hpp"
#include "poise/settings.hpp"
#include "poise/state.hpp"

#include <array>
#include <span>
#include <string>
#include <vector>

namespace poise::coach {

/// One of two: which drills may be chosen, and which one is.
struct LeverForm {
    struct Choice {
        std::string drill; // its id; empty: the programme's
        std::string label;
        bool operator==(const Choice&) const = default;
    };
    std::vector<Choice> choices; // the programme's is the first
    std::size_t chosen = 0;
    bool operator==(const LeverForm&) const = default;
};

struct PracticeForm {
    std::string key_task; // empty: none
    std::array<LeverForm, lever_count> levers;
    std::vector<std::string> plan; // sentences
    std::string change;            // why the plan is another one; empty: none that can be refused
    bool is_in_flare = false;
    bool asks_freer = false;
    bool is_tight = false;
    bool exercise_is_off = false; // never why
    bool operator==(const PracticeForm&) const = default;
};

/// What the facts of the journal say, as of `today`.
struct OwnPractice {
    Memory memory;
    bool has_answered_freer = false; // today
};
[[nodiscard]] OwnPractice own_practice(std::span<const Fact>, const Settings&, Day today);

[[nodiscard]] std::string title_of(Lever);
[[nodiscard]] PracticeForm practice_form(const OwnPractice&, const Guide&, const Settings&, Day today);

} // namespace poise::coach
