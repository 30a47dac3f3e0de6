// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide_text.hpp"

#include "columns.hpp"

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
    return range.least == range.most
               ? number(range.least)
               : tr("{least} to {most}", {{"least", number(range.least)}, {"most", number(range.most)}});
}

/// `Label      text`, or nothing where there is no text.
std::string labelled(std::string_view label, std::string_view text) {
    if (text.empty()) return "";
    constexpr std::size_t label_width = 14;
    return padded(std::string{label} + " ", label_width) + std::string{text} + "\n";
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
        if (!step.equipment.empty()) line += " " + tr("Needs: {things}.", {{"things", in_a_list(step.equipment)}});
        text += labelled(text.empty() ? tr("Harder") : "", line);
    }
    return text;
}

std::string text_of(const Drill& drill) {
    std::string text = drill.id + "  " + drill.name + "\n\n";
    for (std::size_t i = 0; i < drill.steps.size(); ++i) {
        text += "  " + std::to_string(i + 1) + ". " + drill.steps[i] + "\n";
    }
    text += "\n" + labelled(tr("Breathing"), drill.breathing) + labelled(tr("Dose"), dose_text(drill.dose)) +
            progressions_of(drill) + labelled(tr("For"), in_a_list(drill.kinds)) +
            labelled(tr("Place"), in_a_list(drill.places)) + labelled(tr("Needs"), in_a_list(drill.equipment)) +
            labelled(tr("Movement"), in_a_list(drill.movements)) + labelled(tr("Region"), in_a_list(drill.regions)) +
            labelled(tr("Not with"), in_a_list(drill.contraindications)) +
            labelled(tr("Picture"), drill.picture.empty() ? drill.alt : drill.picture + ": " + drill.alt) + "\n" +
            labelled(tr("Rule"), drill.rule) + labelled(tr("Who says so"), "Nigam 2026, \"" + drill.source + "\"");
    if (!drill.pack.empty()) text += labelled(tr("Pack"), drill.pack);
    return text + labelled(tr("Added"), drill.added.empty() ? tr("Nothing.") : drill.added);
}

std::string text_of(const Programme& programme) {
    return programme.rule + "  " + programme.name + " (" + said(name(programme.driver)) + ")\n\n" +
           labelled(tr("Focus"), programme.focus) + choices(tr("Prefers"), programme.prefers) +
           choices(tr("Forbids"), programme.forbids) + labelled(tr("Avoids"), in_a_list(programme.avoids)) +
           labelled("", programme.avoids_why) + labelled(tr("Allows"), programme.allows_why) +
           labelled(tr("Levers"), levers_of(programme)) + "\n" + labelled(tr("Rule"), programme.rule) +
           labelled(tr("Who says so"), "Nigam 2026, \"" + programme.source + "\"") +
           labelled(tr("Added"), programme.added.empty() ? tr("Nothing.") : programme.added);
}

std::string text_of(const Cue& cue) {
    return cue.id + "  " + cue.text + "\n\n" + labelled(tr("Rule"), cue.rule) +
           labelled(tr("Who says so"), "Nigam 2026, \"" + cue.source + "\"") + labelled(tr("Added"), cue.added);
}

std::string text_of(const Card& card) {
    std::string text = card.id + "  " + card.title + "\n\n";
    for (const auto& line : card.lines) text += "  - " + line + "\n";
    return text + "\n" + labelled(tr("Rule"), card.rule) +
           labelled(tr("Who says so"), "Nigam 2026, \"" + card.source + "\"") + labelled(tr("Added"), card.added);
}

std::string workstation_text(const Guide& guide) {
    std::string text = "S12  " + tr("The workstation check") + "\n\n";
    for (const WorkstationPoint& point : guide.workstation) {
        text += "  " + point.question + "\n      " + point.advice + "\n";
    }
    return text;
}

/// R1 or R2: what is asked, and what a yes calls for, never what it might be (R4).
std::string red_flags_text(const Guide& guide, Care care) {
    const bool emergency = care == Care::emergency;
    std::string text =
        emergency ? "R1  " + tr("Red flags: seek emergency care now") : "R2  " + tr("Red flags: medical review first");
    text += "\n\n";
    for (const RedFlag& flag : guide.red_flags) {
        if (flag.care == care) text += "  " + flag.question + "\n";
    }
    return text + "\n" +
           tr("Any yes stops every exercise until you clear it by hand: poise screen. Poise is no medical device.") +
           "\n";
}

} // namespace

std::string dose_text(const DoseRange& dose) {
    std::string text;
    if (dose.hold) text = tr("{range} s", {{"range", range_text(*dose.hold)}});
    if (dose.breaths) text = tr("{range} breaths", {{"range", range_text(*dose.breaths)}});
    if (dose.reps) {
        const std::string times = tr("{range} times", {{"range", range_text(*dose.reps)}});
        text = text.empty() ? times : tr("{times}, each held for {hold}", {{"times", times}, {"hold", text}});
    }
    if (dose.each_side) text = tr("{dose} each side", {{"dose", text}});
    if (dose.rounds.most > 1) {
        text = tr("{dose}; {range} rounds", {{"dose", text}, {"range", range_text(dose.rounds)}});
    }
    if (dose.round_rest > Duration::zero()) {
        text = tr("{dose}, {seconds} s between", {{"dose", text}, {"seconds", number(dose.round_rest)}});
    }
    return text;
}

std::string levers_of(const Programme& programme) {
    const auto named = [](const std::string& lever) { return lever.empty() ? tr("none") : lever; };
    return tr("{one} and {other}",
              {{"one", named(programme.mobility_lever)}, {"other", named(programme.strength_lever)}});
}

std::string guide_list(const Guide& guide) {
    std::vector<std::array<std::string, 5>> rows{{tr("ID"), tr("NAME"), tr("KIND"), tr("DOSE"), tr("PLACE")}};
    for (const Drill& drill : guide.drills) {
        rows.push_back({drill.id, drill.name, in_a_list(drill.kinds), dose_text(drill.dose), in_a_list(drill.places)});
    }
    std::array<std::size_t, 5> widths{};
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    }
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            text += padded(row[i], widths[i] + 2);
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
