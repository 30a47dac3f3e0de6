// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace poise {

namespace {

std::string number(Duration length) { // whole seconds wherever there are no parts of them
    const auto ms = length.count();
    std::string text = std::to_string(ms / 1000);
    if (ms % 1000 != 0) text += "." + std::to_string(1000 + ms % 1000).substr(1);
    return text;
}
std::string number(int count) { return std::to_string(count); }

template <class T>
std::string range_text(const Range<T>& range) {
    return range.least == range.most ? number(range.least) : number(range.least) + " to " + number(range.most);
}

/// `Label      text`, or nothing where there is no text.
std::string labelled(std::string_view label, std::string_view text) {
    if (text.empty()) return "";
    std::string line{label};
    line.resize(std::max<std::size_t>(line.size() + 1, 14), ' ');
    return line + std::string{text} + "\n";
}

std::string choices(std::string_view label, const std::vector<DrillChoice>& list) {
    std::string text;
    for (const auto& [drill, why] : list) {
        std::string choice = drill;
        choice.append(": ").append(why);
        text += labelled(text.empty() ? label : "", choice);
    }
    return text;
}

std::string progressions_of(const Drill& drill) {
    std::string text;
    for (const auto& step : drill.progressions) {
        std::string line = step.text;
        if (!step.equipment.empty()) line += " Needs: " + in_a_list(step.equipment) + ".";
        text += labelled(text.empty() ? "Harder" : "", line);
    }
    return text;
}

std::string text_of(const Drill& drill) {
    std::string text = drill.id + "  " + drill.name + "\n\n";
    for (std::size_t i = 0; i < drill.steps.size(); ++i) {
        text += "  " + std::to_string(i + 1) + ". " + drill.steps[i] + "\n";
    }
    text += "\n" + labelled("Breathing", drill.breathing) + labelled("Dose", dose_text(drill.dose)) +
            progressions_of(drill) + labelled("For", in_a_list(drill.kinds)) +
            labelled("Place", in_a_list(drill.places)) + labelled("Needs", in_a_list(drill.equipment)) +
            labelled("Movement", in_a_list(drill.movements)) + labelled("Region", in_a_list(drill.regions)) +
            labelled("Not with", in_a_list(drill.contraindications)) +
            labelled("Picture", drill.picture.empty() ? drill.alt : drill.picture + ": " + drill.alt) + "\n" +
            labelled("Rule", drill.rule) + labelled("Who says so", "Nigam 2026, \"" + drill.source + "\"");
    if (!drill.pack.empty()) text += labelled("Pack", drill.pack);
    return text + labelled("Added", drill.added.empty() ? "Nothing." : drill.added);
}

std::string text_of(const Programme& programme) {
    return programme.rule + "  " + programme.name + " (" + std::string{name(programme.driver)} + ")\n\n" +
           labelled("Focus", programme.focus) + choices("Prefers", programme.prefers) +
           choices("Forbids", programme.forbids) + labelled("Avoids", in_a_list(programme.avoids)) +
           labelled("", programme.avoids_why) + labelled("Allows", programme.allows_why) +
           labelled("Levers", levers_of(programme)) + "\n" + labelled("Rule", programme.rule) +
           labelled("Who says so", "Nigam 2026, \"" + programme.source + "\"") +
           labelled("Added", programme.added.empty() ? "Nothing." : programme.added);
}

std::string text_of(const Cue& cue) {
    return cue.id + "  " + cue.text + "\n\n" + labelled("Rule", cue.rule) +
           labelled("Who says so", "Nigam 2026, \"" + cue.source + "\"") + labelled("Added", cue.added);
}

std::string text_of(const Card& card) {
    std::string text = card.id + "  " + card.title + "\n\n";
    for (const auto& line : card.lines) text += "  - " + line + "\n";
    return text + "\n" + labelled("Rule", card.rule) + labelled("Who says so", "Nigam 2026, \"" + card.source + "\"") +
           labelled("Added", card.added);
}

std::string workstation_text(const Guide& guide) {
    std::string text = "S12  The workstation check\n\n";
    for (const WorkstationPoint& point : guide.workstation) {
        text += "  " + point.question + "\n      " + point.advice + "\n";
    }
    return text;
}

/// R1 or R2: what is asked, and what a yes calls for, never what it might be (R4).
std::string red_flags_text(const Guide& guide, Care care) {
    const bool emergency = care == Care::emergency;
    std::string text = std::string{emergency ? "R1" : "R2"} +
                       "  Red flags: " + (emergency ? "seek emergency care now" : "medical review first") + "\n\n";
    for (const RedFlag& flag : guide.red_flags) {
        if (flag.care == care) text += "  " + flag.question + "\n";
    }
    return text +
           "\nAny yes stops every exercise until you clear it by hand: poise screen. Poise is no medical device.\n";
}

} // namespace

std::string dose_text(const DoseRange& dose) {
    std::string text;
    if (dose.hold) text = range_text(*dose.hold) + " s";
    if (dose.breaths) text = range_text(*dose.breaths) + " breaths";
    if (dose.reps) {
        const std::string times = range_text(*dose.reps) + " times";
        text = text.empty() ? times : times + ", each held for " + text;
    }
    if (dose.each_side) text += " each side";
    if (dose.rounds.most > 1) text += "; " + range_text(dose.rounds) + " rounds";
    if (dose.round_rest > Duration::zero()) text += ", " + number(dose.round_rest) + " s between";
    return text;
}

std::string levers_of(const Programme& programme) {
    const auto named = [](const std::string& lever) { return lever.empty() ? "none" : lever; };
    return named(programme.mobility_lever) + " and " + named(programme.strength_lever);
}

std::string guide_list(const Guide& guide) {
    std::vector<std::array<std::string, 5>> rows{{"ID", "NAME", "KIND", "DOSE", "PLACE"}};
    for (const Drill& drill : guide.drills) {
        rows.push_back({drill.id, drill.name, in_a_list(drill.kinds), dose_text(drill.dose), in_a_list(drill.places)});
    }
    std::array<std::size_t, 5> widths{};
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    }
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            text += row[i] + std::string(widths[i] - row[i].size() + 2, ' ');
        }
        text += row.back() + "\n";
    }
    return text;
}

std::optional<std::string> guide_entry(const Guide& guide, std::string_view id) {
    std::string text;
    const auto add = [&](const std::string& entry) { text += (text.empty() ? "" : "\n\n") + entry; };
    for (const Programme& programme : guide.programmes) {
        if (programme.rule == id || name(programme.driver) == id) add(text_of(programme));
    }
    for (const Drill& drill : guide.drills) {
        if (drill.id == id || drill.rule == id) add(text_of(drill));
    }
    for (const Cue& cue : guide.cues) {
        if (cue.id == id || cue.rule == id) add(text_of(cue));
    }
    for (const Card& card : guide.cards) {
        if (card.id == id || card.rule == id) add(text_of(card));
    }
    if (id == "S12" || id == "workstation") add(workstation_text(guide));
    if (id == "R1") add(red_flags_text(guide, Care::emergency));
    if (id == "R2") add(red_flags_text(guide, Care::medical_review));
    return text.empty() ? std::nullopt : std::optional{text};
}

} // namespace poise
