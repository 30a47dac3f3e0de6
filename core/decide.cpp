// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide.hpp"

#include "activity.hpp"
#include "blocks.hpp"
#include "dues.hpp"
#include "poise/step.hpp"
#include "prompting.hpp"

#include <algorithm>

namespace poise {

namespace {

bool past_window(const State& state) {
    return state.memory.kinds[index(Kind::posture_change)].elapsed >= posture_window_end(state);
}

/// The higher goes first (rules 5 and 6).
int value_of(const State& state, Kind kind, const Moment& at) {
    const auto& meeting = state.memory.long_meeting_ended;
    switch (kind) {
    case Kind::checkin:
    case Kind::workstation_check:
        if (!is_late(state, kind, at)) return 0;
        return kind == Kind::workstation_check ? 11 : 10;
    case Kind::posture_change:
        if (meeting && at.instant - *meeting < posture_first_after_meeting && past_window(state)) return 9;
        return 5;
    case Kind::mobility: return 8;
    case Kind::strength: return 7;
    case Kind::snack: return 6;
    case Kind::breath: return 4;
    case Kind::microbreak: return 3;
    }
    return 0;
}

/// An empty chair cannot answer: nothing is shown for the first time while resting.
bool may_show_first(Presence presence) {
    return presence == Presence::working || presence == Presence::passive || presence == Presence::unknown;
}

bool input_pauses(const State& state, Instant now) {
    const auto& activity = state.activity;
    return activity.idle_source && !activity.input && now - activity.last_input >= input_pause;
}

/// Since the kind has been free, without a pause in the input.
bool patience_is_over(const State& state, Kind kind, Instant now) {
    if (kind == Kind::posture_change) return past_window(state); // S2: at the end of its window
    const auto& since = state.free_since[index(kind)];
    return since && now - *since >= state.settings.patience;
}

bool is_free(const State& state, Kind kind) { return state.free_since[index(kind)].has_value(); }

bool is_held_back(const State& state, Kind kind, const Moment& at) {
    bool held = false;
    blocks_of(state, kind, at).for_each([&](Block block) {
        held = held || is_hold(block) || block == Block::no_client;
    });
    return held;
}

} // namespace

void decide(Turn& turn) {
    auto& state = turn.state;
    for (Kind kind : all_kinds) {
        auto& since = state.free_since[index(kind)];
        const bool free = is_due(state, kind, turn.at) && blocks_of(state, kind, turn.at).empty();
        if (!free) since.reset();
        if (free && !since) since = turn.now();
    }
    if (!may_show_first(state.activity.presence)) return;
    bool wait_is_over = input_pauses(state, turn.now()) || turn.returned_from_rest;
    std::optional<Kind> best;
    for (Kind kind : all_kinds) {
        if (!is_free(state, kind)) continue;
        if (patience_is_over(state, kind, turn.now())) wait_is_over = true;
        if (!best || value_of(state, kind, turn.at) > value_of(state, *best, turn.at)) best = kind;
    }
    if (!best || !wait_is_over) return;
    offer(turn, *best);
    state.free_since.fill(std::nullopt); // the open prompt blocks the others
}

std::optional<Kind> most_valuable_due(const State& state, const Moment& at) {
    std::optional<Kind> best;
    for (Kind kind : all_kinds) {
        if (is_due(state, kind, at) && (!best || value_of(state, kind, at) > value_of(state, *best, at))) best = kind;
    }
    return best;
}

std::optional<Kind> coming_up(const State& state, const Moment& at) {
    if (state.memory.open || !may_show_first(state.activity.presence)) return std::nullopt;
    std::optional<Kind> best;
    for (Kind kind : all_kinds) {
        const auto due = next_due(state, kind, at);
        const bool is_near = due && *due - at.instant <= state.settings.heads_up && !is_held_back(state, kind, at);
        if (!is_near && !is_free(state, kind)) continue;
        if (!best || value_of(state, kind, at) > value_of(state, *best, at)) best = kind;
    }
    return best;
}

std::optional<Instant> next_decision(const State& state) {
    if (!clock_runs(state, Kind::posture_change)) return std::nullopt; // nobody there: coming back is an event
    const Moment& at = state.now;
    std::optional<Instant> next;
    const auto consider = [&](std::optional<Instant> then) {
        if (then && *then > at.instant && (!next || *then < *next)) next = then;
    };
    bool waits_for_unblock = state.memory.open && state.memory.open->phase != Phase::running;
    for (Kind kind : all_kinds) {
        if (!is_due(state, kind, at)) {
            const auto due = next_due(state, kind, at);
            consider(due);
            if (due && is_announced(kind)) consider(*due - state.settings.heads_up);
            continue;
        }
        if (!is_free(state, kind)) {
            waits_for_unblock = true;
            continue;
        }
        if (!may_show_first(state.activity.presence)) continue;
        // While the input goes on its end is an event, and nobody is woken to look for it.
        if (!state.activity.input) consider(state.activity.last_input + input_pause);
        if (kind != Kind::posture_change) consider(*state.free_since[index(kind)] + state.settings.patience);
    }
    const Duration until_window_end =
        posture_window_end(state) - state.memory.kinds[index(Kind::posture_change)].elapsed;
    if (is_free(state, Kind::posture_change) && clock_runs(state, Kind::posture_change)) {
        consider(at.instant + until_window_end);
    }
    if (waits_for_unblock) consider(next_unblock(state, at));
    return next;
}

bool wants_input_pause(const State& state) {
    if (state.memory.open && state.memory.open->phase == Phase::running) return true;
    return std::ranges::any_of(state.free_since, [](const auto& since) { return since.has_value(); });
}

} // namespace poise
