// SPDX-License-Identifier: GPL-3.0-or-later
#include "strict_json.hpp"
#include "weekly_record.hpp"

#include "poise/iso_time.hpp"
#include "say.hpp"

#include <array>

namespace poise {

namespace {

using Json = nlohmann::ordered_json;

Json counts_json(const KindCounts& counts) {
    return {{"due", counts.due()},       {"taken", counts.taken},     {"partial", counts.partial},
            {"natural", counts.natural}, {"skipped", counts.skipped}, {"missed", counts.missed}};
}

KindCounts read_counts(StrictFields fields) {
    const int due = fields.integer("due");
    KindCounts counts;
    const std::array<std::pair<const char*, int*>, 5> parts{{{"taken", &counts.taken},
                                                             {"partial", &counts.partial},
                                                             {"natural", &counts.natural},
                                                             {"skipped", &counts.skipped},
                                                             {"missed", &counts.missed}}};
    for (const auto& [key, count] : parts) {
        *count = fields.integer(key);
        // Before they are added up: their sum might be no number.
        if (*count < 0 || *count > highest_count) throw UntrustedJson{tr("{key} is out of range", {{"key", key}})};
    }
    fields.done();
    if (due != counts.due()) throw UntrustedJson{tr("due is not the sum of its parts")};
    return counts;
}

LongSits read_band(const std::string& text) {
    for (const LongSits band :
         {LongSits::none, LongSits::one_to_four, LongSits::five_to_nine, LongSits::ten_and_more}) {
        if (name(band) == text) return band;
    }
    throw UntrustedJson{tr("{key} is out of range", {{"key", "long_sits"}})};
}

WeeklyRecord read_record(StrictFields fields) {
    if (fields.integer("schema") != newest_schema)
        throw UntrustedJson{tr("its schema is not {schema}", {{"schema", std::to_string(newest_schema)}})};
    WeeklyRecord record;
    const auto monday = parse_iso_day(fields.text("monday"));
    if (!monday) throw UntrustedJson{tr("its day is no Monday")};
    record.monday = *monday;
    record.revision = fields.integer("revision");
    record.days_active = fields.integer("days_active");
    record.microbreak = read_counts(fields.object("microbreak"));
    record.posture_change = read_counts(fields.object("posture_change"));
    if (fields.is_null("movement"))
        fields.pass("movement");
    else
        record.movement = fields.integer("movement");
    record.sitting_min = fields.integer("sitting_min");
    record.standing_min = fields.integer("standing_min");
    record.working_min = fields.integer("working_min");
    record.long_sits = read_band(fields.text("long_sits"));
    fields.done();
    return record;
}

} // namespace

std::string to_json(const WeeklyRecord& record) {
    const Json movement = record.movement ? Json(*record.movement) : Json(nullptr);
    return Json{{"schema", newest_schema},
                {"monday", to_iso(record.monday)},
                {"revision", record.revision},
                {"days_active", record.days_active},
                {"microbreak", counts_json(record.microbreak)},
                {"posture_change", counts_json(record.posture_change)},
                {"movement", movement},
                {"sitting_min", record.sitting_min},
                {"standing_min", record.standing_min},
                {"working_min", record.working_min},
                {"long_sits", name(record.long_sits)}}
        .dump();
}

Result<WeeklyRecord, std::string> parse_record(std::string_view json) {
    try {
        const Json parsed = parse_strictly(json);
        const WeeklyRecord record = read_record(StrictFields{parsed});
        if (auto fault = fault_of(record); !fault.empty()) return Unexpected{std::move(fault)};
        if (to_json(record) != json) return Unexpected{tr("it is not written as Poise writes it")};
        return record;
    } catch (const UntrustedJson& refused) {
        return Unexpected{std::string{refused.what()}};
    }
}

} // namespace poise
