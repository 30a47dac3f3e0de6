// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollup.hpp"

#include "json_fields.hpp"
#include "poise/iso_time.hpp"

#include <iterator>

namespace poise {

namespace {

Json pains_json(const std::vector<PainRecord>& pains) {
    Json list = Json::array();
    for (const auto& record : pains) {
        list.push_back({{"hour", record.hour},
                        {"pain", record.pain},
                        {"sat_for_s", record.sat_for ? seconds_json(*record.sat_for) : Json(nullptr)}});
    }
    return list;
}

std::vector<PainRecord> read_pains(const std::string& text) {
    // The table is ours and changes with the facts: what does not fit here is damage, and is left out.
    Problems problems;
    const Json list{{"pains", Json::parse(text, nullptr, false)}};
    std::vector<PainRecord> pains;
    for (auto& fields : JsonFields{list, problems}.objects("pains")) {
        PainRecord record{static_cast<int>(fields.integer("hour")), static_cast<int>(fields.integer("pain")), {}};
        if (!fields.is_null("sat_for_s")) record.sat_for = fields.seconds("sat_for_s");
        pains.push_back(record);
    }
    return pains;
}

std::vector<std::string> read_notices(const std::string& text) {
    Problems problems;
    const Json list{{"notices", Json::parse(text, nullptr, false)}};
    return JsonFields{list, problems}.texts("notices");
}

Json goes_json(const DayTotals& totals) {
    Json json = Json::object();
    for (const Lever lever : all_levers) {
        const auto& of_lever = totals.levers[index(lever)];
        if (of_lever == LeverTotals{}) continue;
        json["levers"][std::string{name(lever)}] = {
            {"due", of_lever.due}, {"taken", of_lever.taken}, {"partial", of_lever.partial}};
    }
    if (totals.function) json["function"] = name(*totals.function);
    if (totals.freer) json["freer"] = *totals.freer;
    if (!totals.plan_changes.empty()) json["plan_changes"] = texts_json(totals.plan_changes);
    return json;
}

void read_goes(const std::string& text, DayTotals& totals) {
    Problems problems; // as in read_pains
    const Json json = Json::parse(text, nullptr, false);
    JsonFields fields{json, problems};
    if (!fields.is_null("levers")) {
        auto levers = fields.object("levers");
        for (const Lever lever : all_levers) {
            if (levers.is_null(name(lever))) continue;
            auto of_lever = levers.object(name(lever));
            totals.levers[index(lever)] = {static_cast<int>(of_lever.integer("due")),
                                           static_cast<int>(of_lever.integer("taken")),
                                           static_cast<int>(of_lever.integer("partial"))};
        }
    }
    if (!fields.is_null("function")) totals.function = parse<Function>(fields.text("function"));
    if (!fields.is_null("freer")) totals.freer = fields.flag("freer");
    if (!fields.is_null("plan_changes")) totals.plan_changes = fields.texts("plan_changes");
}

DayTotals read_totals(const Query& row) {
    const auto length = [&](int column) { return Duration{row.integer(column)}; };
    DayTotals totals;
    totals.working = length(1);
    totals.passive = length(2);
    totals.resting = length(3);
    totals.away = length(4);
    totals.unknown = length(5);
    totals.sitting = length(6);
    totals.standing = length(7);
    totals.longest_sit_bout = length(8);
    totals.sit_bouts_over_45min = row.count(9);
    totals.posture_changes = row.count(10);
    totals.input_counted = row.count(11) != 0;
    totals.keys = row.integer(12);
    totals.clicks = row.integer(13);
    totals.pains = read_pains(row.text(14));
    totals.notices = read_notices(row.text(15));
    read_goes(row.text(16), totals);
    return totals;
}

void write_totals(Connection& connection, const std::string& day, const DayTotals& totals) {
    connection
        .prepared(
            "INSERT OR REPLACE INTO day(day, working_ms, passive_ms, resting_ms, away_ms, unknown_ms, sitting_ms, "
            "standing_ms, longest_sit_bout_ms, sit_bouts_over_45min, posture_changes, input_counted, keys, "
            "clicks, pains, notices, goes) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, "
            "?16, ?17)")
        .bind(day, totals.working.count(), totals.passive.count(), totals.resting.count(), totals.away.count(),
              totals.unknown.count(), totals.sitting.count(), totals.standing.count(), totals.longest_sit_bout.count(),
              totals.sit_bouts_over_45min, totals.posture_changes, totals.input_counted ? 1 : 0, totals.keys,
              totals.clicks, pains_json(totals.pains).dump(), texts_json(totals.notices).dump(),
              goes_json(totals).dump())
        .run();
}

void write_kind(Connection& connection, const std::string& day, Kind kind, const KindTotals& totals) {
    connection
        .prepared("INSERT OR REPLACE INTO day_kind(day, kind, taken, partial, natural, skipped, missed, withdrawn, "
                  "snoozes, rests) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .bind(day, name(kind), totals.of(Outcome::taken), totals.of(Outcome::partial), totals.of(Outcome::natural),
              totals.of(Outcome::skipped), totals.of(Outcome::missed), totals.of(Outcome::withdrawn), totals.snoozes,
              totals.rests)
        .run();
}

KindTotals read_kind(const Query& row) {
    KindTotals totals;
    for (Outcome outcome : all_outcomes) {
        totals.outcomes[index(outcome)] = row.count(2 + static_cast<int>(index(outcome)));
    }
    totals.snoozes = row.count(8);
    totals.rests = row.count(9);
    return totals;
}

} // namespace

Days read_days(Connection& connection, Day from, Day to) {
    Days days;
    // A journal that only a reader has opened may still be of version 1.
    auto version = connection.prepared("PRAGMA user_version");
    const bool says_how_it_goes = version.next() && version.integer(0) >= 2;
    auto totals = connection.prepared(
        std::string{"SELECT day, working_ms, passive_ms, resting_ms, away_ms, unknown_ms, sitting_ms, "
                    "standing_ms, longest_sit_bout_ms, sit_bouts_over_45min, posture_changes, "
                    "input_counted, keys, clicks, pains, notices, "} +
        (says_how_it_goes ? "goes" : "'{}'") + " FROM day WHERE day BETWEEN ?1 AND ?2");
    totals.bind(to_iso(from), to_iso(to));
    while (totals.next()) {
        if (const auto day = parse_iso_day(totals.text(0))) days[*day] = read_totals(totals);
    }
    auto kinds = connection.prepared("SELECT day, kind, taken, partial, natural, skipped, missed, withdrawn, snoozes, "
                                     "rests FROM day_kind WHERE day BETWEEN ?1 AND ?2");
    kinds.bind(to_iso(from), to_iso(to));
    while (kinds.next()) {
        const auto day = parse_iso_day(kinds.text(0));
        const auto kind = parse<Kind>(kinds.text(1));
        if (day && kind) days[*day].kinds[index(*kind)] = read_kind(kinds);
    }
    auto hours = connection.prepared("SELECT day, hour, ms FROM day_hour WHERE day BETWEEN ?1 AND ?2");
    hours.bind(to_iso(from), to_iso(to));
    while (hours.next()) {
        const auto day = parse_iso_day(hours.text(0));
        const auto hour = hours.integer(1);
        if (day && hour >= 0 && hour < 24)
            days[*day].hours[static_cast<std::size_t>(hour)] = Duration{hours.integer(2)};
    }
    return days;
}

void RollUp::read(Day day) {
    if (before_.contains(day)) return;
    before_[day] = read_days(connection_, day, day)[day];
    days_[day] = before_[day];
}

void RollUp::add(const Fact& fact, const Fact* before) {
    for (Day day : days_of(fact)) read(day);
    if (before) {
        for (Day day : days_of(*before)) read(day);
    }
    add_up(days_, fact, before);
}

void RollUp::write() {
    for (const auto& [day, totals] : days_) {
        const DayTotals& before = before_[day];
        if (totals == before) continue;
        const std::string text = to_iso(day);
        write_totals(connection_, text, totals);
        for (Kind kind : all_kinds) {
            const auto& of_kind = totals.kinds[index(kind)];
            if (of_kind != before.kinds[index(kind)]) write_kind(connection_, text, kind, of_kind);
        }
        for (std::size_t hour = 0; hour < totals.hours.size(); ++hour) {
            if (totals.hours[hour] == before.hours[hour]) continue;
            connection_.prepared("INSERT OR REPLACE INTO day_hour(day, hour, ms) VALUES(?1, ?2, ?3)")
                .bind(text, static_cast<int>(hour), totals.hours[hour].count())
                .run();
        }
    }
    if (!days_.empty()) days_.erase(days_.begin(), std::prev(days_.end()));
    before_ = days_;
}

} // namespace poise
