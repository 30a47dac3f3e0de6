// SPDX-License-Identifier: GPL-3.0-or-later
#include "reasons.hpp"

#include "allowed.hpp"
#include "kept_words.hpp"
#include "texts.hpp"

#include <algorithm>

namespace poise {

namespace {

/// Not where a drill comes from a programme by itself: everybody's guide has that.
bool is_by_programme(const PromptDrill& part, const Drill& drill) {
    return part.rule.size() == 2 && part.rule.front() == 'P' && part.rule != drill.rule; // P0 to P7
}

/// "Thoracic rotations.", as the programme says of a drill that it prefers.
std::string full_reason_of(const PromptDrill& part, const State& state) {
    const Programme* programme = find_programme(*state.guide, state.memory.driver);
    if (programme && programme->rule == part.rule) {
        const auto choice = std::ranges::find(programme->prefers, part.drill, &DrillChoice::drill);
        if (choice != programme->prefers.end()) return choice->why;
    }
    return reason_of(part, *state.guide);
}

std::string chain_of(const PromptDrill& part, const State& state) {
    const Drill* drill = find_drill(*state.guide, part.drill);
    if (!drill) return tr("{drill}: the guide does not have it any more", {{"drill", part.drill}});
    std::string line = drill->id + " " + drill->name;
    const std::string dose = to_text(part.dose, drill->dose);
    if (!dose.empty()) line += ", " + dose;
    line += " <- " + part.rule + ": " + full_reason_of(part, state);
    if (drill->rule != part.rule) line += " <- " + drill->rule;
    line += " <- \"" + drill->source + '"';
    if (!drill->pack.empty()) line += " " + tr("in your {pack}", {{"pack", drill->pack}});
    return line;
}

} // namespace

std::string reason_of(const PromptDrill& part, const Guide& guide) {
    if (part.rule == "S7") return tr("Long breaths out open a block.");
    if (part.rule == "S5") return tr("Each day needs a rotation and an extension.");
    if (part.rule == "S11") return tr("A light pull ends a block.");
    if (part.rule == "F2") return tr("One of your two levers, not yet done today.");
    const Drill* drill = find_drill(guide, part.drill);
    if (drill && is_by_programme(part, *drill)) return tr("Your programme prefers it.");
    const bool is_short = drill && is_for(*drill, Kind::microbreak);
    return is_short ? tr("A short one, for a short break.") : tr("It fits the time and was not done lately.");
}

std::string open_rule_of(const PromptDrill& part, const Guide& guide) {
    const Drill* drill = find_drill(guide, part.drill);
    return drill && is_by_programme(part, *drill) ? drill->rule : part.rule;
}

std::vector<std::string> chain_of(const Prompt& prompt, const State& state) {
    std::vector<std::string> lines;
    if (prompt.drills.empty()) return lines;
    lines.push_back(tr("{kind} of {time} <- {rule}: {why}", {{"kind", said(name(prompt.kind))},
                                                             {"time", to_text(prompt.length)},
                                                             {"rule", prompt.rule},
                                                             {"why", retold(prompt.why)}}));
    for (const PromptDrill& part : prompt.drills) lines.push_back("  " + chain_of(part, state));
    return lines;
}

} // namespace poise
