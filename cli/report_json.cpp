// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_json.hpp"

#include "poise/iso_time.hpp"

namespace poise {

namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json to_json(const KindTotals& totals) {
    Json json;
    json["due"] = totals.due();
    for (Outcome outcome : all_outcomes) json[std::string{name(outcome)}] = totals.of(outcome);
    json["snoozes"] = totals.snoozes;
    json["rests"] = totals.rests;
    return json;
}

Json input_to_json(const Report& report) {
    Json json;
    json["keys"] = report.input_counted ? Json(report.keys) : Json(nullptr);
    json["clicks"] = report.input_counted ? Json(report.clicks) : Json(nullptr);
    json["available"] = report.input_counted;
    return json;
}

Json pain_to_json(const Report& report) {
    Json json;
    json["mean"] = or_null(report.pain_mean);
    json["by_hour"] = Json::object();
    for (const auto& [hour, mean] : report.pain_by_hour) json["by_hour"][std::to_string(hour)] = mean;
    json["by_bout_length"] = Json::object();
    for (const auto& [length, mean] : report.pain_by_bout_length) json["by_bout_length"][length] = mean;
    return json;
}

/// F3, F8: what was asked about, and what was said of it in each week.
Json function_to_json(const Report& report) {
    Json json{{"task", report.key_task.empty() ? Json(nullptr) : Json(report.key_task)}, {"weeks", Json::array()}};
    for (const auto& [week, function] : report.function_weeks) {
        json["weeks"].push_back({{"week", to_iso(week)}, {"function", name(function)}});
    }
    return json;
}

/// F2
Json levers_to_json(const Report& report) {
    Json json = Json::object();
    for (const Lever lever : all_levers) {
        const auto& totals = report.levers[index(lever)];
        json[std::string{name(lever)}] = {{"due", totals.due}, {"taken", totals.taken}, {"partial", totals.partial}};
    }
    return json;
}

} // namespace

Json to_json(const Report& report) {
    Json json;
    json["from"] = to_iso(report.from);
    json["to"] = to_iso(report.to);
    json["week"] = report.week ? Json(to_iso(*report.week)) : Json(nullptr);
    json["zone"] = report.zone;
    json["function"] = function_to_json(report);
    json["pain"] = pain_to_json(report);
    json["coverage"] = or_null(report.coverage);
    json["adherence"] = or_null(report.adherence);
    for (Kind kind : all_kinds) json["by_kind"][std::string{name(kind)}] = to_json(report.by_kind[index(kind)]);
    json["sit_s"] = report.sit_s;
    json["stand_s"] = report.stand_s;
    json["working_s"] = report.working_s;
    json["passive_s"] = report.passive_s;
    json["resting_s"] = report.resting_s;
    json["away_s"] = report.away_s;
    json["unknown_s"] = report.unknown_s;
    json["longest_sit_bout_s"] = report.longest_sit_bout_s;
    json["sit_bouts_over_45min"] = report.sit_bouts_over_45min;
    json["posture_changes"] = report.posture_changes;
    json["input"] = input_to_json(report);
    json["by_hour"] = report.by_hour;
    json["levers"] = levers_to_json(report);
    json["freer"] = {{"yes", report.freer_yes}, {"no", report.freer_no}};
    json["plan_changes"] = report.plan_changes;
    json["notices"] = report.notices;
    return json;
}

} // namespace poise
