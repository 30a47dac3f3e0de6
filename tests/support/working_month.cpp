// SPDX-License-Identifier: GPL-3.0-or-later
#include "working_month.hpp"

#include <algorithm>

namespace poise::test {

namespace {

template <class Body, class Use>
void for_each_fact(const Life& life, Use use) {
    for (const Fact& fact : life.facts()) {
        if (const auto* body = std::get_if<Body>(&fact.body)) use(fact.at, *body);
    }
}

} // namespace

WorkingMonth::WorkingMonth(Driver driver, Settings settings)
    : life_{"2026-11-23T08:00:00+01:00", std::move(settings)}, first_{day_of(stamp(life_.now()))} {
    life_.after_each_step = [this](const Life&, const std::vector<Effect>& effects) {
        for (const Effect& effect : effects) {
            if (const auto* tell = std::get_if<Tell>(&effect)) told_.push_back(tell->notice.id);
        }
    };
    if (driver != Driver::prevention) says(ProgrammeChosen{driver});
}

Instant WorkingMonth::at(Duration time_of_day) const {
    return instant_of(life_.now(), LocalTime{first_ + std::chrono::days{today_}} + time_of_day);
}

int WorkingMonth::number_of(const Stamp& stamp) const { return static_cast<int>((day_of(stamp) - first_).count()); }

void WorkingMonth::day() {
    if (today_ % 7 < 5) {
        works_until(at(12h));
        life_.is_locked_for(45min);
        works_until(at(17h));
    }
    ++today_;
    life_.rests_for(at(8h) - life_.now().instant);
}

void WorkingMonth::days(int count) {
    for (int i = 0; i < count; ++i) day();
}

void WorkingMonth::works_until(Instant end) {
    while (life_.now().instant < end) {
        life_.works_for(std::min<Duration>(end - life_.now().instant, 4min));
        answer();
    }
}

void WorkingMonth::answer() {
    const auto& open = memory().open;
    if (!open || open->phase != Phase::shown || open->prompt.id == answered_) return;
    answered_ = open->prompt.id;
    does(Prompt{open->prompt});
}

void WorkingMonth::does(const Prompt& prompt) {
    if (prompt.kind == Kind::checkin) {
        Checkin checkin;
        checkin.pain = habits.evening_pain;
        if (prompt.asks_function) checkin.function = habits.function;
        says(CheckedIn{checkin});
    } else if (is_exercise(prompt.kind) && !habits.exercises) {
        life_.skips();
    } else if (prompt.length == Duration::zero()) {
        life_.says_done();
    } else {
        life_.starts().rests_for(prompt.length / 2);
        if (habits.in_a_break && is_exercise(prompt.kind)) habits.in_a_break(life_, prompt.kind);
        life_.rests_for(prompt.length - prompt.length / 2);
        if (prompt.asks_freer) says(FreerAnswered{true});
        if (prompt.kind != Kind::mobility || !habits.pain_after) return;
        Checkin checkin;
        checkin.pain = habits.pain_after;
        life_.works_for(5min).event(CheckedIn{checkin});
    }
}

std::vector<Done> WorkingMonth::done(Kind kind, int from, int to) const {
    std::vector<Done> breaks;
    std::optional<Prompt> offered;
    for (const Fact& fact : life_.facts()) {
        if (const auto* offer = std::get_if<Offered>(&fact.body)) offered = offer->prompt;
        const auto* outcome = std::get_if<PromptOutcome>(&fact.body);
        const bool is_end = outcome && offered && offered->id == outcome->id && outcome->kind == kind;
        if (!is_end || number_of(fact.at) < from || number_of(fact.at) >= to) continue;
        const bool is_done = outcome->outcome == Outcome::taken || outcome->outcome == Outcome::partial;
        if (is_done) breaks.push_back({number_of(fact.at), *offered, outcome->outcome});
    }
    return breaks;
}

std::vector<Prompt> WorkingMonth::asked(Kind kind, int from, int to) const {
    std::vector<Prompt> prompts;
    for_each_fact<Offered>(life_, [&](const Stamp& at, const Offered& offered) {
        const int day = number_of(at);
        if (offered.prompt.kind == kind && from <= day && day < to) prompts.push_back(offered.prompt);
    });
    return prompts;
}

std::set<std::string> WorkingMonth::drills_done() const {
    std::set<std::string> drills;
    for (const Kind kind : all_kinds) {
        for (const Done& each : done(kind)) {
            for (const auto& drill : each.prompt.drills) drills.insert(drill.drill);
        }
    }
    return drills;
}

int WorkingMonth::count_told(std::string_view notice) const {
    return static_cast<int>(std::ranges::count(told_, notice));
}

std::vector<PlanChange> WorkingMonth::plan_changes() const {
    std::vector<PlanChange> changes;
    for_each_fact<PlanChange>(life_, [&](const Stamp&, const PlanChange& change) { changes.push_back(change); });
    return changes;
}

} // namespace poise::test
