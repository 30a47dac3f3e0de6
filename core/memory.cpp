// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory.hpp"

#include "dose.hpp"
#include "practice.hpp"

#include <algorithm>

namespace poise {

namespace {

std::optional<std::size_t> mobility_window_at(const Settings& settings, LocalTime local) {
    const auto time_of_day = local - LocalTime{std::chrono::floor<std::chrono::days>(local)};
    for (std::size_t i = 0; i < settings.mobility_windows.size(); ++i) {
        const auto& window = settings.mobility_windows[i];
        if (window.from <= time_of_day && time_of_day < window.to) return i;
    }
    return std::nullopt;
}

struct Remembering {
    Memory& memory;
    const Settings& settings;
    const Stamp& at;

    KindMemory& of(Kind kind) const { return memory.kinds[index(kind)]; }

    void set_clocks(const Clocks& clocks) const {
        for (std::size_t i = 0; i < kind_count; ++i) memory.kinds[i].elapsed = clocks.elapsed[i];
        memory.desk_today = clocks.desk_today;
        memory.written = at.instant;
        if (!memory.open) return;
        memory.open->waited = clocks.waited;
        memory.open->progress = clocks.progress;
        memory.open->progress_when_written = clocks.progress;
    }

    void operator()(const Bout& bout) const {
        memory.next_span = std::max(memory.next_span, bout.id + 1);
        set_clocks(bout.clocks);
        // An open one is written again and may end elsewhere: what it said meanwhile, a restart does not know.
        if (bout.end != SpanEnd::open && !bout.cells.empty()) {
            const auto& last = bout.cells.back(); // not `at`: a bout may be closed days later
            begin_week(working_week(LocalTime{last.day} + std::chrono::hours{last.hour}));
        }
        if (bout.end == SpanEnd::left) memory.posture = Posture::sitting; // D: whoever comes back sits down
    }
    void begin_week(Day monday) const {
        if (memory.desk_week && monday <= *memory.desk_week) return;
        memory.untold_week = memory.desk_week;
        memory.desk_week = monday;
    }
    void operator()(const Unseen& unseen) const {
        memory.next_span = std::max(memory.next_span, unseen.id + 1);
        set_clocks(unseen.clocks);
    }
    void operator()(const Absence&) const {}
    void operator()(const CivilTimeSet&) const {} // the days were rolled before and after
    void operator()(const Noted& noted) const {
        if (noted.notice == "review_at_two_weeks") memory.reviews_told[0] = day_of(at);
        if (noted.notice == "review_at_four_weeks") memory.reviews_told = {day_of(at), day_of(at)};
        if (noted.notice == stopped_for_pain) memory.practice.ease_next = true;
        if (noted.notice == introduction_shown) memory.introduced = true;
        if (noted.notice == week_told) {
            begin_week(working_week(local_time(at)));
            memory.untold_week.reset();
        }
    }

    void operator()(const Offered& offered) const {
        memory.next_prompt = std::max(memory.next_prompt, offered.prompt.id + 1);
        OpenPrompt open;
        open.prompt = offered.prompt;
        open.by_hand = offered.by_hand;
        open.day = day_of(at);
        open.phase = Phase::offered;
        open.since = at.instant;
        if (offered.prompt.kind == Kind::mobility) open.window = mobility_window_at(settings, local_time(at));
        open.eased = memory.practice.ease_next && is_exercise(offered.prompt.kind);
        if (offered.prompt.asks_freer) memory.practice.freer_asked = day_of(at);
        if (!offered.prompt.cue.empty()) memory.practice.last_cue = offered.prompt.cue;
        memory.open = std::move(open);
    }
    void operator()(const Shown& shown) const {
        prune_shows(memory, at.instant);
        memory.shows.push_back(at.instant);
        if (!memory.open || memory.open->prompt.id != shown.id) return;
        memory.open->phase = Phase::shown;
        memory.open->since = at.instant;
        memory.open->times_shown += 1;
        memory.open->waited = Duration::zero();
        const bool in_time = has_meeting_snack(memory, at.instant);
        if (memory.open->prompt.kind == Kind::snack && in_time) memory.meeting_snack_until = Instant::max();
    }
    void operator()(const BreakStarted& started) const {
        if (!memory.open || memory.open->prompt.id != started.id) return;
        memory.open->phase = Phase::running;
        memory.open->since = at.instant;
        memory.open->progress = Duration::zero();
        memory.open->progress_when_written = Duration::zero();
    }
    void operator()(const Snooze& snooze) const {
        if (!memory.open || memory.open->prompt.id != snooze.id) return;
        memory.open->phase = Phase::snoozed;
        memory.open->since = at.instant;
        memory.open->snoozed_until = at.instant + snooze.length;
        memory.open->was_snoozed = true;
        of(memory.open->prompt.kind).snoozes += 1;
    }

