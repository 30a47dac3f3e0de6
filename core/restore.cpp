// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise/step.hpp"

#include "memory.hpp"

#include <algorithm>

namespace poise {

namespace {

/// CLOCK_BOOTTIME starts anew with each boot: what an earlier one recorded is put where its UTC says, never after now.
Duration shift_to_this_boot(const Stamp& at, const Moment& now) {
    const Duration ago = std::max(now.utc - at.utc, Duration::zero());
    return (now.instant - ago) - at.instant;
}

Fact rebased(const Fact& fact, const Moment& now) {
    Fact moved = fact;
    moved.at.instant += shift_to_this_boot(fact.at, now);
    if (auto* bout = std::get_if<Bout>(&moved.body)) bout->began.instant += shift_to_this_boot(bout->began, now);
    if (auto* unseen = std::get_if<Unseen>(&moved.body))
        unseen->began.instant += shift_to_this_boot(unseen->began, now);
    if (auto* pause = std::get_if<Pause>(&moved.body); pause && pause->until) {
        *pause->until += shift_to_this_boot(fact.at, now);
    }
    return moved;
}

void keep_open_span(Spans& spans, const Fact& fact) {
    if (const auto* bout = std::get_if<Bout>(&fact.body)) {
        spans.bout = bout->end == SpanEnd::open ? std::optional{*bout} : std::nullopt;
        spans.written = fact.at.instant;
    } else if (const auto* unseen = std::get_if<Unseen>(&fact.body)) {
        spans.unseen = unseen->end == SpanEnd::open ? std::optional{*unseen} : std::nullopt;
        spans.written = fact.at.instant;
    }
}

/// Whether only the latest fact of this sort is needed, however old.
std::optional<std::string> lasting_sort(const Fact& fact) {
    if (const auto* outcome = std::get_if<PromptOutcome>(&fact.body)) {
        if (outcome->outcome == Outcome::withdrawn) return std::nullopt;
        const bool lasts = outcome->kind == Kind::workstation_check || outcome->kind == Kind::strength;
        return lasts ? std::optional{std::string{name(outcome->kind)}} : std::nullopt;
    }
    if (const auto* noted = std::get_if<Noted>(&fact.body)) {
        const bool lasts = noted->notice.starts_with("review_") || noted->notice == introduction_shown; // told once
        return lasts ? std::optional{noted->notice} : std::nullopt;
    }
    const bool lasts = std::holds_alternative<PostureChange>(fact.body) ||
                       std::holds_alternative<DriverChosen>(fact.body) || std::holds_alternative<KeyTask>(fact.body) ||
                       std::holds_alternative<LeversChosen>(fact.body) || std::holds_alternative<PlanChange>(fact.body);
    return lasts ? std::optional{std::string{name(fact.body)}} : std::nullopt;
}

} // namespace

std::vector<Fact> recent_facts(std::span<const Fact> facts, const Moment& now) {
    const auto is_recent = [&](const Fact& fact) { return now.utc - fact.at.utc <= facts_matter_for; };
    const auto first_recent = std::ranges::find_if(facts, is_recent);
    std::vector<Fact> kept;
    for (auto fact = facts.begin(); fact != first_recent; ++fact) {
        if (const auto* safety = std::get_if<Safety>(&fact->body)) {
            if (safety->flags.empty())
                std::erase_if(kept, [](const Fact& f) { return std::holds_alternative<Safety>(f.body); });
            kept.push_back(*fact);
        } else if (const auto sort = lasting_sort(*fact)) {
            std::erase_if(kept, [&](const Fact& f) { return lasting_sort(f) == sort; });
            kept.push_back(*fact);
        }
    }
    kept.insert(kept.end(), first_recent, facts.end());
    return kept;
}

State restore(Settings settings, GuidePtr guide, std::span<const Fact> facts, const Moment& now,
              std::optional<Instant> workstation_checked) {
    State state;
    state.settings = std::move(settings);
    state.guide = std::move(guide);
    state.now = now;
    auto& memory = state.memory;
    memory.day = day_of(stamp(now));
    memory.workstation_checked = workstation_checked;

    Instant known_until = now.instant;
    Fact moved;
    for (const Fact& recorded : facts) {
        const bool same_boot = recorded.at.boot == now.boot;
        if (!same_boot) moved = rebased(recorded, now);
        const Fact& fact = same_boot ? recorded : moved;
        remember(memory, state.settings, fact);
        keep_open_span(state.spans, fact);
        // Written when it was over: whoever has just come back is asked nothing yet, also by a daemon that came later.
        if (std::holds_alternative<Absence>(fact.body)) state.activity.returned = fact.at.instant;
        known_until = std::min(fact.at.instant, now.instant);
        state.activity.rebooted = !same_boot;
    }
    roll_day(memory, day_of(stamp(now)));
    prune_shows(memory, now.instant);

    auto& activity = state.activity;
    for (Sign sign : all_signs) activity.stale[index(sign)] = memory.signs[index(sign)].has_value();
    activity.input = true; // until a source says otherwise, nothing is taken for rest
    activity.input_since = state.spans.bout ? state.spans.bout->began.instant : known_until;
    activity.last_input = known_until;
    activity.absence_from = known_until;
    activity.down_from = state.spans.bout ? *state.spans.written : known_until;
    activity.last_fact = known_until;
    activity.restored_rest = state.spans.bout ? state.spans.bout->clocks.resting_tail : Duration::zero();
    activity.down_to = now.instant;
    activity.presence_since = now.instant;
    return state;
}

} // namespace poise
