// SPDX-License-Identifier: GPL-3.0-or-later
#include "life_watcher.hpp"

#include "blocks.hpp"
#include "memory.hpp"

namespace poise::test {

namespace {

Blocks holds_now(const Life& life, Kind kind) {
    Blocks holds = holds_in_force(life.state(), life.state().now);
    if (!is_exercise(kind)) holds.erase(Block::exercise_off);
    return holds;
}

} // namespace

LifeWatcher::LifeWatcher(Life& life) {
    for (const Fact& fact : life.facts()) watch(fact); // of its first moment
    life.after_each_step = [this](const Life& l, const std::vector<Effect>& effects) { watch(l, effects); };
}

void LifeWatcher::check_end() {
    for (PromptId id : shown_) {
        if (outcomes_[id] == 0 && id != open_)
            complain("prompt " + std::to_string(id) + " was shown and has no outcome");
    }
}

void LifeWatcher::complain(const std::string& what) {
    if (complaint_.empty()) complaint_ = what;
}

void LifeWatcher::watch(const Life& life, const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
        if (const auto* record = std::get_if<Record>(&effect)) watch(record->fact);
        if (const auto* show = std::get_if<Show>(&effect)) watch(life, *show);
    }
    const auto& open = life.state().memory.open;
    open_ = open ? open->prompt.id : 0;
    const auto wake = next_wake(life.state());
    if (wake && *wake <= life.state().now.instant) complain("next_wake is not in the future");
    if (open && is_exercise(open->prompt.kind) && exercise_is_off(life.state().memory)) {
        complain("an exercise is open though exercise is off");
    }
}

void LifeWatcher::watch(const Life& life, const Show& show) {
    const Instant now = life.state().now.instant;
    const auto& settings = life.state().settings;
    if (open_ != 0 && open_ != show.prompt.id && outcomes_[open_] == 0) complain("two prompts at a time");
    if (by_hand_.contains(show.prompt.id)) return;
    if (!show.again && last_outcome_ && now - *last_outcome_ < settings.spacing) complain("spacing was not kept");
    std::erase_if(shows_, [&](Instant at) { return now - at >= std::chrono::hours{1}; });
    if (static_cast<int>(shows_.size()) >= settings.per_hour) complain("more shows than per_hour");
    const Presence presence = life.state().activity.presence;
    const bool nobody = presence == Presence::away || presence == Presence::locked || presence == Presence::asleep;
    if (nobody || (presence == Presence::resting && !show.again)) complain("shown to an empty chair");
    if (!holds_now(life, show.prompt.kind).empty()) complain("shown under a hold");
}

void LifeWatcher::watch(const Fact& fact) {
    if (const auto* offered = std::get_if<Offered>(&fact.body)) {
        if (!ids_.insert(offered->prompt.id).second) complain("an id was given twice");
        if (offered->by_hand) by_hand_.insert(offered->prompt.id);
    } else if (const auto* shown = std::get_if<Shown>(&fact.body)) {
        shown_.insert(shown->id);
        shows_.push_back(fact.at.instant);
    } else if (const auto* outcome = std::get_if<PromptOutcome>(&fact.body)) {
        watch(*outcome, fact.at.instant);
    } else if (const auto* bout = std::get_if<Bout>(&fact.body)) {
        for (const auto& cell : bout->cells) {
            if (cell.working < 0s || cell.passive < 0s || cell.resting < 0s) complain("negative time in a bout");
        }
    }
}

void LifeWatcher::watch(const PromptOutcome& outcome, Instant at) {
    if (++outcomes_[outcome.id] > 1) complain("two outcomes of one prompt");
    const bool was_shown = shown_.contains(outcome.id) || by_hand_.contains(outcome.id);
    if (outcome.shown != was_shown) complain("an outcome says shown, and it was not so");
    const bool unshown_counts = outcome.outcome == Outcome::natural || outcome.outcome == Outcome::taken;
    const bool is_withdrawn = outcome.outcome == Outcome::withdrawn;
    if (!outcome.shown && !unshown_counts && outcome.why != Why::not_shown && !is_withdrawn) {
        complain("counted though it was not shown");
    }
    if (outcome.shown) last_outcome_ = at;
}

} // namespace poise::test
