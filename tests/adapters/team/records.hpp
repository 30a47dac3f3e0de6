// SPDX-License-Identifier: GPL-3.0-or-later
// Weeks of a team's members for tests.
#pragma once

#include "weekly_record.hpp"

#include <random>

namespace poise::test {

inline Day day(int year, unsigned month, unsigned of_month) {
    return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of_month}};
}

inline const Day a_monday = day(2026, 11, 23);

/// 12 of 20 microbreaks taken, and so on.
inline WeeklyRecord a_record() {
    return {a_monday, 1, 4, {12, 1, 4, 2, 1}, {5, 0, 2, 3, 0}, 7, 1200, 300, 1000, LongSits::one_to_four};
}

/// Any record that is valid.
inline WeeklyRecord random_record(std::mt19937& random, int busiest = 40) {
    const auto number = [&random](int least, int most) {
        return std::uniform_int_distribution<int>{least, most}(random);
    };
    const auto counts = [&] {
        if (number(0, 9) == 0) return KindCounts{};
        const auto count = [&] { return number(0, busiest); };
        return KindCounts{count(), count(), count(), count(), count()};
    };
    WeeklyRecord record{a_monday, 1, number(2, 7), counts(), counts(), {}, 0, 0, 0, {}};
    if (number(0, 3) > 0) record.movement = number(1, 60);
    record.sitting_min = 5 * number(0, 600);
    record.standing_min = 5 * number(0, 300);
    record.working_min = 5 * number(0, (record.sitting_min + record.standing_min) / 5);
    record.long_sits = static_cast<LongSits>(number(0, 3));
    return record;
}

} // namespace poise::test
