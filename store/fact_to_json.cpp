// SPDX-License-Identifier: GPL-3.0-or-later
#include "fact_json.hpp"

#include "json_fields.hpp"
#include "poise/iso_time.hpp"

namespace poise {

namespace {

template <class Value, class Write>
Json or_null(const std::optional<Value>& value, Write write) {
    return value ? Json(write(*value)) : Json(nullptr);
}

/// What a dose does not have is left out.
Json drill_json(const PromptDrill& each) {
    Json json{{"drill", text_json(each.drill)}};
    if (each.dose.hold > Duration::zero()) json["hold_s"] = seconds_json(each.dose.hold);
    if (each.dose.reps > 0) json["reps"] = each.dose.reps;
    if (each.dose.breaths > 0) json["breaths"] = each.dose.breaths;
    if (each.dose.rounds != 1) json["rounds"] = each.dose.rounds;
    if (each.way > 0) json["way"] = each.way;
    json["rule"] = text_json(each.rule);
    return json;
}

Json drills_json(const std::vector<PromptDrill>& drills) {
    Json list = Json::array();
    for (const auto& each : drills) list.push_back(drill_json(each));
    return list;
}

Json levers_json(const std::array<bool, lever_count>& levers) {
    Json list = Json::array();
    for (const Lever lever : all_levers) {
        if (levers[index(lever)]) list.push_back(name(lever));
    }
    return list;
}

Json plan_json(const Plan& plan) {
    return {{"load", plan.load}, {"progression", plan.progression}, {"resting", texts_json(plan.resting)}};
}

Json clocks_json(const Clocks& clocks) {
    Json elapsed = Json::object();
    for (Kind kind : all_kinds) elapsed[std::string{name(kind)}] = seconds_json(clocks.elapsed[index(kind)]);
    return {{"elapsed", std::move(elapsed)},
            {"desk_today", seconds_json(clocks.desk_today)},
            {"waited", seconds_json(clocks.waited)},
            {"progress", seconds_json(clocks.progress)},
            {"resting_tail", seconds_json(clocks.resting_tail)}};
}

Json cell_json(const HourCell& cell, bool input_counted) {
    Json json{{"day", to_iso(cell.day)},
              {"hour", cell.hour},
              {"working", seconds_json(cell.working)},
              {"passive", seconds_json(cell.passive)},
              {"resting", seconds_json(cell.resting)}};
    if (input_counted || cell.keys != 0 || cell.clicks != 0) {
        json["keys"] = cell.keys;
        json["clicks"] = cell.clicks;
    }
    return json;
}

Json days_json(const std::vector<DayPart>& days) {
    Json list = Json::array();
    for (const auto& part : days) list.push_back({{"day", to_iso(part.day)}, {"seconds", seconds_json(part.length)}});
    return list;
}

Duration sum_of(const std::vector<DayPart>& days) {
    Duration sum{};
    for (const auto& part : days) sum += part.length;
    return sum;
}

/// A span's beginning may lie in an earlier boot than the fact that tells of it.
void write_began(Json& json, const Stamp& began) {
    json["began"] = to_iso(began.utc, began.offset);
    json["began_instant"] = seconds_json(began.instant.time_since_epoch());
    json["began_boot"] = boot_text(began.boot);
}

struct Writing {
    Json operator()(const Bout& bout) const {
        HourCell sum;
        Json cells = Json::array();
        for (const auto& cell : bout.cells) {
            sum.working += cell.working;
            sum.passive += cell.passive;
            sum.resting += cell.resting;
            sum.keys += cell.keys;
            sum.clicks += cell.clicks;
            cells.push_back(cell_json(cell, bout.input_counted));
        }
        Json json{{"span", bout.id}, {"posture", name(bout.posture)}};
        write_began(json, bout.began);
        json["end"] = name(bout.end);
        json["seconds"] = seconds_json(length_of(bout));
        json["working"] = seconds_json(sum.working);
        json["passive"] = seconds_json(sum.passive);
        json["resting"] = seconds_json(sum.resting);
        json["keys"] = bout.input_counted ? Json(sum.keys) : Json(nullptr);
        json["clicks"] = bout.input_counted ? Json(sum.clicks) : Json(nullptr);
        json["cells"] = std::move(cells);
        json["clocks"] = clocks_json(bout.clocks);
        return json;
    }
    Json operator()(const Unseen& unseen) const {
        Json json{{"span", unseen.id}, {"why", text_json(unseen.why)}};
        write_began(json, unseen.began);
        json["end"] = name(unseen.end);
        json["seconds"] = seconds_json(sum_of(unseen.days));
        json["days"] = days_json(unseen.days);
        json["clocks"] = clocks_json(unseen.clocks);
        return json;
    }
    Json operator()(const Absence& absence) const {
        return {{"seconds", seconds_json(sum_of(absence.days))}, {"days", days_json(absence.days)}};
    }
    Json operator()(const Offered& offered) const {
        const Prompt& prompt = offered.prompt;
        Json json{{"id", prompt.id},
                  {"kind", name(prompt.kind)},
                  {"drills", drills_json(prompt.drills)},
                  {"rule", text_json(prompt.rule)},
                  {"length_s", seconds_json(prompt.length)},
                  {"why", text_json(prompt.why)},
                  {"by_hand", offered.by_hand}};
        if (!prompt.cue.empty()) json["cue"] = text_json(prompt.cue);
        if (prompt.asks_freer) json["asks_freer"] = true;
        if (prompt.asks_function) json["asks_function"] = true;
        return json;
    }
    Json operator()(const Shown& shown) const { return {{"id", shown.id}}; }
    Json operator()(const BreakStarted& started) const { return {{"id", started.id}}; }
    Json operator()(const Snooze& snooze) const {
        return {{"id", snooze.id}, {"kind", name(snooze.kind)}, {"length_s", seconds_json(snooze.length)}};
    }
    Json operator()(const PromptOutcome& outcome) const {
        Json json{{"id", outcome.id},
                  {"kind", name(outcome.kind)},
                  {"outcome", name(outcome.outcome)},
                  {"shown", outcome.shown},
                  {"why", or_null(outcome.why, [](Why why) { return name(why); })}};
        if (Json levers = levers_json(outcome.levers); !levers.empty()) json["levers"] = std::move(levers);
        return json;
    }
    Json operator()(const Rest& rest) const { return {{"kind", name(rest.kind)}}; }
    Json operator()(const PostureChange& change) const {
        return {{"posture", name(change.posture)}, {"source", text_json(change.source)}};
    }
    Json operator()(const HoldChange& hold) const { return {{"by", name(hold.by)}, {"on", hold.on}}; }
    Json operator()(const Pause& pause) const {
        return {{"until", or_null(pause.until, [](Instant at) { return seconds_json(at.time_since_epoch()); })}};
    }
    Json operator()(const Safety& safety) const { return {{"flags", texts_json(safety.flags)}}; }
    Json operator()(const DriverChosen& chosen) const { return {{"driver", name(chosen.driver)}}; }
    Json operator()(const Checkin& checkin) const {
        return {{"pain", or_null(checkin.pain, [](int pain) { return pain; })},
                {"region", text_json(checkin.region)},
                {"load", text_json(checkin.load)},
                {"position", text_json(checkin.position)},
                {"tension", or_null(checkin.tension, [](int tension) { return tension; })},
                {"function", or_null(checkin.function, [](Function function) { return name(function); })},
                {"tight", checkin.tight},
                {"sat_for_s", or_null(checkin.sat_for, seconds_json)}};
    }
    Json operator()(const KeyTask& named) const { return {{"task", text_json(named.task)}}; }
    Json operator()(const LeversChosen& chosen) const {
        Json json = Json::object();
        for (const Lever lever : all_levers) json[std::string{name(lever)}] = text_json(chosen.drills[index(lever)]);
        return json;
    }
    Json operator()(const Freer& freer) const { return {{"yes", freer.yes}}; }
    Json operator()(const FlareChange& change) const {
        return {{"on", change.on}, {"percent", change.percent}, {"why", text_json(change.why)}};
    }
    Json operator()(const PlanChange& change) const {
        return {{"step", name(change.step)},
                {"before", plan_json(change.before)},
                {"plan", plan_json(change.plan)},
                {"why", text_json(change.why)}};
    }
    Json operator()(const CivilTimeSet& set) const { return {{"before", to_iso(set.before)}}; }
    Json operator()(const Noted& noted) const { return {{"notice", text_json(noted.notice)}}; }
};

} // namespace

std::string_view name(SpanEnd end) {
    constexpr std::array<std::string_view, all_span_ends.size()> words{"open", "posture", "left", "stopped", "source"};
    return words[static_cast<std::size_t>(end)];
}

Json to_json(const FactBody& body) { return std::visit(Writing{}, body); }

Json to_json(const Fact& fact) {
    Json json{{"fact", name(fact.body)},
              {"at", to_iso(fact.at.utc, fact.at.offset)},
              {"instant", seconds_json(fact.at.instant.time_since_epoch())},
              {"boot", boot_text(fact.at.boot)}};
    json.update(to_json(fact.body));
    return json;
}

std::string boot_text(const BootId& boot) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < boot.bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += digits[boot.bytes[i] >> 4u];
        text += digits[boot.bytes[i] & 15u];
    }
    return text;
}

} // namespace poise
