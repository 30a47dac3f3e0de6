// SPDX-License-Identifier: GPL-3.0-or-later
#include "invitation.hpp"

#include "poise/iso_time.hpp"
#include "say.hpp"
#include "strict_json.hpp"
#include "team_week.hpp"

namespace poise {

namespace {

using Json = nlohmann::ordered_json;
using std::chrono::days;
using std::chrono::hours;

constexpr int highest_minimum = 100;

UtcTime midnight_of(Day day) { return UtcTime{day.time_since_epoch()}; }

} // namespace

void write_terms(Json& json, const TeamTerms& terms) {
    json["team"] = terms.team;
    json["label"] = terms.label;
    json["carrier"] = {{"kind", terms.carrier.kind}, {"place", terms.carrier.place}};
    json["seal_key"] = terms.seal_key;
    json["verify_key"] = terms.verify_key;
    json["minimum"] = terms.minimum;
    json["close_day"] = terms.close_day;
}

TeamTerms read_terms(StrictFields& fields) {
    TeamTerms terms;
    terms.team = fields.text("team");
    terms.label = fields.text("label");
    StrictFields carrier = fields.object("carrier");
    terms.carrier = {carrier.text("kind"), carrier.text("place")};
    carrier.done();
    terms.seal_key = fields.text("seal_key");
    terms.verify_key = fields.text("verify_key");
    terms.minimum = fields.integer("minimum");
    const int close_day = fields.integer("close_day");
    const bool is_sound = is_hex(terms.team, 16) && is_label(terms.label) && is_hex(terms.seal_key, 32) &&
                          is_hex(terms.verify_key, 32) && terms.minimum >= least_minimum &&
                          terms.minimum <= highest_minimum && close_day >= 2 && close_day <= 7;
    if (!is_sound) throw UntrustedJson{tr("it does not describe a team")};
    terms.close_day = static_cast<unsigned>(close_day);
    return terms;
}

std::string to_text(const Invitation& invitation) {
    Json json{{"poise_invitation", newest_schema}};
    write_terms(json, invitation.terms);
    json["token"] = invitation.token;
    json["until"] = to_iso(invitation.until);
    return json.dump(2) + "\n";
}

Result<Invitation, std::string> parse_invitation(std::string_view text) {
    try {
        const Json json = parse_strictly(text);
        StrictFields fields{json};
        if (fields.integer("poise_invitation") != newest_schema)
            throw UntrustedJson{tr("its schema is not {schema}", {{"schema", std::to_string(newest_schema)}})};
        Invitation invitation{read_terms(fields), fields.text("token"), {}};
        const auto until = parse_iso_day(fields.text("until"));
        if (!until || !is_hex(invitation.token, 16)) throw UntrustedJson{tr("it does not describe a team")};
        invitation.until = *until;
        fields.done();
        return invitation;
    } catch (const UntrustedJson& refused) {
        return Unexpected{std::string{refused.what()}};
    }
}

bool is_label(std::string_view text) {
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    const bool begins_well =
        !text.empty() && (is_letter(text.front()) || static_cast<unsigned char>(text.front()) > 127);
    if (!begins_well || text.size() > 60) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_letter(text[i]) || std::string_view{" -_.&()"}.find(text[i]) != std::string_view::npos) continue;
        // The letters of Latin-1 and Latin Extended, U+00C0 to U+024F: nothing that turns a line around or hides in it.
        const auto lead = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        if (lead < 0xC3 || lead > 0xC9 || next < 0x80 || next > 0xBF) return false;
        ++i;
    }
    return true;
}

std::string fingerprint(const TeamTerms& terms) {
    const Hex hash = sha256(terms.team + terms.seal_key + terms.verify_key);
    std::string groups;
    for (std::size_t i = 0; i < 8; ++i) groups += (i == 0 ? "" : " ") + hash.substr(4 * i, 4);
    return groups;
}

UtcTime closes(Day monday, unsigned close_day) {
    return midnight_of(monday) + days{7 + static_cast<int>(close_day) - 1} + hours{12};
}

UtcTime ends_somewhere(Day monday) { return midnight_of(monday) + days{7} - hours{14}; }

} // namespace poise