    void operator()(const PromptOutcome& fact) const {
        const Kind kind = fact.kind;
        std::optional<std::size_t> window;
        Day asked = day_of(at);
        if (memory.open && memory.open->prompt.id == fact.id) {
            window = memory.open->window;
            asked = memory.open->day;
            note_outcome(memory, fact, memory.open->prompt.drills, memory.open->eased, at);
            memory.open.reset();
        }
        memory.next_prompt = std::max(memory.next_prompt, fact.id + 1);
        const bool withdrawn = fact.outcome == Outcome::withdrawn;
        if (fact.shown) {
            memory.last_outcome = at.instant;
            if (is_exercise(kind) && !withdrawn) memory.last_exercise = at.instant;
        }
        if (fact.outcome == Outcome::skipped || fact.outcome == Outcome::missed) {
            of(kind).refusals += 1;
        } else if (!withdrawn) {
            of(kind).refusals = 0;
        }
        if (withdrawn && fact.why != Why::unknown) return; // it stays due
        start_anew(kind);
        if (fact.outcome == Outcome::taken) {
            for (Kind shorter : covered_by(kind)) start_anew(shorter);
        }
        if (kind == Kind::mobility && window) {
            memory.mobility_asked.resize(std::max(memory.mobility_asked.size(), *window + 1));
            memory.mobility_asked[*window] = asked;
        }
        if (kind == Kind::strength) memory.strength_asked = asked;
        if (kind == Kind::checkin) memory.checked_in = asked;
        if (kind == Kind::workstation_check) {
            memory.workstation_checked = at.instant;
            memory.discomfort_rises = false;
        }
        const bool done = fact.outcome == Outcome::taken || fact.outcome == Outcome::partial;
        if (kind == Kind::strength && done) memory.strength_done = day_of(at);
    }
    void start_anew(Kind kind) const {
        of(kind).elapsed = Duration::zero();
        of(kind).snoozes = 0;
        if (kind == Kind::snack) memory.meeting_snack_until.reset();
    }
    void operator()(const Rest& rest) const { start_anew(rest.kind); }
    void operator()(const PostureChange& change) const {
        memory.posture = change.posture;
        start_anew(Kind::posture_change);
    }

    void operator()(const HoldChange& hold) const {
        memory.signs[index(hold.by)] = hold.on ? std::optional{at.instant} : std::nullopt;
        const bool meeting = memory.signs[index(Sign::meeting)] || memory.signs[index(Sign::screencast)];
        if (meeting) {
            if (!memory.meeting_since) memory.meeting_since = at.instant;
        } else if (memory.meeting_since) {
            if (at.instant - *memory.meeting_since >= long_meeting) end_long_meeting();
            memory.meeting_since.reset();
        }
    }
    void end_long_meeting() const {
        memory.long_meeting_ended = at.instant;
        const bool just_moved = memory.last_exercise && at.instant - *memory.last_exercise < settings.exercise_spacing;
        if (just_moved) return;
        const Instant lapses = at.instant + meeting_snack_lapses_after;
        memory.meeting_snack_until = std::max(memory.meeting_snack_until.value_or(lapses), lapses);
    }

