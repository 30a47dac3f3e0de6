// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompting.hpp"

#include "allowed.hpp"
#include "blocks.hpp"
#include "compose.hpp"
#include "decide.hpp"
#include "dues.hpp"
#include "kept_words.hpp"
#include "ledger.hpp"
#include "levers.hpp"
#include "poise/status.hpp"
#include "texts.hpp"

#include <algorithm>

namespace poise {

namespace {

Posture other(Posture posture) { return posture == Posture::sitting ? Posture::standing : Posture::sitting; }

bool is_open(const Memory& memory, Kind kind) { return memory.open && memory.open->prompt.kind == kind; }

bool was_shown(const OpenPrompt& open) { return open.times_shown > 0 || open.by_hand; }

bool in_last_fifth(const State& state, Kind kind) {
    return state.memory.kinds[index(kind)].elapsed * 5 >= interval_of(state, kind) * 4;
}

bool covers(Kind longer, Kind shorter) {
    return std::ranges::find(covered_by(longer), shorter) != covered_by(longer).end();
}

/// S1: a microbreak is a posture cue or a breath.
bool is_breath(const Guide& guide, const std::vector<PromptDrill>& drills) {
    const Drill* drill = drills.empty() ? nullptr : find_drill(guide, drills.front().drill);
    return drill && moves(*drill, Movement::breath);
}

/// F2
std::array<bool, lever_count> levers_in(const State& state, const Prompt& prompt) {
    std::array<bool, lever_count> levers{};
    for (const Lever lever : all_levers) {
        const std::string drill = lever_drill(state, lever);
        levers[index(lever)] = std::ranges::find(prompt.drills, drill, &PromptDrill::drill) != prompt.drills.end();
    }
    return levers;
}

void show_again(Turn& turn) {
    auto& open = *turn.memory().open;
    open.phase = Phase::offered;
    open.since = turn.now();
    turn.show(open.prompt, true);
}

/// An outcome for a kind that was due and is done without having been on a screen.
void record_unshown(Turn& turn, Kind kind, Outcome outcome) {
    turn.record(PromptOutcome{turn.memory().next_prompt, kind, outcome, false, std::nullopt, {}});
}

void start(Turn& turn) {
    auto& open = *turn.memory().open;
    if (open.phase == Phase::running) return turn.refuse(tr("the break is running already"));
    if (open.prompt.kind == Kind::posture_change) {
        return confirm_posture(turn, other(turn.memory().posture), "prompt");
    }
    if (open.prompt.length == Duration::zero()) return finish(turn, Outcome::taken);
    turn.record(BreakStarted{open.prompt.id});
    note_typing(turn, turn.activity().input);
}

void snooze(Turn& turn, std::optional<Duration> length) {
    const auto& open = *turn.memory().open;
    if (open.phase == Phase::running) return turn.refuse(tr("a running break cannot be snoozed; skip it or pause"));
    if (open.phase == Phase::snoozed) return turn.refuse(tr("the prompt is snoozed already"));
    const int spent = turn.memory().kinds[index(open.prompt.kind)].snoozes;
    if (spent >= turn.settings().max_snoozes) {
        turn.tell(snooze_refused(turn.settings().max_snoozes));
        return turn.refuse(why_snooze_is_refused(turn.settings().max_snoozes));
    }
    turn.record(Snooze{open.prompt.id, open.prompt.kind, length.value_or(turn.settings().snooze)});
}

Outcome broken_off(const OpenPrompt& open) {
    return open.progress * 2 >= open.prompt.length ? Outcome::partial : Outcome::skipped;
}

void skip(Turn& turn) {
    if (turn.memory().open->phase == Phase::running) return break_off(turn);
    finish(turn, Outcome::skipped);
}

void done(Turn& turn) {
    if (is_open(turn.memory(), Kind::posture_change)) {
        return confirm_posture(turn, other(turn.memory().posture), "prompt");
    }
    finish(turn, Outcome::taken);
}

void do_partly(Turn& turn) {
    if (turn.memory().open->prompt.length == Duration::zero()) {
        return turn.refuse(tr("there is no part of this to do: it is done, or it is not"));
    }
    finish(turn, Outcome::partial);
}

/// What must not be on screen now, or not go on: a hold, a red flag in the middle of an exercise, a kind switched off.
std::optional<Why> reason_to_withdraw(const Turn& turn) {
    const auto& open = *turn.memory().open;
    if (is_exercise(open.prompt.kind) && exercise_is_off(turn.memory())) return Why::exercise_off;
    if (open.phase == Phase::running) return std::nullopt;
    if (!is_on(turn.settings(), open.prompt.kind)) return Why::settings;
    if (open.phase == Phase::snoozed) return std::nullopt; // not on screen: it waits for the hold's end
    Blocks holds = holds_in_force(turn.state, turn.at);
    holds.erase(Block::exercise_off);
    holds.erase(Block::away); // an absence fulfils or withdraws it by rules of its own
    const auto hold = holds.first();
    return hold ? parse<Why>(name(*hold)) : std::nullopt;
}

/// It was on screen for repeat_after at the desk and nobody answered.
void end_of_wait(Turn& turn) {
    const auto& open = *turn.memory().open;
    const bool last_chance = open.times_shown > 1 || open.was_snoozed;
    if (last_chance && turn.activity().presence == Presence::unknown) {
        return finish(turn, Outcome::withdrawn, Why::unknown);
    }
    if (!turn.activity().any_client) return finish(turn, Outcome::withdrawn, Why::no_client);
    if (last_chance) return finish(turn, Outcome::missed);
    if (blocks_of_open_prompt(turn.state, turn.at).empty()) show_again(turn);
}

} // namespace

Prompt make_prompt(const State& state, Kind kind, const Moment& at, bool by_hand) {
    const auto& memory = state.memory;
    const Day today = day_of(stamp(at));
    Prompt prompt;
    prompt.id = memory.next_prompt;
    prompt.kind = kind;
    prompt.length = session_length(state, kind, at);
    prompt.rule = rule_of(kind);
    prompt.drills = compose(state, kind, at);
    const bool is_posture_reset = kind == Kind::microbreak && !is_breath(*state.guide, prompt.drills);
    if (is_posture_reset) prompt.cue = next_cue(state);
    // F7: the first block of the day after one.
    prompt.asks_freer = kind == Kind::mobility && memory.practice.block_done == today - std::chrono::days{1} &&
                        memory.practice.freer_asked != today;
    // F3: once a week.
    prompt.asks_function =
        kind == Kind::checkin && (!memory.function_asked || today - *memory.function_asked >= std::chrono::days{7});
    prompt.why = by_hand ? kept::asked_by_hand : why_asked(state, kind, at);
    prompt.why += why_this_session(state, prompt, at);
    return prompt;
}

void offer(Turn& turn, Kind kind) {
    Prompt prompt = make_prompt(turn.state, kind, turn.at, false);
    turn.record(Offered{prompt, false});
    turn.show(std::move(prompt), false);
}

void confirm(Turn& turn, PromptId id) {
    const auto& open = turn.memory().open;
    if (!open || open->prompt.id != id) return turn.refuse(tr("that prompt is over"));
    if (open->phase != Phase::offered) return;
    turn.activity().not_shown.reset();
    turn.record(Shown{id});
}

void answer(Turn& turn, const Answer& answer, std::optional<PromptId> id, std::optional<Duration> length) {
    if (!turn.memory().open) return turn.refuse(tr("no prompt is on screen"));
    if (id && turn.memory().open->prompt.id != *id) return turn.refuse(tr("that prompt is over"));
    if (turn.memory().open->phase == Phase::offered) confirm(turn, turn.memory().open->prompt.id); // seen, then
    switch (answer) {
    case Answer::start: return start(turn);
    case Answer::snooze: return snooze(turn, length);
    case Answer::skip: return skip(turn);
    case Answer::done: return done(turn);
    case Answer::partly: return do_partly(turn);
    }
}

void start_by_hand(Turn& turn, std::optional<Kind> kind) {
    const auto& open = turn.memory().open;
    if (open && (!kind || open->prompt.kind == *kind)) return answer(turn, Answer::start, std::nullopt, std::nullopt);
    if (open && open->phase == Phase::running) return turn.refuse(tr("another break is running"));
    const Kind wanted = kind.value_or(most_valuable_due(turn.state, turn.at).value_or(Kind::microbreak));
    if (is_exercise(wanted) && exercise_is_off(turn.memory())) return turn.refuse(tr("exercise is off"));
    if (wanted == Kind::posture_change) return confirm_posture(turn, other(turn.memory().posture), "prompt");
    if (open) finish(turn, Outcome::withdrawn, Why::replaced);
    Prompt prompt = make_prompt(turn.state, wanted, turn.at, true);
    turn.record(Offered{prompt, true});
    if (prompt.length == Duration::zero()) return finish(turn, Outcome::taken);
    turn.record(BreakStarted{prompt.id});
    turn.show(std::move(prompt), false);
    note_typing(turn, turn.activity().input);
}

void break_off(Turn& turn) { finish(turn, broken_off(*turn.memory().open)); }

void confirm_posture(Turn& turn, Posture posture, const std::string& source) {
    auto& memory = turn.memory();
    if (posture == memory.posture) return;
    close_bout(turn, SpanEnd::posture);
    turn.activity().unproven = Duration::zero(); // somebody is there who moved
    turn.activity().unproven_work = Duration::zero();
    const bool on_screen = is_open(memory, Kind::posture_change) && was_shown(*memory.open);
    if (on_screen) {
        finish(turn, Outcome::taken);
    } else {
        if (is_open(memory, Kind::posture_change)) finish(turn, Outcome::withdrawn, Why::not_shown);
        const bool in_time = in_last_fifth(turn.state, Kind::posture_change);
        if (in_time && is_on(turn.settings(), Kind::posture_change)) {
            record_unshown(turn, Kind::posture_change, Outcome::natural);
        }
    }
    turn.record(PostureChange{posture, source}); // early, it is only credited: a rest is something else
}

void finish(Turn& turn, Outcome outcome, std::optional<Why> why) {
    const OpenPrompt open = *turn.memory().open;
    const Kind kind = open.prompt.kind;
    std::vector<Kind> covered;
    if (outcome == Outcome::taken) {
        for (Kind shorter : covered_by(kind)) {
            if (is_due(turn.state, shorter, turn.at)) covered.push_back(shorter);
        }
    }
    turn.record(PromptOutcome{open.prompt.id, kind, outcome, was_shown(open), why, levers_in(turn.state, open.prompt)});
    if (outcome == Outcome::withdrawn) turn.withdraw(open.prompt.id, why.value_or(Why::settings));
    for (Kind shorter : covered) record_unshown(turn, shorter, Outcome::taken);
    // A break that was broken off covers nothing, but hands that rested have rested.
    const bool rested = open.phase == Phase::running && open.progress >= turn.settings().microbreak_length;
    if (outcome != Outcome::taken && rested && covers(kind, Kind::microbreak)) fulfil_by_rest(turn, Kind::microbreak);
}

void fulfil_by_rest(Turn& turn, Kind kind) {
    const auto& memory = turn.memory();
    if (is_open(memory, kind)) {
        if (memory.open->phase == Phase::running) return; // it counts its own rest
        if (was_shown(*memory.open)) return finish(turn, Outcome::taken);
        finish(turn, Outcome::withdrawn, Why::not_shown);
    }
    const bool part_of_a_break =
        memory.open && memory.open->phase == Phase::running && covers(memory.open->prompt.kind, kind);
    if (part_of_a_break) return; // not rested unasked: how the break ends decides
    const bool meeting_snack = kind == Kind::snack && has_meeting_snack(memory, turn.now());
    const bool nothing_to_rest_from = memory.kinds[index(kind)].elapsed == Duration::zero() && !meeting_snack;
    if (!is_on(turn.settings(), kind) || nothing_to_rest_from) return;
    if (in_last_fifth(turn.state, kind) || meeting_snack) {
        record_unshown(turn, kind, Outcome::natural);
    } else {
        turn.record(Rest{kind});
    }
}

void withdraw_for_absence(Turn& turn) {
    const auto& open = turn.memory().open;
    if (!open || open->phase == Phase::snoozed || open->phase == Phase::running) return;
    finish(turn, Outcome::withdrawn, was_shown(*open) ? Why::away : Why::not_shown);
}

void settle_open_prompt(Turn& turn) {
    auto& memory = turn.memory();
    if (!memory.open) return;
    if (const auto why = reason_to_withdraw(turn)) return finish(turn, Outcome::withdrawn, *why);
    switch (memory.open->phase) {
    case Phase::offered:
        if (turn.now() - memory.open->since < confirm_within) return;
        turn.activity().not_shown = turn.now();
        return finish(turn, Outcome::withdrawn, was_shown(*memory.open) ? Why::no_client : Why::not_shown);
    case Phase::shown:
        if (memory.open->waited >= turn.settings().repeat_after) end_of_wait(turn);
        return;
    case Phase::snoozed:
        if (turn.now() >= memory.open->snoozed_until && blocks_of_open_prompt(turn.state, turn.at).empty()) {
            show_again(turn);
        }
        return;
    case Phase::running: return settle_break(turn);
    }
}

std::optional<Instant> next_open_prompt_change(const State& state, Instant after) {
    const auto& open = state.memory.open;
    if (!open) return std::nullopt;
    const bool at_the_desk = clock_runs(state, Kind::posture_change); // nothing is shown to an empty chair
    switch (open->phase) {
    case Phase::offered: return open->since + confirm_within;
    case Phase::shown:
        if (!at_the_desk) return std::nullopt;
        return after + (state.settings.repeat_after - open->waited);
    case Phase::snoozed: return at_the_desk ? std::optional{open->snoozed_until} : std::nullopt;
    case Phase::running: return next_break_change(state, after);
    }
    return std::nullopt;
}

bool is_typing(const State& state) {
    const auto& activity = state.activity;
    return activity.input && activity.idle_source && !activity.locked && !activity.asleep;
}

void note_typing(Turn& turn, bool typing, std::optional<Instant> since) {
    auto& open = turn.memory().open;
    if (!open || open->phase != Phase::running) return;
    if (typing) {
        if (!open->typing_since) open->typing_since = turn.now();
        // Hands off for too short a time to go on with the break.
        if (open->paused_since) open->progress = std::min(open->progress, open->progress_when_paused);
        return;
    }
    if (!open->typing_since) return;
    const Instant stopped = std::max(since.value_or(turn.now()), *open->typing_since);
    if (stopped - *open->typing_since <= typing_that_pauses) open->paused_since.reset(); // we only heard of it late
    open->progress_when_paused = open->progress;
    open->progress += turn.now() - std::max(stopped, open->since);
    open->typing_since.reset();
}

void settle_break(Turn& turn) {
    auto& open = turn.memory().open;
    if (!open || open->phase != Phase::running) return;
    if (is_typing(turn.state)) {
        if (open->typing_since && !open->paused_since && turn.now() - *open->typing_since > typing_that_pauses) {
            open->paused_since = *open->typing_since + typing_that_pauses;
            open->progress_when_paused = open->progress;
        }
    } else {
        if (open->progress >= open->prompt.length) return finish(turn, Outcome::taken);
        const Duration hands_off = open->progress - open->progress_when_paused;
        if (open->paused_since && hands_off >= typing_that_pauses) open->paused_since.reset();
    }
    if (open->paused_since && turn.now() - *open->paused_since >= turn.settings().repeat_after) {
        open->progress = std::min(open->progress, open->progress_when_paused);
        break_off(turn);
    }
}

std::optional<Instant> next_break_change(const State& state, Instant after) {
    const auto& open = state.memory.open;
    if (!open || open->phase != Phase::running) return std::nullopt;
    std::optional<Instant> next;
    const auto consider = [&](Instant at) {
        if (at > after && (!next || at < *next)) next = at;
    };
    if (open->paused_since) consider(*open->paused_since + state.settings.repeat_after);
    if (is_typing(state)) {
        if (open->typing_since) consider(*open->typing_since + typing_that_pauses + Duration{1});
    } else {
        consider(after + (open->prompt.length - open->progress));
        if (open->paused_since) consider(after + (typing_that_pauses - (open->progress - open->progress_when_paused)));
    }
    return next;
}

} // namespace poise
