// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts.hpp"

#include "reasons.hpp"
#include "texts.hpp"
#include "variants.hpp"

#include <chrono>
#include <cstdint>

namespace poise {

namespace {

sdbus::Variant count(int number) { return sdbus::Variant{static_cast<std::uint32_t>(number)}; }

/// F4: the harder ways that the plan has come to.
std::vector<std::string> progressions_in(const PromptDrill& part, const Drill& drill) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < drill.progressions.size() && static_cast<int>(i) < part.way; ++i) {
        texts.push_back(drill.progressions[i].text);
    }
    return texts;
}

/// What the dose does not have is left out.
void put_dose(Dictionary& values, const Dose& dose, const DoseRange& range) {
    values.emplace("dose", text_variant(to_text(dose, range)));
    values.emplace("seconds", seconds_variant(length_of(dose, range)));
    values.emplace("rounds", count(dose.rounds));
    values.emplace("sides", count(range.each_side ? 2 : 1));
    values.emplace("round_rest", seconds_variant(range.round_rest));
    if (range.hold) values.emplace("hold", seconds_variant(dose.hold));
    if (range.reps) values.emplace("reps", count(dose.reps));
    if (range.breaths) {
        values.emplace("breaths", count(dose.breaths));
        values.emplace("breath_time", seconds_variant(range.breath_time));
    }
    if (range.reps && !range.hold && !range.breaths) values.emplace("rep_time", seconds_variant(range.rep_time));
}

Dictionary part_of(const PromptDrill& part, const Drill& drill, const Guide& guide) {
    Dictionary values{
        {"id", text_variant(drill.id)},
        {"name", text_variant(drill.name)},
        {"steps", texts_variant(drill.steps)},
        {"breathing", text_variant(drill.breathing)},
        {"progressions", texts_variant(progressions_in(part, drill))},
        {"equipment", texts_variant(drill.equipment)},
        {"picture", text_variant(drill.picture)},
        {"alt", text_variant(drill.alt)},
        {"rule", text_variant(open_rule_of(part, guide))},
        {"why", text_variant(reason_of(part, guide))},
        {"source", text_variant(drill.source)},
    };
    put_dose(values, part.dose, drill.dose);
    return values;
}

} // namespace

std::vector<Dictionary> parts_of(const Prompt& prompt, const Guide& guide) {
    std::vector<Dictionary> parts;
    for (const PromptDrill& each : prompt.drills) {
        if (const Drill* drill = find_drill(guide, each.drill)) parts.push_back(part_of(each, *drill, guide));
    }
    return parts;
}

std::vector<Dictionary> workstation_points(const Guide& guide) {
    std::vector<Dictionary> points;
    for (const WorkstationPoint& point : guide.workstation) {
        points.push_back({{"id", text_variant(point.id)},
                          {"question", text_variant(point.question)},
                          {"advice", text_variant(point.advice)}});
    }
    return points;
}

} // namespace poise
