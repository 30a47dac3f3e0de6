// SPDX-License-Identifier: GPL-3.0-or-later
// A year of working days in Berlin, with meetings, holds, both clock changes, locked nights and a daemon that dies
// every tenth day. The year counts what it did itself, and the reports must agree.
#include "life.hpp"

#include "poise/iso_time.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using enum Kind;

OffsetChanges berlin_2026() {
    const std::chrono::sys_days spring{std::chrono::year{2026} / 3 / 29};
    const std::chrono::sys_days autumn{std::chrono::year{2026} / 10 / 25};
    return {{spring + 1h, 2h}, {autumn + 1h, 1h}};
}

/// What this person did, by their own count.
struct OwnCount {
    std::array<KindTotals, kind_count> kinds{};
    int working_days = 0;
    int posture_changes = 0;
};

class Year {
public:
    void live() {
        while (life_.now().utc < end_) {
            const Day today = day_of(stamp(life_.now()));
            const std::chrono::weekday weekday{today};
            if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday) work_on(today);
            is_away_until_morning();
        }
    }

    Life life_{"2026-01-05T08:30:00+01:00", {}, berlin_2026()}; // a Monday
    OwnCount count_;

private:
    void work_on(Day today) {
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

    void work_until(Instant end) {
        while (life_.now().instant < end) {
            const Duration left = end - life_.now().instant;
            life_.works_for(std::min<Duration>(left, 1min));
            answer();
        }
    }

    /// Takes most, skips each fifth, finishes every eleventh at once.
    void answer() {
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
    void took(Kind kind) {
        ++count_.kinds[index(kind)].outcomes[index(Outcome::taken)];
        if (kind == posture_change) ++count_.posture_changes;
    }

    void is_away_until_morning() {
        const LocalTime morning = LocalTime{day_of(stamp(life_.now()))} + std::chrono::days{1} + 8h + 30min;
        const Duration night = instant_of(life_.now(), morning) - life_.now().instant;
        life_.rests_for(night / 2).sleeps_for(night - night / 2);
    }

    PromptId answered_ = 0;
    UtcTime end_ = parse_iso_time("2027-01-04T00:00:00+01:00")->utc;
};

TEST(Year, OfWorkingDaysAgreesWithItsOwnCount) {
    Year year;
    year.live();
    const Report report = year.life_.report();
    EXPECT_EQ(year.count_.working_days, 260);
    for (Kind kind : all_kinds) {
        const KindTotals& counted = report.by_kind[index(kind)];
        const KindTotals& own = year.count_.kinds[index(kind)];
        EXPECT_EQ(counted.of(Outcome::skipped), own.of(Outcome::skipped)) << name(kind);
        // Some were taken without an answer: covered by a longer one, or rested away while on screen.
        EXPECT_GE(counted.of(Outcome::taken), own.of(Outcome::taken)) << name(kind);
        EXPECT_EQ(counted.of(Outcome::missed), 0) << name(kind);
        EXPECT_EQ(counted.of(Outcome::partial), 0) << name(kind);
    }
    for (Kind kind : {mobility, strength, workstation_check, checkin}) {
        const int own = year.count_.kinds[index(kind)].of(Outcome::taken);
        EXPECT_EQ(report.by_kind[index(kind)].of(Outcome::taken), own) << name(kind);
    }
    EXPECT_EQ(report.posture_changes, year.count_.posture_changes);
    EXPECT_EQ(report.by_kind[index(mobility)].due(), 2 * 260);
    EXPECT_EQ(report.by_kind[index(checkin)].due(), 260);
    EXPECT_EQ(report.by_kind[index(workstation_check)].due(), 12); // every four weeks
    EXPECT_GE(report.by_kind[index(strength)].due(), 2 * 52);
    EXPECT_EQ(report.working_s + report.passive_s + report.resting_s, report.sit_s + report.stand_s);
    EXPECT_GT(report.by_kind[index(microbreak)].due(), 2000);
    EXPECT_EQ(report.unknown_s, 0);
}

} // namespace
} // namespace poise::test
