// SPDX-License-Identifier: GPL-3.0-or-later
#include "working_year.hpp"

#include "poise/iso_time.hpp"

namespace poise::test {

namespace {

using enum Kind;

OffsetChanges berlin_2026() {
    const std::chrono::sys_days spring{std::chrono::year{2026} / 3 / 29};
    const std::chrono::sys_days autumn{std::chrono::year{2026} / 10 / 25};
    return {{spring + 1h, 2h}, {autumn + 1h, 1h}};
}

} // namespace

WorkingYear::WorkingYear()
    : life_{"2026-01-05T08:30:00+01:00", {}, berlin_2026()}, // a Monday
      end_{parse_iso_time("2027-01-04T00:00:00+01:00")->utc} {}

void WorkingYear::live() {
    while (life_.now().utc < end_) {
        const Day today = day_of(stamp(life_.now()));
        const std::chrono::weekday weekday{today};
        if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday) work_on(today);
        is_away_until_morning();
    }
}

void WorkingYear::work_on(Day today) {
    ++count_.working_days;
    const auto of_day = [&](Duration time) { return instant_of(life_.now(), LocalTime{today} + time); };
    const auto number = (today - Day{}).count();
    const Instant lunch = of_day(12h), evening = of_day(17h);
    work_until(lunch);
    life_.is_locked_for(45min);
    if (number % 3 == 0) { // a meeting with hands off, and one's camera on
        life_.begins(Sign::meeting);
        work_until(life_.now().instant + 5min);
        life_.rests_for(25min);
        life_.ends(Sign::meeting);
        answer();
    }
    if (number % 10 == 0) life_.restarts_after(20s, number % 20 == 0);
    if (number % 7 == 0) {
        life_.begins(Sign::fullscreen);
        work_until(life_.now().instant + 50min);
        life_.ends(Sign::fullscreen);
    }
    work_until(evening);
}

void WorkingYear::work_until(Instant end) {
    while (life_.now().instant < end) {
        const Duration left = end - life_.now().instant;
        life_.works_for(std::min<Duration>(left, 2min));
        answer();
    }
}

/// Takes most, skips each fifth, finishes every eleventh at once.
void WorkingYear::answer() {
    const auto& open = life_.state().memory.open;
    if (!open || open->phase != Phase::shown || open->prompt.id == answered_) return;
    answered_ = open->prompt.id;
    const Prompt prompt = open->prompt;
    if (prompt.id % 5 == 0) {
        life_.skips();
        ++count_.kinds[index(prompt.kind)].outcomes[index(Outcome::skipped)];
    } else if (prompt.id % 11 == 0 || prompt.length == Duration::zero()) {
        life_.says_done();
        took(prompt.kind);
    } else {
        life_.starts().rests_for(prompt.length);
        took(prompt.kind);
    }
}

void WorkingYear::took(Kind kind) {
    ++count_.kinds[index(kind)].outcomes[index(Outcome::taken)];
    if (kind == posture_change) ++count_.posture_changes;
}

void WorkingYear::is_away_until_morning() {
    const LocalTime morning = LocalTime{day_of(stamp(life_.now()))} + std::chrono::days{1} + 8h + 30min;
    const Duration night = instant_of(life_.now(), morning) - life_.now().instant;
    life_.rests_for(night / 2).sleeps_for(night - night / 2);
}

} // namespace poise::test
