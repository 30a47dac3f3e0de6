// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity.hpp"

#include "dues.hpp"
#include "ledger.hpp"
#include "prompting.hpp"
#include "texts.hpp"

#include <algorithm>

namespace poise {

namespace {

/// A gap in the input of this length is a rest; never longer than what proves an absence.
Duration rest_after(const Settings& settings) { return std::min(settings.away_after, settings.seat_left_after); }

bool is_absent(Presence presence) {
    return presence == Presence::away || presence == Presence::locked || presence == Presence::asleep;
}

/// Whether time now counts towards an absence: nobody touches anything, and nothing says that somebody is there.
bool in_absence(const State& state, Instant at) {
    const Presence presence = presence_of(state, at);
    return is_absent(presence) || presence == Presence::resting ||
           (presence == Presence::working && !state.activity.input);
}

void start_absence(Activity& activity, Instant from) {
    activity.absence_from = from;
    activity.unproven = Duration::zero();
    activity.unproven_work = Duration::zero();
    activity.seat_left = false;
    activity.rest_credited = false;
}

/// When the present absence becomes a rest that fulfils a microbreak, if it goes on as it is.
std::optional<Instant> rest_at(const State& state, Instant now) {
    const auto& activity = state.activity;
    if (activity.rest_credited) return std::nullopt;
    const Instant long_enough = activity.absence_from + state.settings.microbreak_length;
    if (presence_of(state, now) != Presence::working) return long_enough;
    return std::max(long_enough, activity.last_input + rest_after(state.settings));
}

/// The gap has reached away_after: it was no work from its first second.
void prove_rest(Turn& turn) {
    auto& activity = turn.activity();
    auto& clock = turn.memory().kinds[index(Kind::microbreak)].elapsed;
    clock -= std::min(clock, activity.unproven_work);
    if (presence_of(turn.state, turn.now()) == Presence::passive) {
        rewrite_working_as_passive(turn.state.spans, activity.unproven_work);
        start_absence(activity, turn.now());
    } else {
        rewrite_working_as_resting(turn.state.spans, activity.unproven_work);
        activity.unproven_work = Duration::zero();
    }
}

/// The absence has reached seat_left_after: it was one from its first second.
void prove_absence(Turn& turn) {
    auto& activity = turn.activity();
    auto& memory = turn.memory();
    activity.seat_left = true;
    activity.posture_sources.clear();
    rewrite_desk_as_absence(turn.state.spans, activity.unproven);
    const auto back = [&](Duration& clock) { clock -= std::min(clock, activity.unproven); };
    for (Kind kind : all_kinds) {
        if (kind != Kind::microbreak) back(memory.kinds[index(kind)].elapsed);
    }
    back(memory.desk_today);
    if (memory.open) back(memory.open->waited);
    activity.unproven = Duration::zero();
    close_bout(turn, SpanEnd::left);
    fulfil_by_rest(turn, Kind::posture_change);
    fulfil_by_rest(turn, Kind::snack);
    withdraw_for_absence(turn);
}

/// Everything that falls due at turn.now() because the absence has lasted so long.
void prove_what_has_lasted(Turn& turn) {
    auto& activity = turn.activity();
    const auto& settings = turn.settings();
    if (activity.input && !is_absent(presence_of(turn.state, turn.now()))) return;
    const Duration gap = turn.now() - activity.absence_from;
    if (gap >= rest_after(settings) && activity.unproven_work > Duration::zero()) prove_rest(turn);
    if (!in_absence(turn.state, turn.now())) return;
    if (const auto rest = rest_at(turn.state, turn.now()); rest && *rest <= turn.now()) {
        activity.rest_credited = true;
        fulfil_by_rest(turn, Kind::microbreak);
    }
    if (!activity.seat_left && turn.now() - activity.absence_from >= settings.seat_left_after) prove_absence(turn);
}

void let_clocks_run(Turn& turn, Presence presence, Duration length) {
    auto& memory = turn.memory();
    if (!is_absent(presence)) {
        for (Kind kind : all_kinds) {
            const bool rests_hands = presence == Presence::passive || presence == Presence::resting;
            if (kind == Kind::microbreak && rests_hands) continue;
            memory.kinds[index(kind)].elapsed += length;
        }
        memory.desk_today += length;
        if (memory.open) memory.open->waited += length;
    }
    if (memory.open && memory.open->phase == Phase::running && !is_typing(turn.state)) memory.open->progress += length;
}

/// [turn.now(), to), within which nothing changes.
void pass(Turn& turn, Presence presence, Instant to) {
    auto& activity = turn.activity();
    const Duration length = to - turn.now();
    write_time(turn, presence, to);
    let_clocks_run(turn, presence, length);
    const bool idle_work = presence == Presence::working && !activity.input;
    if (idle_work || presence == Presence::resting) activity.unproven += length;
    if (idle_work) activity.unproven_work += length;
    if (presence == Presence::unknown) activity.blind += length;
    turn.at = moved(turn.at, to);
    roll_day(turn.memory(), day_of(stamp(turn.at)));
    if (activity.input && !activity.locked && !activity.asleep) activity.last_input = to;
    const bool seen = presence == Presence::passive || presence == Presence::unknown ||
                      (presence == Presence::working && activity.input);
    if (seen) start_absence(activity, to);
}

/// How much of [since, now) was counted: everything but the daemon's own downtime.
Duration counted_since(const Activity& activity, Instant since, Instant now) {
    const Instant down_from = std::max(activity.down_from, since);
    const Instant down_to = std::min(activity.down_to, now);
    return (now - since) - std::max(down_to - down_from, Duration::zero());
}

/// Hands off `since` then. What was counted since is `unproven`, and what of that was counted as work `unproven_work`.
void begin_absence(Turn& turn, Instant since, Duration unproven, Duration unproven_work) {
    auto& activity = turn.activity();
    note_typing(turn, false, since);
    start_absence(activity, since);
    activity.last_input = since;
    activity.unproven = unproven;
    activity.unproven_work = unproven_work;
    if (!activity.idle_source) start_absence(activity, turn.now());
    const bool news_is_late = activity.unproven > refresh_every;
    prove_what_has_lasted(turn);
    if (news_is_late) refresh_spans(turn); // the journal must not keep what has been taken back
    note_presence(turn);
}

/// The absence that a restart finds under way goes back as far as what was written before tells of one: whoever was
/// passive until then is not absent since their last input.
void resume_absence(Turn& turn, Instant idle_since, Duration rest) {
    auto& activity = turn.activity();
    const Instant written = activity.down_from;
    Instant since = std::max(idle_since, activity.input_since);
    if (rest > Duration::zero()) {
        since = std::max(since, written - rest);
    } else if (written - since >= rest_after(turn.settings())) {
        since = written; // that long without input would have been written as rest
    }
    activity.input = false;
    const Duration unproven = std::max(written - since, Duration::zero()); // nothing has been counted since the start
    begin_absence(turn, since, unproven, unproven - std::min(unproven, rest));
}

} // namespace

bool has_passive_evidence(const State& state, Instant at) {
    const auto& activity = state.activity;
    return activity.inhibited || state.memory.signs[index(Sign::meeting)] ||
           state.memory.signs[index(Sign::screencast)] ||
           (activity.meeting_ended && at < *activity.meeting_ended + meeting_tail);
}

Presence presence_of(const State& state, Instant at) {
    const auto& activity = state.activity;
    const auto& settings = state.settings;
    if (activity.asleep) return Presence::asleep;
    if (activity.locked) return Presence::locked;
    if (!activity.idle_source) return Presence::unknown;
    if (activity.input || at - activity.last_input < rest_after(settings)) return Presence::working;
    if (has_passive_evidence(state, at)) return Presence::passive;
    return at - activity.absence_from < settings.seat_left_after ? Presence::resting : Presence::away;
}

void note_presence(Turn& turn) {
    auto& activity = turn.activity();
    const Presence presence = presence_of(turn.state, turn.now());
    if (presence == activity.presence) return;
    activity.presence = presence;
    // Away and resting began with the last input, though it takes a while to know.
    const bool from_absence = presence == Presence::away || presence == Presence::resting;
    activity.presence_since = from_absence ? activity.absence_from : turn.now();
}

std::optional<Instant> next_presence_change(const State& state, Instant after) {
    const auto& activity = state.activity;
    std::optional<Instant> next;
    const auto consider = [&](std::optional<Instant> at) {
        if (at && *at > after && (!next || *at < *next)) next = at;
    };
    if (activity.meeting_ended) consider(*activity.meeting_ended + meeting_tail);
    if (!in_absence(state, after)) return next;
    consider(activity.last_input + rest_after(state.settings));
    consider(activity.absence_from + rest_after(state.settings));
    consider(rest_at(state, after));
    if (!activity.seat_left) consider(activity.absence_from + state.settings.seat_left_after);
    return next;
}

void advance(Turn& turn, Instant to) {
    if (turn.now() < to) settle_downtime(turn); // no idle source has said anything in time
    prove_what_has_lasted(turn);
    while (turn.now() < to) {
        Instant next = to;
        if (const auto change = next_presence_change(turn.state, turn.now())) next = std::min(next, *change);
        if (const auto change = next_break_change(turn.state, turn.now())) next = std::min(next, *change);
        pass(turn, presence_of(turn.state, turn.now()), next);
        settle_break(turn);
        prove_what_has_lasted(turn);
    }
    note_presence(turn);
}

void see_person(Turn& turn) {
    auto& activity = turn.activity();
    if (activity.seat_left) activity.returned = turn.now();
    close_absence(turn);
    start_absence(activity, turn.now());
}

void begin_input(Turn& turn) {
    auto& activity = turn.activity();
    if (activity.asleep) resume(turn); // whoever types has woken the machine, signal or not
    if (activity.input) return;
    turn.returned_from_rest = presence_of(turn.state, turn.now()) == Presence::resting;
    activity.input = true;
    activity.input_since = turn.now();
    if (activity.locked) return; // typing a password: the absence ends with the unlocking
    note_typing(turn, true);
    see_person(turn);
    activity.last_input = turn.now();
    note_presence(turn);
}

void end_input(Turn& turn, Instant since) {
    auto& activity = turn.activity();
    since = std::min(since, turn.now());
    bool counted_as_work = true; // what has passed since
    if (!activity.input) {
        // A source that reports again: only news if there was input since.
        constexpr Duration jitter = std::chrono::seconds{1};
        if (since <= activity.last_input + jitter || activity.locked || activity.asleep) return;
        counted_as_work = presence_of(turn.state, turn.now()) == Presence::working;
        begin_input(turn);
        activity.input_since = since;
    }
    activity.input = false;
    since = std::max(since, activity.input_since);
    if (activity.locked || activity.asleep) return;
    const Duration unproven = counted_since(activity, since, turn.now());
    begin_absence(turn, since, unproven, counted_as_work ? unproven : Duration::zero());
}

void lock(Turn& turn) {
    auto& activity = turn.activity();
    if (activity.locked) return;
    if (activity.input) end_input(turn, turn.now());
    activity.locked = true;
    note_presence(turn);
}

void unlock(Turn& turn) {
    auto& activity = turn.activity();
    if (!activity.locked) return;
    activity.locked = false;
    see_person(turn);
    activity.last_input = turn.now(); // unlocking is one moment of input
    activity.returned = turn.now();
    if (activity.input) {
        activity.input_since = turn.now();
        note_typing(turn, true);
    }
    note_presence(turn);
}

void suspend(Turn& turn) {
    auto& activity = turn.activity();
    if (activity.asleep) return;
    if (activity.input) end_input(turn, turn.now());
    activity.asleep = true;
    note_presence(turn);
}

void resume(Turn& turn) {
    auto& activity = turn.activity();
    if (!activity.asleep) return;
    activity.asleep = false;
    activity.returned = turn.now();
    note_presence(turn);
}

void sleep_unseen(Turn& turn, Instant since, Instant until) {
    auto& activity = turn.activity();
    if (activity.asleep) return advance(turn, until); // it was seen after all
    note_typing(turn, false);
    if (activity.input && !activity.locked) {
        start_absence(activity, since);
        activity.last_input = since;
    }
    activity.asleep = true;
    advance(turn, until);
    activity.asleep = false;
    activity.returned = turn.now();
    if (activity.input && !activity.locked) { // no source said that it ended
        see_person(turn);
        activity.input_since = turn.now();
        activity.last_input = turn.now();
        note_typing(turn, true);
    }
    note_presence(turn);
}

void note_passive_evidence(Turn& turn, bool was_passive) {
    if (!was_passive && presence_of(turn.state, turn.now()) == Presence::passive) see_person(turn);
    note_presence(turn);
}

void lose_idle_source(Turn& turn, std::string why) {
    auto& activity = turn.activity();
    activity.idle_source_why = std::move(why);
    if (!activity.idle_source) return;
    close_absence(turn);
    refresh_spans(turn); // the open bout has its id before another span takes the next
    activity.idle_source = false;
    start_absence(activity, turn.now());
    tell_of_no_idle_source(turn);
    note_presence(turn);
}

void tell_of_no_idle_source(Turn& turn) {
    turn.tell(idle_source_lost(turn.activity().idle_source_why));
    turn.record(Noted{"idle_source_lost"});
}

void find_idle_source(Turn& turn, std::optional<Instant> idle_since) {
    auto& activity = turn.activity();
    if (activity.idle_source) return;
    activity.idle_source = true;
    close_unseen(turn, SpanEnd::source);
    if (activity.blind >= blink) activity.input_since = turn.now(); // nobody can say what was before
    activity.blind = Duration::zero();
    activity.input = true;
    start_absence(activity, turn.now());
    if (!idle_since) {
        note_typing(turn, true);
    } else if (activity.restored_rest) {
        resume_absence(turn, *idle_since, *activity.restored_rest);
    } else {
        end_input(turn, *idle_since);
    }
    activity.restored_rest.reset();
    settle_downtime(turn);
    note_presence(turn);
}

void settle_downtime(Turn& turn) {
    auto& activity = turn.activity();
    if (!activity.down_ends_bout) return;
    activity.down_ends_bout = false;
    close_bout(turn, SpanEnd::left);
    close_unseen(turn, SpanEnd::stopped);
}

void count_input(Turn& turn, std::int64_t keys, std::int64_t clicks) {
    auto& bout = turn.state.spans.bout;
    if (!bout || bout->cells.empty()) return; // nobody at the desk: nobody's keys
    bout->input_counted = true;
    bout->cells.back().keys += keys;
    bout->cells.back().clicks += clicks;
}

} // namespace poise
