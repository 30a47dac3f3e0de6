// SPDX-License-Identifier: GPL-3.0-or-later
#include "fact_json.hpp"

#include "json_fields.hpp"
#include "poise/iso_time.hpp"

#include <algorithm>

namespace poise {

namespace {

SpanEnd read_span_end(JsonFields& fields) {
    const std::string spelled = fields.text("end");
    for (SpanEnd end : all_span_ends) {
        if (name(end) == spelled) return end;
    }
    fields.report("end", "\"" + spelled + "\" is not one of its words");
    return {};
}

Clocks read_clocks(JsonFields fields) {
    Clocks clocks;
    auto elapsed = fields.object("elapsed");
    for (Kind kind : all_kinds) {
        // A kind that a later version brings is not in what an earlier one wrote.
        if (!elapsed.is_null(name(kind))) clocks.elapsed[index(kind)] = elapsed.seconds(name(kind));
    }
    clocks.desk_today = fields.seconds("desk_today");
    clocks.waited = fields.seconds("waited");
    clocks.progress = fields.seconds("progress");
    clocks.resting_tail = fields.seconds("resting_tail");
    return clocks;
}

HourCell read_cell(JsonFields& fields) {
    HourCell cell;
    cell.day = fields.day("day");
    const std::int64_t hour = fields.integer("hour");
    if (hour < 0 || hour > 23) fields.report("hour", "0 to 23 is expected");
    cell.hour = static_cast<int>(std::clamp<std::int64_t>(hour, 0, 23));
    cell.working = fields.seconds("working");
    cell.passive = fields.seconds("passive");
    cell.resting = fields.seconds("resting");
    if (!fields.is_null("keys")) cell.keys = fields.integer("keys");
    if (!fields.is_null("clicks")) cell.clicks = fields.integer("clicks");
    return cell;
}

std::vector<DayPart> read_days(JsonFields& fields) {
    std::vector<DayPart> days;
    for (auto& part : fields.objects("days")) days.push_back({part.day("day"), part.seconds("seconds")});
    return days;
}

Stamp read_stamp(JsonFields& fields, std::string_view time, std::string_view instant, std::string_view boot) {
    const auto iso = parse_iso_time(fields.text(time));
    if (!iso) fields.report(time, "a time like 2026-11-23T09:20:00+01:00 is expected");
    const auto id = parse_boot(fields.text(boot));
    if (!id) fields.report(boot, "the id of a boot is expected");
    return {.instant = Instant{fields.seconds(instant)},
            .utc = iso.value_or(IsoTime{}).utc,
            .offset = iso.value_or(IsoTime{}).offset,
            .boot = id.value_or(BootId{})};
}

// What each word of name(FactBody) is read as. They are found by the alternative's index, so that a new kind of fact
// cannot be forgotten.
Bout read(JsonFields& fields, const Bout&) {
    Bout bout;
    bout.id = fields.integer("span");
    bout.posture = fields.word<Posture>("posture");
    bout.began = read_stamp(fields, "began", "began_instant", "began_boot");
    bout.end = read_span_end(fields);
    bout.input_counted = !fields.is_null("keys");
    for (auto& cell : fields.objects("cells")) bout.cells.push_back(read_cell(cell));
    bout.clocks = read_clocks(fields.object("clocks"));
    return bout;
}
Unseen read(JsonFields& fields, const Unseen&) {
    Unseen unseen;
    unseen.id = fields.integer("span");
    unseen.began = read_stamp(fields, "began", "began_instant", "began_boot");
    unseen.end = read_span_end(fields);
    unseen.why = fields.text("why");
    unseen.days = read_days(fields);
    unseen.clocks = read_clocks(fields.object("clocks"));
    return unseen;
}
Absence read(JsonFields& fields, const Absence&) { return {read_days(fields)}; }
/// Small counts; zero where there is none.
int read_count(JsonFields& fields, std::string_view key, int otherwise = 0) {
    constexpr std::int64_t most = 10'000;
    if (fields.is_null(key)) return otherwise;
    const std::int64_t count = fields.integer(key);
    if (count < 0 || count > most) fields.report(key, "0 to 10000 is expected");
    return static_cast<int>(std::clamp<std::int64_t>(count, 0, most));
}
std::vector<PromptDrill> read_drills(JsonFields& fields) {
    std::vector<PromptDrill> drills;
    if (fields.are_texts("drills")) { // as version 1 of the journal wrote them
        for (auto& id : fields.texts("drills")) drills.push_back({std::move(id), {}, 0, {}});
        return drills;
    }
    for (auto& each : fields.objects("drills")) {
        PromptDrill drill;
        drill.drill = each.text("drill");
        if (!each.is_null("hold_s")) drill.dose.hold = each.seconds("hold_s");
        drill.dose.reps = read_count(each, "reps");
        drill.dose.breaths = read_count(each, "breaths");
        drill.dose.rounds = read_count(each, "rounds", 1);
        drill.way = read_count(each, "way");
        drill.rule = each.text("rule");
        drills.push_back(std::move(drill));
    }
    return drills;
}
Offered read(JsonFields& fields, const Offered&) {
    Offered offered;
    Prompt& prompt = offered.prompt;
    prompt.id = fields.integer("id");
    prompt.kind = fields.word<Kind>("kind");
    prompt.drills = read_drills(fields);
    prompt.rule = fields.text("rule");
    prompt.length = fields.seconds("length_s");
    prompt.why = fields.text("why");
    if (!fields.is_null("cue")) prompt.cue = fields.text("cue");
    prompt.asks_freer = !fields.is_null("asks_freer") && fields.flag("asks_freer");
    prompt.asks_function = !fields.is_null("asks_function") && fields.flag("asks_function");
    offered.by_hand = fields.flag("by_hand");
    return offered;
}
Shown read(JsonFields& fields, const Shown&) { return {fields.integer("id")}; }
BreakStarted read(JsonFields& fields, const BreakStarted&) { return {fields.integer("id")}; }
Snooze read(JsonFields& fields, const Snooze&) {
    return {fields.integer("id"), fields.word<Kind>("kind"), fields.seconds("length_s")};
}
PromptOutcome read(JsonFields& fields, const PromptOutcome&) {
    PromptOutcome outcome;
    outcome.id = fields.integer("id");
    outcome.kind = fields.word<Kind>("kind");
    outcome.outcome = fields.word<Outcome>("outcome");
    outcome.shown = fields.flag("shown");
    if (!fields.is_null("why")) outcome.why = fields.word<Why>("why");
    if (fields.is_null("levers")) return outcome;
    for (const auto& spelled : fields.texts("levers")) {
        const auto lever = parse<Lever>(spelled);
        if (!lever) fields.report("levers", "\"" + spelled + "\" is not one of its words");
        if (lever) outcome.levers[index(*lever)] = true;
    }
    return outcome;
}
Rest read(JsonFields& fields, const Rest&) { return {fields.word<Kind>("kind")}; }
PostureChange read(JsonFields& fields, const PostureChange&) {
    return {fields.word<Posture>("posture"), fields.text("source")};
}
HoldChange read(JsonFields& fields, const HoldChange&) { return {fields.word<Sign>("by"), fields.flag("on")}; }
Pause read(JsonFields& fields, const Pause&) {
    return {fields.is_null("until") ? std::nullopt : std::optional{Instant{fields.seconds("until")}}};
}
Safety read(JsonFields& fields, const Safety&) { return {fields.texts("flags")}; }
DriverChosen read(JsonFields& fields, const DriverChosen&) { return {fields.word<Driver>("driver")}; }
std::optional<int> read_score(JsonFields& fields, std::string_view key) {
    if (fields.is_null(key)) return std::nullopt;
    const std::int64_t score = fields.integer(key);
    if (score < 0 || score > 10) fields.report(key, "0 to 10 is expected");
    return static_cast<int>(std::clamp<std::int64_t>(score, 0, 10));
}
Checkin read(JsonFields& fields, const Checkin&) {
    Checkin checkin;
    checkin.pain = read_score(fields, "pain");
    checkin.region = fields.text("region");
    checkin.load = fields.text("load");
    checkin.position = fields.text("position");
    checkin.tension = read_score(fields, "tension");
    if (!fields.is_null("function")) checkin.function = fields.word<Function>("function");
    checkin.tight = fields.flag("tight");
    if (!fields.is_null("sat_for_s")) checkin.sat_for = fields.seconds("sat_for_s");
    return checkin;
}
KeyTask read(JsonFields& fields, const KeyTask&) { return {fields.text("task")}; }
LeversChosen read(JsonFields& fields, const LeversChosen&) {
    LeversChosen chosen;
    for (const Lever lever : all_levers) chosen.drills[index(lever)] = fields.text(name(lever));
    return chosen;
}
Freer read(JsonFields& fields, const Freer&) { return {fields.flag("yes")}; }
FlareChange read(JsonFields& fields, const FlareChange&) {
    return {fields.flag("on"), read_count(fields, "percent"), fields.text("why")};
}
Plan read_plan(JsonFields fields) {
    Plan plan;
    plan.load = read_count(fields, "load");
    if (plan.load > most_load) fields.report("load", "0 to 4 is expected");
    plan.load = std::min(plan.load, most_load);
    plan.progression = read_count(fields, "progression");
    plan.resting = fields.texts("resting");
    return plan;
}
PlanChange read(JsonFields& fields, const PlanChange&) {
    PlanChange change;
    change.step = fields.word<PlanStep>("step");
    change.before = read_plan(fields.object("before"));
    change.plan = read_plan(fields.object("plan"));
    change.why = fields.text("why");
    return change;
}
CivilTimeSet read(JsonFields& fields, const CivilTimeSet&) { return {fields.day("before")}; }
Noted read(JsonFields& fields, const Noted&) { return {fields.text("notice")}; }

/// Tries one alternative of FactBody after the other until the word fits.
template <std::size_t I = 0>
std::optional<FactBody> read_body(std::string_view fact, JsonFields& fields) {
    if constexpr (I == std::variant_size_v<FactBody>) {
        return std::nullopt;
    } else {
        using Alternative = std::variant_alternative_t<I, FactBody>;
        if (name(FactBody{Alternative{}}) == fact) return read(fields, Alternative{});
        return read_body<I + 1>(fact, fields);
    }
}

} // namespace

Result<FactBody> body_from_json(std::string_view fact, const Json& json) {
    Problems problems;
    JsonFields fields{json, problems};
    auto body = read_body(fact, fields);
    if (!body) problems.push_back({0, 0, "fact: \"" + std::string{fact} + "\" is not one of its words"});
    if (!problems.empty()) return Unexpected{std::move(problems)};
    return std::move(*body);
}

Result<Fact> from_json(const Json& json) {
    Problems problems;
    JsonFields fields{json, problems};
    Fact fact;
    const std::string word = fields.text("fact");
    fact.at = read_stamp(fields, "at", "instant", "boot");
    if (!problems.empty()) return Unexpected{std::move(problems)};
    auto body = body_from_json(word, json);
    if (!body) return Unexpected{body.error()};
    fact.body = *std::move(body);
    return fact;
}

std::optional<BootId> parse_boot(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    if (text.size() != 36) return std::nullopt;
    BootId boot;
    std::size_t at = 0;
    for (std::size_t i = 0; i < boot.bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            if (text[at++] != '-') return std::nullopt;
        }
        const auto high = digits.find(text[at++]);
        const auto low = digits.find(text[at++]);
        if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
        boot.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return boot;
}

} // namespace poise