    void operator()(const Pause& pause) const { memory.paused_until = pause.until; }
    void operator()(const Safety& safety) const {
        if (safety.flags.empty()) memory.red_flags.clear();
        for (const auto& flag : safety.flags) {
            if (std::ranges::find(memory.red_flags, flag) == memory.red_flags.end()) memory.red_flags.push_back(flag);
        }
        memory.cleared = safety.flags.empty();
    }
    void operator()(const DriverChosen& chosen) const {
        if (chosen.driver != memory.driver) { // another programme begins where every programme begins
            memory.plan = {};
            memory.last_change.reset();
            memory.plan_since.reset();
        }
        memory.driver = chosen.driver;
        memory.cleared = false; // a clearance is for the driver it was given for
    }
    void operator()(const Checkin& checkin) const {
        note_checkin(memory, checkin, at);
        // "Tight today", said in the morning, is not the answer to how the day was.
        if (checkin.pain || checkin.function || !checkin.tight) memory.checked_in = day_of(at);
    }
    void operator()(const KeyTask& named) const { memory.key_task = named.task; }
    void operator()(const LeversChosen& chosen) const { memory.levers = chosen.drills; }
    void operator()(const Freer&) const { memory.practice.freer_asked = day_of(at); }
    void operator()(const FlareChange& change) const {
        const Day today = day_of(at);
        const Day since = in_flare(memory, today) ? memory.flare->since : today; // a stronger one is the same one
        memory.flare = change.on ? std::optional{Flare{since, change.percent}} : std::nullopt;
    }
    void operator()(const PlanChange& change) const {
        memory.plan = change.plan;
        memory.last_change = can_be_refused(change) ? std::optional{change} : std::nullopt;
        if (!is_answer(change)) memory.plan_since = day_of(at);
    }
};

} // namespace

const std::vector<Kind>& covered_by(Kind kind) {
    static const std::vector<Kind> nothing{};
    static const std::vector<Kind> by_snack{Kind::microbreak};
    static const std::vector<Kind> by_strength{Kind::microbreak, Kind::snack};
    static const std::vector<Kind> by_mobility{Kind::microbreak, Kind::snack, Kind::breath};
    static const std::vector<Kind> by_posture_change{Kind::microbreak};
    switch (kind) {
    case Kind::snack: return by_snack;
    case Kind::strength: return by_strength;
    case Kind::mobility: return by_mobility;
    case Kind::posture_change: return by_posture_change;
    case Kind::microbreak:
    case Kind::breath:
    case Kind::workstation_check:
    case Kind::checkin: break;
    }
    return nothing;
}

bool has_meeting_snack(const Memory& memory, Instant now) {
    return memory.meeting_snack_until && now < *memory.meeting_snack_until;
}

void roll_day(Memory& memory, Day day) {
    if (memory.day == day) return;
    memory.day = day;
    memory.desk_today = Duration::zero();
    for (auto& kind : memory.kinds) kind.refusals = 0;
    memory.practice.today.clear();
    memory.practice.tight_rounds = 1;
    prune_practice(memory.practice, day);
    memory.kinds[index(Kind::breath)].elapsed = Duration::zero();
}

void prune_shows(Memory& memory, Instant now) {
    std::erase_if(memory.shows, [&](Instant show) { return now - show >= std::chrono::hours{1}; });
}

void remember(Memory& memory, const Settings& settings, const Fact& fact) {
    if (const auto* set = std::get_if<CivilTimeSet>(&fact.body)) roll_day(memory, set->before);
    roll_day(memory, day_of(fact.at));
    std::visit(Remembering{memory, settings, fact.at}, fact.body);
}

} // namespace poise
