// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice_form.hpp"

#include "blocks.hpp"
#include "dose.hpp"
#include "kept_words.hpp"
#include "levers.hpp"
#include "memory.hpp"
#include "say.hpp"

namespace poise::coach {

namespace {

std::string programmes_label(const Guide& guide, const Programme* programme, Lever lever) {
    if (programme == nullptr) return tr("None");
    const Drill* drill = find_drill(guide, lever_of(*programme, lever));
    return drill == nullptr ? tr("None") : tr("{drill} (your programme's)", {{"drill", drill->name}});
}

/// Every drill that the daemon would take, and the one that is in force.
LeverForm lever_form(const Memory& memory, const Guide& guide, const Settings& settings, Lever lever) {
    const Programme* programme = find_programme(guide, memory.driver);
    const std::string& chosen = memory.levers[index(lever)];
    LeverForm form;
    form.choices.push_back({"", programmes_label(guide, programme, lever)});
    for (const Drill& drill : guide.drills) {
        if (!can_be_lever(drill, lever, settings, programme) && drill.id != chosen) continue;
        if (drill.id == chosen) form.chosen = form.choices.size();
        form.choices.push_back({drill.id, drill.name});
    }
    return form;
}

std::vector<std::string> plan_sentences(const Plan& plan, const Guide& guide) {
    std::vector<std::string> sentences{
        tr("How much of each drill: step {step} of {all}, from the least to the most.",
           {{"step", std::to_string(plan.load + 1)}, {"all", std::to_string(most_load + 1)}})};
    if (plan.progression > 0) {
        sentences.push_back(tr_many("Where a drill has a harder way, you are {count} step along.",
                                    "Where a drill has harder ways, you are {count} steps along.", plan.progression));
    }
    std::string names;
    for (const std::string& id : plan.resting) {
        const Drill* drill = find_drill(guide, id);
        names += (names.empty() ? "" : ", ") + (drill ? drill->name : id);
    }
    if (!names.empty())
        sentences.push_back(tr("These rest, so that others have their turn: {drills}.", {{"drills", names}}));
    return sentences;
}

} // namespace

OwnPractice own_practice(std::span<const Fact> facts, const Settings& settings, Day today) {
    OwnPractice own;
    for (const Fact& fact : facts) {
        remember(own.memory, settings, fact);
        if (std::holds_alternative<Freer>(fact.body) && day_of(fact.at) == today) own.has_answered_freer = true;
    }
    roll_day(own.memory, today);
    return own;
}

std::string title_of(Lever lever) { return lever == Lever::mobility ? tr("To stay mobile") : tr("To get stronger"); }

PracticeForm practice_form(const OwnPractice& own, const Guide& guide, const Settings& settings, Day today) {
    const Memory& memory = own.memory;
    const Practice& practice = memory.practice;
    PracticeForm form;
    form.key_task = memory.key_task;
    for (const Lever lever : all_levers) form.levers[index(lever)] = lever_form(memory, guide, settings, lever);
    form.plan = plan_sentences(memory.plan, guide);
    if (memory.last_change) form.change = retold(memory.last_change->why);
    form.is_in_flare = in_flare(memory, today);
    // The first block of the day after asks for it; from then on today's block is the last one.
    const bool is_asked = practice.freer_asked == today || practice.block_done == today - std::chrono::days{1};
    form.asks_freer = is_asked && !own.has_answered_freer;
    form.is_tight = practice.tight_rounds > 1;
    form.exercise_is_off = exercise_is_off(memory);
    return form;
}

} // namespace poise::coach
