// SPDX-License-Identifier: GPL-3.0-or-later
// A person's week as a page: how it goes first (F8), then what was done of what was asked, how they sat and stood, and
// what follows. It holds every figure of the report, each beside what it is a share of; what was not measured says so.
#pragma once

#include "page.hpp"

#include "poise/report.hpp"

#include <array>
#include <optional>
#include <string>

namespace poise {

struct WeekFigures {
    Report now;
    Report before;                               // as many days, whole weeks earlier
    std::array<std::string, lever_count> levers; // F2: their drills, as a person calls them; empty: none
    std::optional<PlanChange> proposed;          // F4: that can still be refused
    std::string written;                         // when, in local time
};

[[nodiscard]] Page week_page(const WeekFigures&);

/// How far back `before` lies: the same weekdays, and no day of `now` in it.
[[nodiscard]] std::chrono::days back_to_compare(Day from, Day to);

} // namespace poise
