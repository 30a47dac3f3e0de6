// SPDX-License-Identifier: GPL-3.0-or-later
// A prompt is one asking of the person: from being offered to a client until its outcome. At most one exists at a time.
#pragma once

#include "poise/time.hpp"
#include "poise/words.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace poise {

/// Unique in the journal; every outcome has one, also those that were never on a screen.
using PromptId = std::int64_t;

/// What a client needs in order to show it.
struct Prompt {
    PromptId id{};
    Kind kind{};
    std::vector<std::string> drills; // empty for posture_change, checkin and workstation_check
    std::string rule;                // the rule of the guidance that asks for it
    Duration length{};               // zero: done as soon as it is answered
    std::string why;                 // one sentence for the person
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
