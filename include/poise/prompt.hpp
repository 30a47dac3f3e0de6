// SPDX-License-Identifier: GPL-3.0-or-later
// A prompt is one asking of the person: from being offered to a client until its outcome. At most one exists at a time.
#pragma once

#include "poise/guide.hpp"
#include "poise/time.hpp"
#include "poise/words.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace poise {

/// Unique in the journal; every outcome has one, also those that were never on a screen.
using PromptId = std::int64_t;

/// One drill of a break, and how much of it.
struct PromptDrill {
    std::string drill; // its id
    Dose dose{};
    int way = 0; // 0: by its steps; n: with its nth progression as well (F4)
    std::string
        rule{}; // why it is in this break: S7 opens, S5 a day needs it, F2 a lever, S11 closes, P1 is preferred ...
    bool operator==(const PromptDrill&) const = default;
};

/// What a client needs in order to show it.
struct Prompt {
    PromptId id{};
    Kind kind{};
    std::vector<PromptDrill> drills; // in order; empty for posture_change, checkin and workstation_check
    std::string rule;                // the rule of the guidance that asks for it
    Duration length{};               // zero: done as soon as it is answered
    std::string why;                 // for the person, one sentence or two
    std::string cue{};               // of a microbreak: the id of what to feel for (C1, C2)
    bool asks_freer = false;         // F7: whether yesterday's range of motion has stayed
    bool asks_function = false;      // F3: of a checkin, once a week
    bool operator==(const Prompt&) const = default;
};

enum class Phase {
    offered, // sent to the clients, none has confirmed it: not counted yet
    shown,
    snoozed,
    running,
};
[[nodiscard]] std::string_view name(Phase);

} // namespace poise
