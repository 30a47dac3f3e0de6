// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has chosen, and how their plan goes, read from their journal: it is health data, which on the bus
// anybody could read. Works with the daemon down.
#pragma once

#include "poise/fact.hpp"

#include <array>
#include <optional>
#include <string>

namespace poise {

struct OwnPractice {
    Driver driver = Driver::prevention;
    std::string key_task;                        // F3; empty: none
    std::array<std::string, lever_count> levers; // F2; empty: the programme's
    Plan plan;                                   // F4
    std::optional<PlanChange> last_change;       // ... what it came from
};

/// As it is now. Throws Failure where the journal cannot be read.
[[nodiscard]] OwnPractice own_practice();

} // namespace poise
