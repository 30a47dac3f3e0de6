// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment.hpp"
#include "pqxx_board.hpp"

#include <gmock/gmock.h>

namespace poise {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

struct Authority {
    KeyAndRequest own = make_key("authority");
    std::string certificate = make_authority(own.key, "authority", 2);
};

BoardInvitation an_invitation(std::string kind = "member") {
    return {{"board.example", 5433, "poise"}, 3, std::move(kind), "0123456789abcdef", Authority{}.certificate};
}

TEST(Enrolment, DrawsANameThatSaysNothing) {
    const auto member = enrol(an_invitation(), scram_verifier);
    EXPECT_THAT(member.seat.login, MatchesRegex("m_[0-9a-f]{32}"));
    EXPECT_NE(member.seat.login, enrol(an_invitation(), scram_verifier).seat.login);
    EXPECT_THAT(enrol(an_invitation("lead"), scram_verifier).seat.login, MatchesRegex("r_[0-9a-f]{32}"));
}

TEST(Enrolment, RequestsWithoutASecret) {
    const auto [seat, request] = enrol(an_invitation(), scram_verifier);
    const std::string text = to_json(request);
    EXPECT_THAT(text, Not(HasSubstr(seat.password)));
    EXPECT_THAT(text, Not(HasSubstr("PRIVATE")));
    EXPECT_THAT(text, Not(HasSubstr("0123456789abcdef\"")));
    EXPECT_THAT(request.verifier, HasSubstr("SCRAM-SHA-256$4096:"));
    const auto read = parse_paper<BoardRequest>(text);
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(*read, request);
}

TEST(Enrolment, ProvesAnInvitationWithoutNamingIt) {
    auto [seat, request] = enrol(an_invitation(), scram_verifier);
    const std::string hash = hash_of_code("0123456789abcdef");
    EXPECT_EQ(invitation_of(request, {hash_of_code("another"), hash}), hash);
    EXPECT_EQ(invitation_of(request, {hash_of_code("another")}), std::nullopt);
    for (auto part : {&BoardRequest::login, &BoardRequest::verifier, &BoardRequest::certificate_request}) {
        BoardRequest changed = request; // by somebody on its way, who would log in as this member
        (changed.*part)[5] = 'x';
        EXPECT_EQ(invitation_of(changed, {hash}), std::nullopt);
    }
    request.team = 4;
    EXPECT_EQ(invitation_of(request, {hash}), std::nullopt);
}

TEST(Enrolment, ReadsEveryPaperAsItWasWritten) {
    const auto invitation = an_invitation("works_council");
    EXPECT_EQ(*parse_paper<BoardInvitation>(to_json(invitation)), invitation);
    const auto seat = enrol(invitation, scram_verifier).seat;
    EXPECT_EQ(*parse_paper<Seat>(to_json(seat)), seat);
    const BoardReply reply{seat.login, "-----BEGIN"};
    EXPECT_EQ(*parse_paper<BoardReply>(to_json(reply)), reply);
    EXPECT_FALSE(parse_paper<BoardReply>(to_json(seat)));
    EXPECT_FALSE(parse_paper<BoardInvitation>(R"({"paper":"invitation","schema":1,"schema":1})"));
}

TEST(Certificate, IsOfTheLoginWhateverTheRequestSays) {
    const Authority authority;
    const std::string login = "m_" + std::string(32, 'a');
    const KeyAndRequest key = make_key("m_" + std::string(32, 'b'));
    const auto made = sign_request(key.request, login, authority.certificate, authority.own.key, 90);
    ASSERT_TRUE(made) << made.error();
    EXPECT_TRUE(is_certificate_of(made->certificate, login, key.key, authority.certificate));
    EXPECT_FALSE(is_certificate_of(made->certificate, "m_" + std::string(32, 'b'), key.key, authority.certificate));
    EXPECT_FALSE(is_certificate_of(made->certificate, login, make_key(login).key, authority.certificate));
    EXPECT_FALSE(is_certificate_of(made->certificate, login, key.key, Authority{}.certificate));
    const auto now = std::chrono::system_clock::now();
    EXPECT_GT(end_of(made->certificate), now + std::chrono::days{89});
    EXPECT_LT(end_of(made->certificate), now + std::chrono::days{91});
    EXPECT_THAT(made->serial, MatchesRegex("[0-9A-F]{32}"));
}

TEST(Certificate, IsRenewedForItsKeyAndLoginAlone) {
    const Authority authority;
    const auto seat = enrol(an_invitation(), scram_verifier).seat;
    const auto certificate_of = [](const Seat& of, const std::string& login, const Authority& by) {
        return sign_request(make_request(of.key, login), login, by.certificate, by.own.key, 90)->certificate;
    };
    Seat mine = seat;
    mine.certificate = certificate_of(seat, seat.login, authority);
    const BoardRenewal renewal = renewal_of(mine);
    const auto may = [&](const BoardRenewal& it) {
        return may_be_renewed(it.certificate, it.login, it.certificate_request, authority.certificate);
    };
    EXPECT_TRUE(may(renewal));
    EXPECT_THAT(to_json(renewal), Not(HasSubstr("PRIVATE")));
    const auto read = parse_paper<Petition>(to_json(renewal));
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(std::get<BoardRenewal>(*read), renewal);
    const auto request = enrol(an_invitation(), scram_verifier).request;
    EXPECT_EQ(std::get<BoardRequest>(*parse_paper<Petition>(to_json(request))), request);

    BoardRenewal wrong = renewal; // whoever saw a certificate asks with a key of their own
    wrong.certificate_request = make_key(seat.login).request;
    EXPECT_FALSE(may(wrong));
    wrong = renewal; // a member would become another
    wrong.login = "m_" + std::string(32, 'a');
    EXPECT_FALSE(may(wrong));
    wrong = renewal; // an authority of one's own
    wrong.certificate = certificate_of(seat, seat.login, Authority{});
    EXPECT_FALSE(may(wrong));
    wrong.certificate = "";
    EXPECT_FALSE(may(wrong));
}

TEST(Certificate, IsNotMadeOfAnythingElse) {
    const Authority authority;
    const std::string login = "m_" + std::string(32, 'a');
    EXPECT_FALSE(sign_request("", login, authority.certificate, authority.own.key, 90));
    EXPECT_FALSE(sign_request(authority.certificate, login, authority.certificate, authority.own.key, 90));
    std::string forged = make_key(login).request; // somebody else's signature
    forged[forged.size() / 2] = forged[forged.size() / 2] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(sign_request(forged, login, authority.certificate, authority.own.key, 90));
    EXPECT_FALSE(sign_request(make_key(login).request, login, authority.certificate, make_key(login).key, 90));
}

TEST(ServerAddress, IsANameAPortAndADatabase) {
    EXPECT_EQ(*parse_server_address("board.example"), (ServerAddress{"board.example", 5432, "poise"}));
    EXPECT_EQ(*parse_server_address("board.example:5433/teams"), (ServerAddress{"board.example", 5433, "teams"}));
    for (const char* wrong : {"", ":5432", "a b", "a:0", "a:65536", "a:x", "a/", "a'/b", "a sslmode=disable",
                              "/run/postgresql", "a:5432/b/c"})
        EXPECT_FALSE(parse_server_address(wrong)) << wrong;
}

TEST(ServerAddress, IsSpokenToInOneWay) {
    const auto text =
        connection_text({"board.example", 5432, "poise"}, {"m_a", R"(it's \ "x")", "/ca", "/cert", "/key"});
    EXPECT_EQ(text,
              R"(host='board.example' port='5432' dbname='poise' user='m_a' password='it\'s \\ "x"' sslrootcert='/ca' )"
              R"(sslcert='/cert' sslkey='/key' sslmode='verify-full' ssl_min_protocol_version='TLSv1.3' )"
              R"(channel_binding='require' gssencmode='disable' connect_timeout='20' application_name='')");
    EXPECT_FALSE(connection_text(LocalServer{"board.example", 5432, "poise", ""}));
    EXPECT_EQ(*connection_text(LocalServer{}), "host='/run/postgresql' port='5432' dbname='poise' ");
}

} // namespace
} // namespace poise
