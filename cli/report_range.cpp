// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_range.hpp"

#include "poise/iso_time.hpp"
#include "problem_text.hpp"

namespace poise {

namespace {

Unexpected<std::string> wrong(const std::string& what) { return Unexpected{what}; }

Result<DayRange, std::string> range_of_week(const std::string& text) {
    const auto week = parse_iso_week(text);
    if (!week) return wrong(in_backticks(text) + " is no week (expected one such as 2026-W47)");
    const Day monday = monday_of(*week);
    return DayRange{monday, monday + std::chrono::days{6}};
}

} // namespace

Result<DayRange, std::string> range_of(const RangeAsked& asked, Day today) {
    if (!asked.week.empty()) return range_of_week(asked.week);
    DayRange range{monday_of(iso_week(today)), today};
    for (const auto& [text, day] : {std::pair{&asked.from, &range.from}, std::pair{&asked.to, &range.to}}) {
        if (text->empty()) continue;
        const auto parsed = parse_iso_day(*text);
        if (!parsed) return wrong(in_backticks(*text) + " is no day (expected one such as 2026-11-23)");
        *day = *parsed;
    }
    if (range.from > range.to) {
        return wrong(to_iso(range.from) + " is later than " + to_iso(range.to) + " (expected --from before --to)");
    }
    if (range.to - range.from > longest_range) {
        return wrong(to_iso(range.from) + " to " + to_iso(range.to) + " is too long (expected at most 100 years)");
    }
    return range;
}

} // namespace poise
