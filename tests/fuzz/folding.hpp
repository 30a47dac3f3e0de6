// SPDX-License-Identifier: GPL-3.0-or-later
// What a start and a report make of facts, wherever these come from: it must come to an end, with numbers that are.
#pragma once

#include "must.hpp"

#include "own_guide.hpp"
#include "poise/report.hpp"
#include "poise/step.hpp"

#include <vector>

namespace poise::fuzz {

/// The machine that the seeds are from, some weeks later.
[[nodiscard]] inline Moment folding_moment() {
    Moment now{};
    now.instant += std::chrono::hours{24 * 40};
    now.utc += std::chrono::hours{24 * 20'800};
    now.offset = std::chrono::hours{1};
    return now;
}

/// Nothing where it would have a row for each day of a thousand years.
[[nodiscard]] inline std::optional<Report> report_on(const Days& days) {
    if (days.empty() || days.rbegin()->first - days.begin()->first > std::chrono::days{1000}) return std::nullopt;
    return make_report(days, days.begin()->first, days.rbegin()->first, "Europe/Berlin");
}

inline void start_from(const std::vector<Fact>& facts) {
    const Moment now = folding_moment();
    State state = restore({}, own_guide(), recent_facts(facts, now), now);
    state = step(std::move(state), Started{}, now).state;
    if (const auto wake = next_wake(state)) must(*wake > now.instant, "an alarm that is over");
    state = step(std::move(state), InputBegan{}, now).state;
    (void)step(std::move(state), Stopping{}, now);
}

} // namespace poise::fuzz
