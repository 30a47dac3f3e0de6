// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety.hpp"

#include "blocks.hpp"
#include "texts.hpp"

namespace poise {

void raise_red_flags(Turn& turn, const std::vector<std::string>& flags) {
    std::vector<std::string> raised;
    Care care = Care::medical_review;
    for (const auto& id : flags) {
        const RedFlag* flag = find_red_flag(*turn.state.guide, id);
        if (!flag) continue; // whoever took the answer has refused unknown names already
        raised.push_back(id);
        if (flag->care == Care::emergency) care = Care::emergency;
    }
    if (raised.empty()) return; // every question answered with no: nothing to keep, and no clearance either
    turn.record(Safety{std::move(raised)});
    turn.tell(red_flag_raised(care, turn.settings().country));
}

void clear_red_flags(Turn& turn) {
    const bool was_off = exercise_is_off(turn.memory());
    turn.record(Safety{});
    if (was_off) turn.tell(exercise_cleared());
}

} // namespace poise
