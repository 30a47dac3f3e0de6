// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment.hpp"

#include "say.hpp"
#include "strict_json.hpp"

#include <algorithm>
#include <array>
#include <regex>

namespace poise {

namespace {

using Json = nlohmann::ordered_json;

constexpr int paper_schema = 1;
constexpr int password_bytes = 32; // 256 bits, which nobody guesses

/// All that must not be changed on the way.
std::string proven(const BoardRequest& request) {
    return std::to_string(request.team) + "\n" + request.login + "\n" + request.verifier + "\n" +
           request.certificate_request;
}

void expect_paper(StrictFields& fields, std::string_view what) {
    if (fields.text("paper") != what || fields.integer("schema") != paper_schema)
        throw UntrustedJson{tr("it is no paper of that kind")};
}

std::string login_in(StrictFields& fields) {
    static const std::regex shape{"[mr]_[0-9a-f]{32}"};
    std::string login = fields.text("login");
    if (!std::regex_match(login, shape)) throw UntrustedJson{tr("its login is not of the kind that Poise makes")};
    return login;
}

ServerAddress server_in(StrictFields& fields) {
    const auto server = parse_server_address(fields.text("server"));
    if (!server) throw UntrustedJson{server.error()};
    return *server;
}

int team_in(StrictFields& fields) {
    const int team = fields.integer("team");
    if (team < 1) throw UntrustedJson{tr("{key} is out of range", {{"key", "team"}})};
    return team;
}

BoardInvitation read(StrictFields& fields, const BoardInvitation*) {
    constexpr std::array<std::string_view, 4> kinds{"member", "lead", "works_council", "ergonomist"};
    expect_paper(fields, "invitation");
    BoardInvitation invitation;
    invitation.server = server_in(fields);
    invitation.team = team_in(fields);
    invitation.kind = fields.text("kind");
    if (std::ranges::find(kinds, invitation.kind) == kinds.end())
        throw UntrustedJson{tr("{key} is out of range", {{"key", "kind"}})};
    invitation.code = fields.text("code");
    invitation.authority = fields.text("authority");
    return invitation;
}

BoardRequest read(StrictFields& fields, const BoardRequest*) {
    expect_paper(fields, "request");
    BoardRequest request;
    request.team = team_in(fields);
    request.login = login_in(fields);
    request.verifier = fields.text("verifier");
    request.certificate_request = fields.text("certificate_request");
    request.proof = fields.text("proof");
    return request;
}

BoardRenewal read(StrictFields& fields, const BoardRenewal*) {
    expect_paper(fields, "renewal");
    BoardRenewal renewal;
    renewal.login = login_in(fields);
    renewal.certificate_request = fields.text("certificate_request");
    renewal.certificate = fields.text("certificate");
    return renewal;
}

Petition read(StrictFields& fields, const Petition*) {
    if (fields.text("paper") == "renewal") return read(fields, static_cast<const BoardRenewal*>(nullptr));
    return read(fields, static_cast<const BoardRequest*>(nullptr));
}

BoardReply read(StrictFields& fields, const BoardReply*) {
    expect_paper(fields, "reply");
    BoardReply reply;
    reply.login = login_in(fields);
    reply.certificate = fields.text("certificate");
    return reply;
}

Seat read(StrictFields& fields, const Seat*) {
    expect_paper(fields, "seat");
    Seat seat;
    seat.server = server_in(fields);
    seat.team = team_in(fields);
    seat.login = login_in(fields);
    seat.password = fields.text("password");
    seat.key = fields.text("key");
    seat.certificate = fields.text("certificate");
    seat.authority = fields.text("authority");
    seat.withholds_movement = fields.flag("withholds_movement");
    return seat;
}

std::string written(const Json& json) { return json.dump() + "\n"; }

} // namespace

std::string to_json(const BoardInvitation& it) {
    return written({{"paper", "invitation"},
                    {"schema", paper_schema},
                    {"server", to_string(it.server)},
                    {"team", it.team},
                    {"kind", it.kind},
                    {"code", it.code},
                    {"authority", it.authority}});
}

std::string to_json(const BoardRequest& it) {
    return written({{"paper", "request"},
                    {"schema", paper_schema},
                    {"team", it.team},
                    {"login", it.login},
                    {"verifier", it.verifier},
                    {"certificate_request", it.certificate_request},
                    {"proof", it.proof}});
}

std::string to_json(const BoardRenewal& it) {
    return written({{"paper", "renewal"},
                    {"schema", paper_schema},
                    {"login", it.login},
                    {"certificate_request", it.certificate_request},
                    {"certificate", it.certificate}});
}

std::string to_json(const BoardReply& it) {
    return written(
        {{"paper", "reply"}, {"schema", paper_schema}, {"login", it.login}, {"certificate", it.certificate}});
}

std::string to_json(const Seat& it) {
    return written({{"paper", "seat"},
                    {"schema", paper_schema},
                    {"server", to_string(it.server)},
                    {"team", it.team},
                    {"login", it.login},
                    {"password", it.password},
                    {"key", it.key},
                    {"certificate", it.certificate},
                    {"authority", it.authority},
                    {"withholds_movement", it.withholds_movement}});
}

template <class T>
Result<T, std::string> parse_paper(std::string_view text) {
    try {
        while (text.ends_with('\n')) text.remove_suffix(1);
        const Json json = parse_strictly(text);
        StrictFields fields{json};
        T paper = read(fields, static_cast<const T*>(nullptr));
        fields.done();
        return paper;
    } catch (const UntrustedJson& refused) {
        return Unexpected{std::string{refused.what()}};
    }
}
template Result<BoardInvitation, std::string> parse_paper(std::string_view);
template Result<BoardRequest, std::string> parse_paper(std::string_view);
template Result<BoardRenewal, std::string> parse_paper(std::string_view);
template Result<Petition, std::string> parse_paper(std::string_view);
template Result<BoardReply, std::string> parse_paper(std::string_view);
template Result<Seat, std::string> parse_paper(std::string_view);

std::string hash_of_code(std::string_view code) { return sha256_hex(code); }

Enrolment enrol(const BoardInvitation& invitation, std::string (*verify)(const std::string&, const std::string&)) {
    Enrolment made;
    Seat& seat = made.seat;
    seat.server = invitation.server;
    seat.team = invitation.team;
    seat.login = (invitation.kind == "member" ? "m_" : "r_") + random_hex(16);
    seat.password = random_hex(password_bytes);
    seat.authority = invitation.authority;
    KeyAndRequest key = make_key(seat.login);
    seat.key = std::move(key.key);
    made.request = {seat.team, seat.login, verify(seat.login, seat.password), std::move(key.request), {}};
    made.request.proof = authentication_hex(hash_of_code(invitation.code), proven(made.request));
    return made;
}

BoardRenewal renewal_of(const Seat& seat) { return {seat.login, make_request(seat.key, seat.login), seat.certificate}; }

std::optional<std::string> invitation_of(const BoardRequest& request, const std::vector<std::string>& open_hashes) {
    const std::string text = proven(request);
    for (const auto& hash : open_hashes) {
        if (are_equal(authentication_hex(hash, text), request.proof)) return hash;
    }
    return std::nullopt;
}

} // namespace poise
