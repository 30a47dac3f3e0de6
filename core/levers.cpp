// SPDX-License-Identifier: GPL-3.0-or-later
#include "levers.hpp"

#include "allowed.hpp"
#include "say.hpp"

namespace poise {

namespace {

/// A strength lever is a light pull, which each day has (S3, S11), or a drill of the two sessions (S6); a mobility
/// lever is what else moves (D).
bool is_of(const Drill& drill, Lever lever) {
    if (lever == Lever::strength) return drill.light_pull || is_for(drill, Kind::strength);
    return !drill.light_pull && (is_for(drill, Kind::mobility) || is_for(drill, Kind::snack));
}

std::string why_not(const Drill* drill, const std::string& id, Lever lever, const State& state) {
    if (!drill) return tr("there is no drill {id}", {{"id", id}});
    if (!is_of(*drill, lever)) {
        return lever == Lever::mobility ? tr("{id} is no mobility drill", {{"id", id}})
                                        : tr("{id} is neither a light pull nor a strength drill", {{"id", id}});
    }
    if (!is_allowed(*drill, state.settings, find_programme(*state.guide, state.memory.driver))) {
        return tr("{id} is not for your programme, places or equipment", {{"id", id}});
    }
    return "";
}

} // namespace

const std::string& lever_of(const Programme& programme, Lever lever) {
    return lever == Lever::mobility ? programme.mobility_lever : programme.strength_lever;
}

bool can_be_lever(const Drill& drill, Lever lever, const Settings& settings, const Programme* programme) {
    return is_of(drill, lever) && is_allowed(drill, settings, programme);
}

std::string lever_drill(const State& state, Lever lever) {
    const auto& chosen = state.memory.levers[index(lever)];
    const Programme* programme = find_programme(*state.guide, state.memory.driver);
    if (!chosen.empty() || !programme) return chosen;
    return lever_of(*programme, lever);
}

void name_levers(Turn& turn, const std::array<std::string, lever_count>& drills) {
    for (const Lever lever : all_levers) {
        const std::string& id = drills[index(lever)];
        if (id.empty()) continue;
        std::string why = why_not(find_drill(*turn.state.guide, id), id, lever, turn.state);
        if (!why.empty()) return turn.refuse(std::move(why));
    }
    turn.record(LeversChosen{drills});
}

} // namespace poise
