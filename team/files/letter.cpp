// SPDX-License-Identifier: GPL-3.0-or-later
#include "letter.hpp"

#include "carrier.hpp"
#include "poise/iso_time.hpp"
#include "say.hpp"
#include "strict_json.hpp"

namespace poise {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* letter_purpose = "letter 1";
constexpr std::size_t signature_digits = 128;

std::string text_of(const MemberLetter& letter) {
    Json json{{"schema", newest_schema}, {"team", letter.team}, {"member", letter.member}};
    if (const auto* request = std::get_if<AdmissionRequest>(&letter.body))
        json["request"] = {{"verify_key", request->verify_key}, {"token", request->token}};
    else if (const auto* record = std::get_if<WeeklyRecord>(&letter.body))
        json["record"] = Json::parse(to_json(*record));
    else
        json["withdrawal"] = true;
    return json.dump();
}

LetterBody read_body(StrictFields& fields) {
    if (fields.has("request")) {
        StrictFields request = fields.object("request");
        AdmissionRequest read{request.text("verify_key"), request.text("token")};
        request.done();
        if (!is_hex(read.verify_key, 32) || !is_hex(read.token, 16)) throw UntrustedJson{tr("it holds no key")};
        return read;
    }
    if (fields.has("record")) {
        const auto record = parse_record(fields.any("record").dump());
        if (!record) throw UntrustedJson{record.error()};
        return *record;
    }
    if (!fields.flag("withdrawal")) throw UntrustedJson{tr("it is no letter of a member")};
    return Withdrawal{};
}

} // namespace

bool is_pseudonym(std::string_view text) { return text.starts_with("m_") && is_hex(text.substr(2), 16); }

std::string name_of(const MemberLetter& letter) {
    if (const auto* record = std::get_if<WeeklyRecord>(&letter.body))
        return letter_name(letter.member, to_iso(record->monday));
    return letter_name(letter.member, std::holds_alternative<Withdrawal>(letter.body) ? "withdrawal" : "request");
}

std::string sealed_letter(const MemberLetter& letter, const SigningKey& from, const Hex& to) {
    const std::string text = text_of(letter);
    return sealed_for(to, from.sign(letter_purpose, text) + text);
}

Result<OpenedLetter, std::string> open_letter(const SealKey& key, std::string_view sealed, bool shallow) {
    const auto opened = key.opened(sealed);
    if (!opened) return Unexpected{tr("it is not sealed for this keeper, or was damaged")};
    if (opened->size() < signature_digits) return Unexpected{tr("it is cut off")};
    OpenedLetter read{{}, opened->substr(signature_digits), opened->substr(0, signature_digits)};
    try {
        const Json json = parse_strictly(read.text, shallow ? deepest_json : any_depth);
        StrictFields fields{json};
        if (fields.integer("schema") != newest_schema)
            throw UntrustedJson{tr("its schema is not {schema}", {{"schema", std::to_string(newest_schema)}})};
        read.letter.team = fields.text("team");
        read.letter.member = fields.text("member");
        if (!is_pseudonym(read.letter.member)) throw UntrustedJson{tr("it is from no member")};
        read.letter.body = read_body(fields);
        fields.done();
        if (text_of(read.letter) != read.text) throw UntrustedJson{tr("it is not written as Poise writes it")};
    } catch (const UntrustedJson& refused) {
        return Unexpected{std::string{refused.what()}};
    }
    return read;
}

bool is_from(const OpenedLetter& letter, const Hex& verify_key) {
    return is_signed(verify_key, letter.signature, letter_purpose, letter.text);
}

} // namespace poise
