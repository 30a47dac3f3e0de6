// SPDX-License-Identifier: GPL-3.0-or-later
#include "weeks.hpp"

#include "poise/iso_time.hpp"

#include <algorithm>

namespace poise::test {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;

const Day monday = *parse_iso_day("2026-11-23");

/// taken, partial, natural, skipped, missed, withdrawn; then snoozes and rests.
constexpr std::array<std::array<int, outcome_count + 2>, kind_count> of_a_day{{
    {9, 1, 5, 2, 2, 1, 1, 6}, // microbreak
    {6, 0, 2, 1, 1, 1, 2, 0}, // posture_change
    {2, 1, 1, 1, 0, 0, 1, 1}, // snack
    {1, 0, 0, 0, 1, 1, 1, 0}, // mobility
    {0, 0, 0, 0, 0, 0, 0, 0}, // strength: see below
    {1, 0, 0, 1, 0, 0, 0, 0}, // breath
    {0, 0, 0, 0, 0, 0, 0, 0}, // workstation_check
    {1, 0, 0, 0, 0, 0, 0, 0}, // checkin
}};
constexpr std::array<std::pair<std::size_t, std::chrono::minutes>, 10> at_the_desk{{
    {8, 35min},
    {9, 55min},
    {10, 52min},
    {11, 48min},
    {12, 9min},
    {13, 41min},
    {14, 56min},
    {15, 50min},
    {16, 38min},
    {17, 12min},
}};

DayTotals a_day(int number, int better) {
    DayTotals day;
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
        std::copy_n(of_a_day[kind].begin(), outcome_count, day.kinds[kind].outcomes.begin());
        day.kinds[kind].snoozes = of_a_day[kind][outcome_count];
        day.kinds[kind].rests = of_a_day[kind][outcome_count + 1];
    }
    for (const Kind kind : {Kind::microbreak, Kind::posture_change}) {
        day.kinds[index(kind)].outcomes[index(Outcome::taken)] += better;
    }
    if (number == 1 || number == 4) day.kinds[index(Kind::strength)].outcomes[index(Outcome::taken)] = 1;
    for (const auto& [hour, length] : at_the_desk) day.hours[hour] = length - number * 1min - 7s;
    Duration together{};
    for (const auto& hour : day.hours) together += hour;
    day.passive = 31min + number * 1s;
    day.resting = 12min + number * 1s;
    day.working = together - day.passive - day.resting;
    day.standing = 83min + number * 2min + better * 10min;
    day.sitting = together - day.standing;
    day.away = 95min + number * 1min;
    day.longest_sit_bout = 52min + number * 3min;
    day.sit_bouts_over_45min = number % 3;
    day.posture_changes = 7 + number;
    day.input_counted = true;
    day.keys = 12345 + number;
    day.clicks = 678 + number;
    day.levers = {LeverTotals{2, 1, number % 2}, LeverTotals{1, number % 3 == 1 ? 0 : 1, 0}};
    day.pains = {{16, 3 + number % 3, 40min}, {10, 2, 25min}, {16, 4, 70min}};
    day.freer = number % 2 == 0;
    return day;
}

Days two_weeks() {
    Days all;
    for (int number = 0; number < 5; ++number) {
        all[monday + days{number}] = a_day(number, 2);
        all[monday - days{7} + days{number}] = a_day(number, 1);
    }
    auto& friday = all[monday + days{4}];
    friday.function = Function::easier;
    friday.plan_changes = {
        "You did 81 % of the exercises in two weeks, and it got better: the next progression of each drill."};
    friday.notices = {"idle_source_lost", "idle_source_lost", "review_at_two_weeks"};
    friday.unknown = 12min;
    return all;
}

WeekFigures figures(const Days& all, Day from, Day to) {
    const days back = back_to_compare(from, to);
    WeekFigures week;
    week.now = make_report(all, from, to, "Europe/Berlin", nullptr, "To sit through a film");
    week.before = make_report(all, from - back, to - back, "Europe/Berlin");
    week.levers = {"A1 Thoracic extension over the chair", "E2 Band pull-apart"};
    week.written = "2026-11-30 08:05";
    return week;
}

} // namespace

WeekFigures a_full_week() {
    WeekFigures week = figures(two_weeks(), monday, monday + days{6});
    week.proposed = PlanChange{PlanStep::progress, {}, {1, 1, {}}, week.now.plan_changes.front()};
    return week;
}

WeekFigures an_empty_week() {
    WeekFigures week = figures({}, monday, monday + days{6});
    week.now.key_task.clear();
    week.levers = {};
    return week;
}

WeekFigures a_quarter() {
    Days all;
    for (int number = 0; number < 92; ++number) all[monday + days{number}] = a_day(number % 7, number % 2);
    return figures(all, monday, monday + days{91});
}

WeekFigures a_hostile_week() {
    Days all = two_weeks();
    auto& tuesday = all[monday + days{1}];
    tuesday.plan_changes = {hostile_text};
    tuesday.notices = {hostile_text};
    WeekFigures week = figures(all, monday, monday + days{6});
    week.now.key_task = hostile_text;
    week.now.zone = hostile_text;
    week.now.pain_by_bout_length[hostile_text] = 1;
    week.levers = {hostile_text, hostile_text};
    week.proposed = PlanChange{PlanStep::load, {}, {2, 0, {}}, hostile_text};
    week.written = hostile_text;
    return week;
}

} // namespace poise::test
