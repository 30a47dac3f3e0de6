// SPDX-License-Identifier: GPL-3.0-or-later
#include "hours_table.hpp"

#include "cells.hpp"
#include "say.hpp"

#include "poise/iso_time.hpp"

#include <algorithm>
#include <array>

namespace poise {

namespace {

constexpr std::size_t days_shown = 7; // of a longer time only the mean of each weekday
constexpr std::int64_t hour_s = 3600;

struct DayColumn {
    std::string heading;
    std::array<std::int64_t, 24> seconds{};
};

std::vector<DayColumn> each_day(const Report& report) {
    std::vector<DayColumn> columns;
    Day day = report.from;
    for (const auto& hours : report.by_hour) {
        columns.push_back({weekday_of(day) + " " + to_iso(day).substr(8), hours});
        day += std::chrono::days{1};
    }
    return columns;
}

std::vector<DayColumn> mean_of_each_weekday(const Report& report) {
    std::vector<DayColumn> columns(days_shown);
    std::array<std::int64_t, days_shown> count{};
    Day day = report.from;
    for (const auto& hours : report.by_hour) {
        const std::size_t weekday = std::chrono::weekday{day}.iso_encoding() - 1;
        std::ranges::transform(columns[weekday].seconds, hours, columns[weekday].seconds.begin(), std::plus{});
        columns[weekday].heading = weekday_of(day);
        count[weekday] += 1;
        day += std::chrono::days{1};
    }
    for (std::size_t weekday = 0; weekday < days_shown; ++weekday) {
        for (auto& seconds : columns[weekday].seconds) seconds /= count[weekday];
    }
    return columns;
}

/// The minutes, shaded; rounded up, since a minute in an hour is not nothing.
Cell hour_cell(std::int64_t seconds) {
    Cell cell{std::to_string((seconds + 59) / 60)};
    cell.lasts = seconds;
    // Where clocks go back, an hour has two.
    cell.shade = static_cast<int>(std::min<std::int64_t>((seconds * most_shade + hour_s - 1) / hour_s, most_shade));
    return cell;
}

} // namespace

Section hours_section(const Report& report) {
    Section section{tr("Hours"), {}, {}};
    const bool is_mean = report.by_hour.size() > days_shown;
    const auto columns = is_mean ? mean_of_each_weekday(report) : each_day(report);
    Table table{
        is_mean ? tr("Minutes at the desk, the mean of each weekday") : tr("Minutes at the desk"), {tr("Hour")}, {}};
    for (const auto& column : columns) table.columns.push_back(column.heading);
    std::size_t first = 24;
    std::size_t last = 0;
    for (std::size_t hour = 0; hour < 24; ++hour) {
        if (std::ranges::none_of(columns, [&](const DayColumn& day) { return day.seconds[hour] > 0; })) continue;
        first = std::min(first, hour);
        last = hour;
    }
    if (first == 24) {
        section.sentences.emplace_back(tr("No data: no time at the desk was seen."));
        return section;
    }
    for (std::size_t hour = first; hour <= last; ++hour) {
        Row row{hour_text(static_cast<int>(hour)), {}};
        for (const auto& column : columns) row.cells.push_back(hour_cell(column.seconds[hour]));
        table.rows.push_back(std::move(row));
    }
    section.sentences.emplace_back(tr("At no other hour were you at the desk."));
    section.tables.push_back(std::move(table));
    return section;
}

} // namespace poise
