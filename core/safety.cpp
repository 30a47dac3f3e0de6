// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety.hpp"

#include "blocks.hpp"
#include "texts.hpp"

namespace poise {

void raise_red_flags(Turn& turn, const std::vector<std::string>& flags) {
    std::vector<std::string> raised;
    for (const auto& id : flags) { // whoever took the answer has refused unknown names already
        if (find_red_flag(*turn.state.guide, id) != nullptr) raised.push_back(id);
    }
    const auto care = care_for(*turn.state.guide, raised);
    if (!care) return; // every question answered with no: nothing to keep, and no clearance either
    turn.record(Safety{std::move(raised)});
    turn.tell(red_flag_raised(*care, turn.settings().country));
}

void clear_red_flags(Turn& turn) {
    const bool was_off = exercise_is_off(turn.memory());
    turn.record(Safety{});
    if (was_off) turn.tell(exercise_cleared());
}

} // namespace poise
