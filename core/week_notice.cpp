// SPDX-License-Identifier: GPL-3.0-or-later
#include "week_notice.hpp"

#include "blocks.hpp"
#include "texts.hpp"

namespace poise {

void tell_of_last_week(Turn& turn) {
    if (turn.activity().presence != Presence::working || !turn.activity().any_client) return;
    const auto& memory = turn.memory();
    const bool begins_week = memory.desk_week && *memory.desk_week < working_week(local_time(stamp(turn.at)));
    const auto week = begins_week ? memory.desk_week : memory.untold_week;
    if (!week) return;
    Blocks holds = holds_in_force(turn.state, turn.at);
    holds.erase(Block::exercise_off); // it is no reason to tell nothing else
    if (!holds.empty()) return;
    turn.record(Noted{std::string{week_told}});
    turn.tell(week_report_is_there(iso_week(*week)));
}

} // namespace poise
