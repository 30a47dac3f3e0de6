// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice_values.hpp"

#include "dose.hpp"
#include "kept_words.hpp"
#include "levers.hpp"
#include "utf8.hpp"

#include <map>

namespace poise {

namespace {

sdbus::Variant text(std::string_view value) { return sdbus::Variant{to_utf8(value)}; }
sdbus::Variant count(int number) { return sdbus::Variant{static_cast<std::uint32_t>(number)}; }

Dictionary lever_of(const State& state, Lever lever) {
    std::map<std::string, std::string> choices;
    for (const Drill* drill : lever_choices(state, lever)) choices.emplace(to_utf8(drill->id), to_utf8(drill->name));
    return {
        {"lever", text(name(lever))},
        {"drill", text(lever_drill(state, lever))},
        {"chosen", sdbus::Variant{!state.memory.levers[index(lever)].empty()}},
        {"choices", sdbus::Variant{choices}},
    };
}

/// F4: what the last change was, while it can be answered.
void put_change(Dictionary& values, const std::optional<PlanChange>& change) {
    values.emplace("may_answer", sdbus::Variant{change.has_value()});
    if (!change) return;
    values.emplace("change", text(name(change->step)));
    values.emplace("change_why", text(retold(change->why)));
}

} // namespace

Dictionary practice_of(const State& state, const Moment& now) {
    const Memory& memory = state.memory;
    std::vector<Dictionary> levers;
    for (const Lever lever : all_levers) levers.push_back(lever_of(state, lever));
    std::vector<std::string> resting;
    for (const auto& drill : memory.plan.resting) resting.push_back(to_utf8(drill));
    Dictionary values{
        {"key_task", text(memory.key_task)},
        {"levers", sdbus::Variant{levers}},
        {"load", count(memory.plan.load)},
        {"most_load", count(most_load)},
        {"progression", count(memory.plan.progression)},
        {"resting", sdbus::Variant{resting}},
    };
    put_change(values, memory.last_change);
    const bool flare = in_flare(memory, day_of(stamp(now)));
    values.emplace("flare", sdbus::Variant{flare});
    if (flare) values.emplace("flare_percent", count(memory.flare->percent));
    return values;
}

} // namespace poise
