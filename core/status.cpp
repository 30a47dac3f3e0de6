// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise/status.hpp"

#include "activity.hpp"
#include "blocks.hpp"
#include "decide.hpp"
#include "dues.hpp"
#include "memory.hpp"
#include "reasons.hpp"
#include "say.hpp"
#include "status_parts.hpp"
#include "texts.hpp"

#include <algorithm>

namespace poise {

namespace {

std::optional<Instant> since_of(const State& state, Block hold) {
    const auto& memory = state.memory;
    switch (hold) {
    case Block::meeting:
    case Block::screencast: return memory.meeting_since;
    case Block::dnd: return memory.signs[index(Sign::dnd)];
    case Block::fullscreen: return memory.signs[index(Sign::fullscreen)];
    case Block::away: return state.activity.presence_since;
    default: return std::nullopt; // without a beginning worth naming
    }
}

/// The count is the kind's, over withdrawals and restarts.
int snoozes_left(const State& state) {
    if (!state.memory.open) return 0;
    const int spent = state.memory.kinds[index(state.memory.open->prompt.kind)].snoozes;
    return std::max(state.settings.max_snoozes - spent, 0);
}

KindStatus status_of_kind(const State& state, Kind kind, const Moment& now) {
    KindStatus status;
    status.kind = kind;
    status.on = is_on(state.settings, kind);
    status.rule = rule_of(kind);
    if (!status.on) return status;
    status.due = is_due(state, kind, now);
    if (const Duration interval = interval_of(state, kind); interval > Duration::zero()) {
        status.interval = interval;
        status.elapsed = state.memory.kinds[index(kind)].elapsed;
    }
    status.next_due = next_due(state, kind, now);
    const bool open = state.memory.open && state.memory.open->prompt.kind == kind;
    if (status.due && !open) {
        blocks_of(state, kind, now).for_each([&](Block block) { status.blocks.push_back(block); });
    }
    return status;
}

std::string why_it_waits(const std::vector<Block>& blocks) {
    if (blocks.empty()) return tr("due, waits for a pause in your input");
    return tr("due, but {why}", {{"why", in_one_sentence(blocks)}});
}

std::string why_not_due(const KindStatus& status, const Moment& now) {
    if (status.elapsed && status.next_due) {
        return tr("not due, {elapsed} of {interval}, due at {time}", {{"elapsed", to_text(*status.elapsed)},
                                                                      {"interval", to_text(*status.interval)},
                                                                      {"time", clock_text(now, *status.next_due)}});
    }
    if (status.elapsed) {
        return tr("not due, {elapsed} of {interval}",
                  {{"elapsed", to_text(*status.elapsed)}, {"interval", to_text(*status.interval)}});
    }
    return status.next_due ? tr("not due, due at {time}", {{"time", clock_text(now, *status.next_due)}})
                           : tr("not due");
}

std::string how_it_stands(const KindStatus& status, const State& state, const Moment& now) {
    if (!status.on) return tr("switched off");
    const auto& open = state.memory.open;
    if (open && open->prompt.kind == status.kind) return tr("{phase} now", {{"phase", said(name(open->phase))}});
    return status.due ? why_it_waits(status.blocks) : why_not_due(status, now);
}

std::string explain_kind(const KindStatus& status, const State& state, const Moment& now) {
    return tr("{kind}: {why} ({rule})",
              {{"kind", said(name(status.kind))}, {"why", how_it_stands(status, state, now)}, {"rule", status.rule}});
}

bool has_drills(Kind kind) { return is_exercise(kind) || kind == Kind::microbreak || kind == Kind::breath; }

/// The break whose drills are worth explaining: the open one, else the next one to come that has any.
std::optional<Prompt> open_or_next(const State& state, const Moment& now) {
    const auto& open = state.memory.open;
    if (open && !open->prompt.drills.empty()) return open->prompt;
    std::optional<std::pair<Instant, Kind>> next;
    for (Kind kind : all_kinds) {
        if (!has_drills(kind) || !is_on(state.settings, kind)) continue;
        if (is_exercise(kind) && exercise_is_off(state.memory)) continue;
        const auto at = is_due(state, kind, now) ? std::optional{now.instant} : next_due(state, kind, now);
        if (at && (!next || *at < next->first)) next = {*at, kind};
    }
    if (!next) return std::nullopt;
    return make_prompt(state, next->second, now, false);
}

} // namespace

State as_of(const State& state, const Moment& now) {
    State then = state;
    if (now.instant <= state.now.instant) return then;
    Turn turn{then, then.now};
    advance(turn, now.instant);
    then.now = now;
    return then;
}

std::optional<Instant> until_of(const State& state, Block hold, const Moment& now) {
    switch (hold) {
    case Block::meeting:
    case Block::screencast:
    case Block::dnd:
    case Block::fullscreen: {
        const auto since = since_of(state, hold);
        return since ? std::optional{*since + state.settings.hold_cap} : std::nullopt;
    }
    case Block::paused: return state.memory.paused_until;
    case Block::outside_hours: return next_working_hours_begin(state, now);
    default: return std::nullopt;
    }
}

Result<Prompt, std::string> preview(const State& given, std::optional<Kind> kind, const Moment& now) {
    State state = as_of(given, now);
    roll_day(state.memory, day_of(stamp(now)));
    const auto& open = state.memory.open;
    if (open && (!kind || open->prompt.kind == *kind)) return open->prompt;
    const Kind wanted = kind.value_or(most_valuable_due(state, now).value_or(Kind::microbreak));
    if (is_exercise(wanted) && exercise_is_off(state.memory)) return Unexpected{tr("exercise is off")};
    return make_prompt(state, wanted, now, true);
}

Status status_of(const State& given, const Moment& now) {
    const State state = as_of(given, now);
    Status status;
    status.presence = state.activity.presence;
    status.presence_since = state.activity.presence_since;
    status.posture = state.memory.posture;
    if (state.spans.bout) status.bout = length_of(*state.spans.bout);
    status.idle_source = state.activity.idle_source;
    if (!status.idle_source) status.idle_source_why = state.activity.idle_source_why;
    status.any_client = state.activity.any_client;
    status.exercise_off = exercise_is_off(state.memory);
    if (state.memory.paused_until && *state.memory.paused_until > now.instant)
        status.paused_until = state.memory.paused_until;
    holds_in_force(state, now).for_each([&](Block hold) {
        status.holds.push_back({hold, since_of(state, hold), until_of(state, hold, now)});
    });
    status.prompt = state.memory.open;
    status.snoozes_left = snoozes_left(state);
    for (Kind kind : all_kinds) status.kinds.push_back(status_of_kind(state, kind, now));
    status.next = coming_up(state, now);
    return status;
}

std::vector<std::string> explain(const State& given, const Moment& now) {
    const State state = as_of(given, now);
    std::vector<std::string> lines;
    const auto holds = holds_in_force(state, now);
    holds.for_each([&](Block hold) {
        const auto until = until_of(state, hold, now);
        lines.push_back(hold_heading(name(hold)) + " " +
                        (until ? tr("{why}, until {time} at the latest",
                                    {{"why", sentence_for(hold)}, {"time", clock_text(now, *until)}})
                               : sentence_for(hold)));
    });
    if (holds.empty()) lines.push_back(tr("no hold is in force"));
    if (!state.activity.any_client) lines.push_back(tr("no client is there to show a prompt: start poise-tray"));
    for (Kind kind : all_kinds) lines.push_back(explain_kind(status_of_kind(state, kind, now), state, now));
    if (const auto prompt = open_or_next(state, now)) {
        auto chain = chain_of(*prompt, state);
        const bool is_open = state.memory.open && state.memory.open->prompt.id == prompt->id;
        const char* when = is_open ? mark("now: {what}") : mark("next: {what}");
        if (!chain.empty()) chain.front() = tr(when, {{"what", chain.front()}});
        lines.insert(lines.end(), chain.begin(), chain.end());
    }
    return lines;
}

} // namespace poise
