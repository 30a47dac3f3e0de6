// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise/step.hpp"

#include "activity.hpp"
#include "blocks.hpp"
#include "checkin.hpp"
#include "decide.hpp"
#include "ledger.hpp"
#include "levers.hpp"
#include "posture.hpp"
#include "prompting.hpp"
#include "review.hpp"
#include "safety.hpp"
#include "say.hpp"
#include "texts.hpp"
#include "week_notice.hpp"

#include <algorithm>

namespace poise {

namespace {

/// What each event changes. Time has already passed up to it.
struct Applying {
    Turn& turn;
    Day day_before; // as the clocks told it until this event

    Memory& memory() const { return turn.memory(); }
    Activity& activity() const { return turn.activity(); }

    void operator()(const TimePassed&) const {}
    void operator()(const SleptUnseen&) const {} // time has passed asleep
    void operator()(const CivilTimeChanged&) const {
        turn.record(CivilTimeSet{day_before});
        const auto paused_until = memory().paused_until;
        const Instant four = next_four(); // another one than when the pause was asked for
        if (paused_until && *paused_until > four) turn.record(Pause{four});
    }

    void operator()(const Started&) const {
        const Duration down = turn.now() - activity().last_fact;
        auto& open = memory().open;
        if (open && open->phase == Phase::offered && open->times_shown == 0) {
            finish(turn, Outcome::withdrawn, Why::not_shown);
        }
        if (open && open->phase == Phase::running) {
            open->progress = open->progress_when_written; // the rest of it must be proven
            open->typing_since = activity().last_fact;
        }
        if (down < turn.settings().seat_left_after) return;
        activity().returned = turn.now();
        activity().down_ends_bout = true;
        if (!activity().rebooted) return;
        settle_downtime(turn);
        // A machine that was off had nobody at it: this downtime is an absence like any other.
        for (Kind kind : {Kind::microbreak, Kind::posture_change, Kind::snack}) fulfil_by_rest(turn, kind);
        withdraw_for_absence(turn);
    }
    void operator()(const SensesSettled&) const {
        settle_downtime(turn);
        for (Sign sign : all_signs) {
            if (activity().stale[index(sign)]) end_unseen(sign);
        }
        if (!activity().idle_source) tell_of_no_idle_source(turn); // not before: a display may come up after the daemon
        note_presence(turn);
    }
    /// It ended while nobody looked; nobody was seen at its end either.
    void end_unseen(Sign by) const {
        activity().stale[index(by)] = false;
        turn.record_since(activity().last_fact, HoldChange{by, false});
    }
    void operator()(const Stopping&) const {
        close_bout(turn, SpanEnd::stopped);
        close_unseen(turn, SpanEnd::stopped);
        close_absence(turn);
    }

    void operator()(const InputBegan&) const { begin_input(turn); }
    void operator()(const InputEnded& ended) const { end_input(turn, ended.since); }
    void operator()(const InputCounted& counted) const { count_input(turn, counted.keys, counted.clicks); }
    void operator()(const InputCounting& counting) const {
        activity().counting = counting.available;
        if (turn.state.spans.bout && counting.available) turn.state.spans.bout->input_counted = true;
    }

    void operator()(const Locked&) const { lock(turn); }
    void operator()(const Unlocked&) const { unlock(turn); }
    void operator()(const Suspended&) const { suspend(turn); }
    void operator()(const Resumed&) const { resume(turn); }

    void operator()(const SignBegan& sign) const {
        activity().stale[index(sign.by)] = false;
        if (memory().signs[index(sign.by)]) return;
        const bool was_passive = activity().presence == Presence::passive;
        turn.record(HoldChange{sign.by, true});
        note_passive_evidence(turn, was_passive);
    }
    void operator()(const SignEnded& sign) const {
        activity().stale[index(sign.by)] = false;
        if (!memory().signs[index(sign.by)]) return;
        const bool was_meeting = memory().meeting_since.has_value();
        turn.record(HoldChange{sign.by, false});
        if (was_meeting && !memory().meeting_since) activity().meeting_ended = turn.now();
        note_presence(turn);
    }
    void operator()(const InhibitChanged& inhibit) const {
        const bool was_passive = activity().presence == Presence::passive;
        activity().inhibited = inhibit.on;
        note_passive_evidence(turn, was_passive);
    }

    void operator()(const IdleSourceLost& lost) const { lose_idle_source(turn, lost.why); }
    void operator()(const IdleSourceFound& found) const { find_idle_source(turn, found.idle_since); }

    void operator()(const ClientsChanged& clients) const { activity().any_client = clients.any; }
    void operator()(const PromptConfirmed& confirmed) const { confirm(turn, confirmed.id); }
    void operator()(const Answered& answered) const { answer(turn, answered.answer, answered.id, answered.snooze); }
    void operator()(const BreakAsked& asked) const { start_by_hand(turn, asked.kind); }
    void operator()(const PostureConfirmed& confirmed) const {
        hear_posture(turn, confirmed.posture, confirmed.source);
    }

