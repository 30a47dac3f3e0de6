// SPDX-License-Identifier: GPL-3.0-or-later
#include "script.hpp"

#include <algorithm>
#include <utility>

namespace poise::coach {

namespace {

/// The rounds of one drill, each on both sides where the drill has sides.
void add_rounds(std::vector<Stage>& stages, const Part& part, std::size_t index) {
    const Duration go = length_of_go(part);
    const int rounds = std::max(part.rounds, 1);
    for (int round = 1; round <= rounds; ++round) {
        if (round > 1 && part.round_rest > Duration::zero()) {
            stages.push_back({StageKind::rest, index, round, Side::both, part.round_rest});
        }
        if (!part.each_side) {
            stages.push_back({StageKind::go, index, round, Side::both, go});
            continue;
        }
        stages.push_back({StageKind::go, index, round, Side::first, go});
        stages.push_back({StageKind::change_sides, index, round, Side::other, changing_sides});
        stages.push_back({StageKind::go, index, round, Side::other, go});
    }
}

} // namespace

Duration length_of_go(const Part& part) {
    const int times = std::max(part.reps, 1);
    if (part.hold > Duration::zero()) return times * part.hold;
    if (part.breaths > 0) return times * part.breaths * part.breath_time;
    return times * part.rep_time;
}

Script script_of(std::vector<Part> parts) {
    Script script;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto kind = i == 0 ? StageKind::get_ready : StageKind::change_over;
        const Side side = parts[i].each_side ? Side::first : Side::both;
        script.stages.push_back({kind, i, 1, side, i == 0 ? getting_ready : changing_over});
        add_rounds(script.stages, parts[i], i);
    }
    script.parts = std::move(parts);
    return script;
}

Duration length_of(const Script& script) {
    Duration sum{};
    for (const Stage& stage : script.stages) sum += stage.length;
    return sum;
}

} // namespace poise::coach
