// SPDX-License-Identifier: GPL-3.0-or-later
#include "allowed.hpp"
#include "guide_loop.hpp"
#include "guide_text.hpp"

#include <initializer_list>

namespace poise {

namespace {

std::string row(std::initializer_list<std::string> cells) {
    std::string text = "|";
    for (const auto& cell : cells) {
        text += ' ';
        for (const char c : cell) text += c == '|' ? std::string{"\\|"} : std::string{c};
        text += cell.empty() ? "|" : " |";
    }
    return text + "\n";
}

std::string head(std::initializer_list<std::string> cells) {
    std::string text = row(cells) + "|";
    for (std::size_t i = 0; i < cells.size(); ++i) text += "---|";
    return text + "\n";
}

std::string drills_of(const Guide& guide) {
    std::string text = "## Drills\n\n" + head({"id", "drill", "dose", "used in", "place", "needs", "not where avoided",
                                               "place in the source", "what we added, and why"});
    for (const Drill& drill : guide.drills) {
        text += row({drill.id, drill.name, dose_text(drill.dose), in_a_list(drill.kinds), in_a_list(drill.places),
                     in_a_list(drill.equipment), in_a_list(drill.contraindications), drill.source, drill.added});
    }
    return text;
}

std::string progressions_of(const Guide& guide) {
    std::string text = "## Harder ways\n\nFrom easy to hard; F4 decides when.\n\n" +
                       head({"drill", "next step", "needs", "not where avoided"});
    for (const Drill& drill : guide.drills) {
        for (const Progression& step : drill.progressions) {
            text += row({drill.id, step.text, in_a_list(step.equipment), in_a_list(step.contraindications)});
        }
    }
    return text;
}

/// The person reviewing should not have to work out what is left out by what is avoided.
std::string avoided_by(const Programme& programme, const Guide& guide) {
    std::vector<std::string> ids;
    for (const Drill& drill : guide.drills) {
        if (forbids(programme, drill)) ids.push_back(drill.id);
    }
    return in_a_list(ids);
}

std::string text_of(const Programme& programme, const Guide& guide) {
    std::string text = "### " + programme.rule + " " + programme.name + "\n\n" + programme.focus + "\n\n";
    if (!programme.prefers.empty() || !programme.forbids.empty()) {
        text += head({"drill", "choice", "why"});
        for (const auto& [drill, why] : programme.prefers) text += row({drill, "preferred", why});
        for (const auto& [drill, why] : programme.forbids) text += row({drill, "forbidden", why});
        text += "\n";
    }
    if (!programme.avoids.empty()) {
        text += "- Avoids " + in_a_list(programme.avoids) + ": " + programme.avoids_why + "\n";
    }
    const auto left_out = avoided_by(programme, guide);
    text += "- Left out: " + (left_out.empty() ? "nothing" : left_out) + ".\n";
    text += "- Everything else: " + programme.allows_why + "\n";
    text += "- Daily levers: " + levers_of(programme) + ".\n";
    text += "- Place in the source: " + programme.source + ".\n";
    if (!programme.added.empty()) text += "- Added: " + programme.added + "\n";
    return text;
}

std::string red_flags_of(const Guide& guide) {
    std::string text = "## Red flags\n\nAny yes stops every exercise until it is cleared by hand. None of them is a "
                       "diagnosis.\n\n" +
                       head({"name", "question", "calls for", "place in the source", "what we added, and why"});
    for (const RedFlag& flag : guide.red_flags) {
        text +=
            row({flag.id, flag.question, flag.care == Care::emergency ? "emergency care (R1)" : "medical review (R2)",
                 flag.source, flag.added});
    }
    return text;
}

std::string words_of(const Guide& guide) {
    return "## Words of a check-in (F1)\n\nThe command line, D-Bus and traces take these and no others.\n\n- "
           "Regions: " +
           in_a_list(guide.regions) + ".\n- Loads: " + in_a_list(guide.loads) +
           ".\n- Positions: " + in_a_list(guide.positions) + ".\n";
}

std::string workstation_of(const Guide& guide) {
    std::string text = "## Workstation check (S12)\n\n" + head({"question", "if not", "what we added, and why"});
    for (const auto& point : guide.workstation) text += row({point.question, point.advice, point.added});
    return text;
}

std::string cues_of(const Guide& guide) {
    std::string text =
        "## Cues of a microbreak\n\n" + head({"id", "cue", "place in the source", "what we added, and why"});
    for (const Cue& cue : guide.cues) text += row({cue.id, cue.text, cue.source, cue.added});
    return text;
}

std::string cards_of(const Guide& guide) {
    std::string text = "## Cards\n\nFor reading, never a prompt.\n";
    for (const Card& card : guide.cards) {
        text += "\n### " + card.title + " (" + card.rule + ")\n\n";
        for (const auto& line : card.lines) text += "- " + line + "\n";
        text += "\nPlace in the source: " + card.source + ".";
        text += card.added.empty() ? "\n" : " Added: " + card.added + "\n";
    }
    return text;
}

} // namespace

std::string guide_table(const Guide& guide) {
    std::string text =
        "# The guidance, for review\n\n"
        "Made by `poise guide table` from config/guide.toml; not to be edited by hand. The figures are those of Dr. "
        "Vishal Nigam,\n\"Explainer: Top Upper Back Pain Causes and Their Health Links\", 28 January 2026; its "
        "headings say where. The words are Poise's.\nWhat the source does not say stands in the last column, with our "
        "reason. Poise is no medical device.\n\n";
    text += loop_table() + "\n" + drills_of(guide) + "\n" + progressions_of(guide) + "\n## Programmes\n";
    for (const Programme& programme : guide.programmes) text += "\n" + text_of(programme, guide);
    return text + "\n" + red_flags_of(guide) + "\n" + words_of(guide) + "\n" + workstation_of(guide) + "\n" +
           cues_of(guide) + "\n" + cards_of(guide);
}

} // namespace poise
