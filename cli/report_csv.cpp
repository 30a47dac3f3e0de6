// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_csv.hpp"

#include "poise/iso_time.hpp"

#include <nlohmann/json.hpp>

#include <map>

namespace poise {

namespace {

class CsvTable {
public:
    explicit CsvTable(const Report& report) : days_{to_iso(report.from) + "," + to_iso(report.to) + ","} {}

    void add(std::string_view about, std::string_view measure, std::string_view value) {
        text_ += days_ + csv_field(about) + "," + csv_field(measure) + "," + csv_field(value) + "\r\n";
    }
    void add(std::string_view about, std::string_view measure, std::int64_t value) {
        add(about, measure, std::to_string(value));
    }
    /// With a point and as many digits as are needed, whatever the locale.
    void add(std::string_view about, std::string_view measure, const std::optional<double>& value) {
        add(about, measure, value ? nlohmann::json(*value).dump() : std::string{});
    }
    [[nodiscard]] std::string text() const { return "from,to,about,measure,value\r\n" + text_; }

private:
    std::string days_;
    std::string text_;
};

void add_kind(CsvTable& table, Kind kind, const KindTotals& totals) {
    const auto about = name(kind);
    table.add(about, "due", totals.due());
    for (const Outcome outcome : all_outcomes) table.add(about, name(outcome), totals.of(outcome));
    table.add(about, "snoozes", totals.snoozes);
    table.add(about, "rests", totals.rests);
    table.add(about, "coverage", coverage(totals));
    table.add(about, "adherence", adherence(totals));
}

void add_totals(CsvTable& table, const Report& report) {
    constexpr std::string_view about = "all";
    table.add(about, "coverage", report.coverage);
    table.add(about, "adherence", report.adherence);
    table.add(about, "sit_s", report.sit_s);
    table.add(about, "stand_s", report.stand_s);
    table.add(about, "working_s", report.working_s);
    table.add(about, "passive_s", report.passive_s);
    table.add(about, "resting_s", report.resting_s);
    table.add(about, "away_s", report.away_s);
    table.add(about, "unknown_s", report.unknown_s);
    table.add(about, "longest_sit_bout_s", report.longest_sit_bout_s);
    table.add(about, "sit_bouts_over_45min", report.sit_bouts_over_45min);
    table.add(about, "posture_changes", report.posture_changes);
    table.add(about, "keys", report.input_counted ? std::to_string(report.keys) : "");
    table.add(about, "clicks", report.input_counted ? std::to_string(report.clicks) : "");
}

void add_pain(CsvTable& table, const Report& report) {
    table.add("pain", "mean", report.pain_mean);
    for (const auto& [hour, mean] : report.pain_by_hour) {
        table.add("pain", "mean_at_hour_" + std::to_string(hour), std::optional{mean});
    }
    for (const auto& [length, mean] : report.pain_by_bout_length)
        table.add("pain", "mean_after_" + length + "min", std::optional{mean});
}

/// F2, F3, F4, F7
void add_how_it_goes(CsvTable& table, const Report& report) {
    table.add("function", "task", report.key_task);
    for (const auto& [week, function] : report.function_weeks) table.add("function", to_iso(week), name(function));
    for (const Lever lever : all_levers) {
        const auto& totals = report.levers[index(lever)];
        const std::string about = "lever_" + std::string{name(lever)};
        table.add(about, "due", totals.due);
        table.add(about, "taken", totals.taken);
        table.add(about, "partial", totals.partial);
    }
    table.add("freer", "yes", report.freer_yes);
    table.add("freer", "no", report.freer_no);
    for (const auto& why : report.plan_changes) table.add("plan", "change", why);
}

void add_hours(CsvTable& table, const Report& report) {
    Day day = report.from;
    for (const auto& hours : report.by_hour) {
        for (std::size_t hour = 0; hour < hours.size(); ++hour) {
            table.add(to_iso(day), "hour_" + std::to_string(hour) + "_s", hours[hour]);
        }
        day += std::chrono::days{1};
    }
}

} // namespace

std::string report_csv(const Report& report) {
    CsvTable table{report};
    for (const Kind kind : all_kinds) add_kind(table, kind, report.by_kind[index(kind)]);
    add_totals(table, report);
    add_how_it_goes(table, report);
    add_pain(table, report);
    add_hours(table, report);
    table.add("all", "zone", report.zone);
    std::map<std::string, std::int64_t> notices;
    for (const auto& notice : report.notices) notices[notice] += 1;
    for (const auto& [notice, count] : notices) table.add("notice", notice, count);
    return table.text();
}

} // namespace poise