    void operator()(const PauseAsked& pause) const {
        Instant end = next_four();
        if (pause.length) end = std::min(end, turn.now() + *pause.length);
        turn.record(Pause{end});
    }
    /// Quiet is forgotten at four in the morning at the latest.
    Instant next_four() const {
        using namespace std::chrono;
        const LocalTime local = local_time(stamp(turn.at));
        const LocalTime four = LocalTime{floor<days>(local)} + hours{4};
        return instant_of(turn.at, local < four ? four : four + days{1});
    }
    void operator()(const PauseEnded&) const {
        if (!memory().paused_until || *memory().paused_until <= turn.now()) return turn.refuse(tr("nothing is paused"));
        turn.record(Pause{});
    }

    void operator()(const CheckedIn& checked_in) const { check_in(turn, checked_in.checkin); }
    void operator()(const TooPainful& said) const { stop_for_pain(turn, said.id, said.pain); }
    void operator()(const Screened& screened) const { raise_red_flags(turn, screened.flags); }
    void operator()(const Cleared&) const { clear_red_flags(turn); }
    void operator()(const ProgrammeChosen& chosen) const { turn.record(DriverChosen{chosen.driver}); }

    void operator()(const Introduced&) const {
        if (!memory().introduced) turn.record(Noted{std::string{introduction_shown}});
    }
    void operator()(const KeyTaskNamed& named) const { turn.record(KeyTask{named.task}); }
    void operator()(const LeversNamed& named) const { name_levers(turn, named.drills); }
    void operator()(const FreerAnswered& answered) const { turn.record(Freer{answered.yes}); }
    void operator()(const FlareAsked& asked) const { set_flare(turn, asked.on); }
    void operator()(const PlanAnswered& answered) const { answer_plan(turn, answered.accepted); }
    void operator()(const GuideChanged& changed) const { turn.state.guide = changed.guide; }

    void operator()(const Erased& erased) const {
        auto& state = turn.state;
        const Memory before = std::move(memory());
        memory() = restore(state.settings, state.guide, erased.left, turn.at, turn.now()).memory;
        if (!erased.left.empty()) record_what_goes_on(before);
        keep_what_goes_on(before);
        state.spans = {};
        const bool still_open = memory().open && before.open && memory().open->prompt.id == before.open->prompt.id;
        if (before.open && !still_open) turn.withdraw(before.open->prompt.id, Why::erased);
    }
    /// What a restart must find again though it began in what was erased; who erased everything is new there.
    void record_what_goes_on(const Memory& before) const {
        for (Sign sign : all_signs) {
            if (before.signs[index(sign)] && !memory().signs[index(sign)]) turn.record(HoldChange{sign, true});
        }
        const bool paused = before.paused_until && *before.paused_until > turn.now();
        if (paused && memory().paused_until != before.paused_until) turn.record(Pause{before.paused_until});
        if (before.introduced && !memory().introduced) turn.record(Noted{std::string{introduction_shown}});
    }
    /// What is so, whatever is remembered of it: the senses speak only of changes, and nobody sat down because of this.
    void keep_what_goes_on(const Memory& before) const {
        memory().posture = before.posture;
        memory().signs = before.signs;
        memory().meeting_since = before.meeting_since;
        memory().paused_until = before.paused_until;
        memory().introduced = before.introduced;
    }

    void operator()(const SettingsChanged& changed) const { turn.state.settings = changed.settings; }
};

void let_time_pass(Turn& turn, const Event& event, Instant now) {
    if (std::holds_alternative<Started>(event)) {
        turn.activity().down_to = now; // nobody counted
    } else if (const auto* slept = std::get_if<SleptUnseen>(&event)) {
        const Instant since = std::clamp(slept->since, turn.now(), now);
        advance(turn, since);
        sleep_unseen(turn, since, now);
    } else {
        advance(turn, now);
    }
}

/// Record, Withdraw, Show, Tell; within each in the order of asking.
void put_in_order(std::vector<Effect>& effects) {
    std::ranges::stable_sort(effects, {}, [](const Effect& effect) { return effect.index(); });
}

} // namespace

Step step(State state, const Event& event, const Moment& given) {
    const Moment now = given.instant < state.now.instant ? moved(given, state.now.instant) : given;
    Turn turn{state, state.now};
    let_time_pass(turn, event, now.instant);
    const Day day_before = day_of(stamp(turn.at));
    turn.at = now; // the civil time may have been set
    roll_day(turn.memory(), day_of(stamp(now)));
    std::visit(Applying{turn, day_before}, event);
    if (std::holds_alternative<Stopping>(event)) {
        state.now = now;
    } else {
        settle_posture(turn);
        settle_open_prompt(turn);
        review_day(turn);
        tell_of_last_week(turn);
        decide(turn);
        if (const auto refresh = next_refresh(state); refresh && *refresh <= now.instant) refresh_spans(turn);
        state.now = now;
    }
    prune_shows(state.memory, now.instant);
    put_in_order(turn.effects);
    return {std::move(state), std::move(turn.effects), std::move(turn.refusal)};
}

std::optional<Instant> next_wake(const State& state) {
    const Moment& at = state.now;
    std::optional<Instant> next;
    const auto consider = [&](std::optional<Instant> then) {
        if (then && *then > at.instant && (!next || *then < *next)) next = then;
    };
    consider(next_presence_change(state, at.instant));
    consider(next_open_prompt_change(state, at.instant));
    consider(next_posture_change(state, at.instant));
    consider(next_decision(state));
    consider(next_refresh(state));
    return next;
}

} // namespace poise
