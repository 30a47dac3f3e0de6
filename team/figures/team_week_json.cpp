// SPDX-License-Identifier: GPL-3.0-or-later
#include "strict_json.hpp"
#include "team_week.hpp"

#include "poise/iso_time.hpp"
#include "say.hpp"

namespace poise {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, told_outcomes> outcome_keys{"taken", "partial", "natural", "skipped", "missed"};
constexpr int most_quarters = 400; // 100 a day

Json or_null(std::optional<int> figure) { return figure ? Json(*figure) : Json(nullptr); }
Json quarters_json(std::optional<Quarters> figure) { return figure ? Json(*figure / 4.0) : Json(nullptr); }

Json kind_json(const KindFigures& figures) {
    Json mix = nullptr;
    if (figures.mix) {
        mix = Json::object();
        for (std::size_t i = 0; i < told_outcomes; ++i) mix[outcome_keys[i]] = (*figures.mix)[i];
    }
    return {{"coverage", or_null(figures.coverage)}, {"adherence", or_null(figures.adherence)}, {"mix", mix}};
}

Json figures_json(const TeamFigures& figures) {
    return {{"microbreak", kind_json(figures.microbreak)},
            {"posture_change", kind_json(figures.posture_change)},
            {"movement", quarters_json(figures.movement)},
            {"sitting_h", quarters_json(figures.sitting)},
            {"standing_h", quarters_json(figures.standing)},
            {"working_h", quarters_json(figures.working)},
            {"long_sits", figures.long_sits ? Json(name(*figures.long_sits)) : Json(nullptr)}};
}

[[noreturn]] void refuse(const char* key) { throw UntrustedJson{tr("{key} is out of range", {{"key", key}})}; }

std::optional<Percent> read_percent(StrictFields& fields, const char* key) {
    if (fields.is_null(key)) {
        fields.pass(key);
        return std::nullopt;
    }
    const int percent = fields.integer(key);
    if (percent < 0 || percent > 100) refuse(key);
    return percent;
}

std::optional<Quarters> read_quarters(StrictFields& fields, const char* key) {
    const Json& value = fields.any(key);
    if (value.is_null()) return std::nullopt;
    if (!value.is_number()) refuse(key);
    const double quarters = value.get<double>() * 4;
    if (!(quarters >= 0 && quarters <= most_quarters)) refuse(key);
    return static_cast<Quarters>(quarters);
}

template <class Band>
Band read_band(const std::string& text, std::span<const Band> bands, const char* key) {
    for (const Band band : bands) {
        if (name(band) == text) return band;
    }
    refuse(key);
}

KindFigures read_kind(StrictFields fields) {
    KindFigures figures{read_percent(fields, "coverage"), read_percent(fields, "adherence"), {}};
    if (fields.is_null("mix")) {
        fields.pass("mix");
    } else {
        StrictFields mix = fields.object("mix");
        figures.mix.emplace();
        for (std::size_t i = 0; i < told_outcomes; ++i)
            (*figures.mix)[i] = read_percent(mix, outcome_keys[i]).value_or(0);
        mix.done();
    }
    fields.done();
    return figures;
}

TeamFigures read_figures(StrictFields fields, MemberBand members) {
    constexpr std::array shares{ShareBand::under_20, ShareBand::between, ShareBand::over_80};
    TeamFigures figures;
    figures.members = members;
    figures.microbreak = read_kind(fields.object("microbreak"));
    figures.posture_change = read_kind(fields.object("posture_change"));
    figures.movement = read_quarters(fields, "movement");
    figures.sitting = read_quarters(fields, "sitting_h");
    figures.standing = read_quarters(fields, "standing_h");
    figures.working = read_quarters(fields, "working_h");
    if (fields.is_null("long_sits"))
        fields.pass("long_sits");
    else
        figures.long_sits = read_band<ShareBand>(fields.text("long_sits"), shares, "long_sits");
    fields.done();
    return figures;
}

} // namespace

std::string to_json(const TeamWeek& week) {
    Json json{{"week", to_iso(week.week)}, {"status", week.figures ? "released" : "suppressed"}};
    if (week.figures) {
        json["members"] = name(week.figures->members);
        json["figures"] = figures_json(*week.figures);
    }
    return json.dump();
}

Result<TeamWeek, std::string> parse_team_week(std::string_view text) {
    constexpr std::array bands{MemberBand::from_5, MemberBand::from_10, MemberBand::from_25, MemberBand::from_100};
    try {
        const Json json = parse_strictly(text);
        StrictFields fields{json};
        const auto week = parse_iso_week(fields.text("week"));
        if (!week) refuse("week");
        TeamWeek read{*week, std::nullopt};
        const std::string status = fields.text("status");
        if (status == "released") {
            const auto members = read_band<MemberBand>(fields.text("members"), bands, "members");
            read.figures = read_figures(fields.object("figures"), members);
        } else if (status != "suppressed") {
            refuse("status");
        }
        fields.done();
        if (to_json(read) != text) throw UntrustedJson{tr("it is not written as Poise writes it")};
        return read;
    } catch (const UntrustedJson& refused) {
        return Unexpected{std::string{refused.what()}};
    }
}

} // namespace poise
