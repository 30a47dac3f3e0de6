// SPDX-License-Identifier: GPL-3.0-or-later
#include "blocks.hpp"

#include <algorithm>
#include <vector>

namespace poise {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::weeks;

constexpr std::chrono::hours hour{1};

bool in_working_hours(const Settings& settings, LocalTime local) {
    const Day day = floor<days>(local);
    const auto time = local - LocalTime{day};
    const auto works_on = [&](Day d) { return settings.working_days.contains(std::chrono::weekday{d}); };
    return std::ranges::any_of(settings.working_hours, [&](const DayWindow& window) {
        const auto& [from, to] = window;
        if (from <= to) return works_on(day) && from <= time && time < to;
        // Over midnight: the small hours belong to the day before.
        return (works_on(day) && from <= time) || (works_on(day - days{1}) && time < to);
    });
}

std::optional<Instant> since_of(const Memory& memory, Sign sign) {
    if (!memory.signs[index(sign)]) return std::nullopt;
    const bool is_meeting = sign == Sign::meeting || sign == Sign::screencast;
    return is_meeting ? memory.meeting_since : memory.signs[index(sign)];
}

Block hold_of(Sign sign) {
    switch (sign) {
    case Sign::meeting: return Block::meeting;
    case Sign::screencast: return Block::screencast;
    case Sign::dnd: return Block::dnd;
    case Sign::fullscreen: return Block::fullscreen;
    }
    return Block::meeting;
}

bool nobody_there(Presence presence) {
    return presence == Presence::away || presence == Presence::locked || presence == Presence::asleep;
}

bool within(const std::optional<Instant>& since, Duration length, Instant now) {
    return since && now - *since < length;
}

/// Shows that still count against per_hour, oldest first.
std::size_t recent_shows(const Memory& memory, Instant now) {
    return static_cast<std::size_t>(
        std::ranges::count_if(memory.shows, [&](Instant show) { return now - show < hour; }));
}

void add_what_stops_any_show(Blocks& blocks, const State& state, const Moment& at) {
    const auto& activity = state.activity;
    const bool just_failed = within(activity.not_shown, retry_offer_after, at.instant);
    if (!activity.any_client || just_failed) blocks.insert(Block::no_client);
    if (within(activity.returned, state.settings.after_return, at.instant)) blocks.insert(Block::after_return);
    if (recent_shows(state.memory, at.instant) >= static_cast<std::size_t>(state.settings.per_hour)) {
        blocks.insert(Block::per_hour);
    }
}

Blocks holds_for(const State& state, Kind kind, const Moment& at) {
    Blocks holds = holds_in_force(state, at);
    if (!is_exercise(kind)) holds.erase(Block::exercise_off);
    return holds;
}

} // namespace

bool exercise_is_off(const Memory& memory) {
    // P5: a suspected visceral referral has no exercise before a clinician has cleared it.
    return !memory.red_flags.empty() || (memory.driver == Driver::visceral && !memory.cleared);
}

Blocks holds_in_force(const State& state, const Moment& at) {
    Blocks holds;
    for (Sign sign : all_signs) {
        const auto since = since_of(state.memory, sign);
        if (within(since, state.settings.hold_cap, at.instant)) holds.insert(hold_of(sign));
    }
    if (state.memory.paused_until && at.instant < *state.memory.paused_until) holds.insert(Block::paused);
    if (!in_working_hours(state.settings, local_time(stamp(at)))) holds.insert(Block::outside_hours);
    if (exercise_is_off(state.memory)) holds.insert(Block::exercise_off);
    if (nobody_there(state.activity.presence)) holds.insert(Block::away);
    return holds;
}

Blocks blocks_of(const State& state, Kind kind, const Moment& at) {
    Blocks blocks = holds_for(state, kind, at);
    add_what_stops_any_show(blocks, state, at);
    const auto& memory = state.memory;
    if (within(memory.last_outcome, state.settings.spacing, at.instant)) blocks.insert(Block::spacing);
    if (is_exercise(kind) && within(memory.last_exercise, state.settings.exercise_spacing, at.instant)) {
        blocks.insert(Block::exercise_spacing);
    }
    if (memory.open) blocks.insert(Block::prompt_open);
    return blocks;
}

Blocks blocks_of_open_prompt(const State& state, const Moment& at) {
    if (!state.memory.open) return {};
    Blocks blocks = holds_for(state, state.memory.open->prompt.kind, at);
    add_what_stops_any_show(blocks, state, at);
    return blocks;
}

Instant next_working_hours_edge(const State& state, const Moment& at) {
    const Day day = floor<days>(local_time(stamp(at)));
    Instant next = instant_of(at, LocalTime{day + days{1}}); // another civil day may be another kind of day
    for (const auto& [from, to] : state.settings.working_hours) {
        for (TimeOfDay edge : {from, to}) {
            const Instant then = instant_of(at, LocalTime{day} + edge);
            if (then > at.instant) next = std::min(next, then);
        }
    }
    return next;
}

std::optional<Instant> next_working_hours_begin(const State& state, const Moment& at) {
    const Day today = floor<days>(local_time(stamp(at)));
    std::vector<TimeOfDay> begins{TimeOfDay{0}}; // midnight: those over night
    for (const auto& window : state.settings.working_hours) begins.push_back(window.from);
    std::ranges::sort(begins);
    for (days ahead{0}; ahead <= weeks{1}; ++ahead) {
        for (TimeOfDay begin : begins) {
            const LocalTime local = LocalTime{today + ahead} + begin;
            const Instant then = instant_of(at, local);
            if (then > at.instant && in_working_hours(state.settings, local)) return then;
        }
    }
    return std::nullopt;
}

std::optional<Instant> next_unblock(const State& state, const Moment& at) {
    const auto& memory = state.memory;
    const auto& settings = state.settings;
    std::optional<Instant> next;
    const auto consider = [&](const std::optional<Instant>& since, Duration length) {
        if (!since) return;
        const Instant end = *since + length;
        if (end > at.instant && (!next || end < *next)) next = end;
    };
    for (Sign sign : all_signs) consider(since_of(memory, sign), settings.hold_cap);
    consider(memory.paused_until, Duration::zero());
    consider(state.activity.not_shown, retry_offer_after);
    consider(state.activity.returned, settings.after_return);
    consider(memory.last_outcome, settings.spacing);
    consider(memory.last_exercise, settings.exercise_spacing);
    if (!memory.shows.empty()) consider(memory.shows.front(), hour);
    consider(next_working_hours_edge(state, at), Duration::zero());
    return next;
}

} // namespace poise
