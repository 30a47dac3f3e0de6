// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody could try against a team in file mode, beside its letters (letter_attacks_test.cpp). Each attack is
// stopped; and with the guard that stops it switched off it succeeds, so that we know what each guard is for, and that
// the attack is one.
#include "a_team.hpp"
#include "facts.hpp"
#include "render.hpp"
#include "team_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace poise::test {
namespace {

using std::chrono::weeks;
using testing::HasSubstr;
using testing::Not;

// --- weeks

TEST(Attack, AWeekIsToCome) {
    ATeam team{1};
    team.send_week(team.member(0), 5, 1, a_monday + weeks{1});
    EXPECT_EQ(team.why_not(team.member(0).member), "its week is not over");
    ATeam open{1, without(&KeeperGuards::in_time)};
    open.send_week(open.member(0), 5, 1, a_monday + weeks{1});
    EXPECT_EQ(open.why_not(open.member(0).member), "taken");
}

TEST(Attack, AWeekIsLongAgo) {
    ATeam team{1};
    team.send_week(team.member(0), 5, 1, a_monday - weeks{60});
    EXPECT_EQ(team.why_not(team.member(0).member), "its week is closed");
}

TEST(Attack, ARecordComesAfterTheWeekWasClosed) {
    ATeam team{5};
    team.everybody_sends(5);
    EXPECT_EQ(team.coverage(), std::nullopt); // nothing had been taken before noon
    ATeam open{5, without(&KeeperGuards::in_time)};
    open.everybody_sends(5);
    EXPECT_EQ(open.coverage(), 50);
}

TEST(Attack, ALeadAsksBeforeTheWeekIsClosed) {
    ATeam team{5};
    team.everybody_sends(5);
    (void)team.keeper().take_mail(week_over);
    EXPECT_TRUE(team.keeper().close_weeks(week_closed - std::chrono::minutes{1}).empty());
    EXPECT_EQ(team.keeper().open_week(week_closed - std::chrono::minutes{1}), a_monday);
}

// --- members

TEST(Attack, SomebodyAsksToBeAdmittedWithoutAnInvitation) {
    ATeam team{0};
    const Sender stranger;
    team.send(
        {team.keeper().terms().team, stranger.member, AdmissionRequest{stranger.key.verify_key(), random_hex(16)}},
        stranger);
    EXPECT_EQ(team.why_not(stranger.member), "its invitation is used, too old, or none of ours");
}

TEST(Attack, AnInvitationIsUsedTwice) {
    const auto two_with_one = [](ATeam& team) {
        Keeper keeper = team.keeper();
        const Invitation invitation = keeper.invite(false, a_monday);
        const Sender first, second;
        for (const auto* sender : {&first, &second}) {
            team.send(
                {invitation.terms.team, sender->member, AdmissionRequest{sender->key.verify_key(), invitation.token}},
                *sender);
        }
        keeper.admit(keeper.take_mail(at(a_monday, 9)).applicants.at(0), a_monday);
        return keeper.take_mail(at(a_monday, 9));
    };
    ATeam team{0};
    const auto mail = two_with_one(team);
    EXPECT_TRUE(mail.applicants.empty());
    EXPECT_EQ(mail.refused.size(), 1U);
    ATeam open{0, without(&KeeperGuards::used_once)};
    EXPECT_EQ(two_with_one(open).applicants.size(), 1U); // whom nobody invited
}

TEST(Attack, AnInvitationIsUsedTooLate) {
    ATeam team{0};
    Keeper keeper = team.keeper();
    const Invitation invitation = keeper.invite(false, a_monday);
    const Sender late;
    team.send({invitation.terms.team, late.member, AdmissionRequest{late.key.verify_key(), invitation.token}}, late);
    EXPECT_EQ(keeper.take_mail(at(a_monday + std::chrono::days{8}, 0)).applicants.size(), 0U);
    EXPECT_EQ(keeper.take_mail(at(a_monday + std::chrono::days{7}, 0)).applicants.size(), 1U);
}

TEST(Attack, ALeadComparesTheWeekBeforeAndAfterSomebodyLeft) {
    const auto leave_after = [](ATeam& team) {
        for (std::size_t i = 0; i < 5; ++i) team.send_week(team.member(i), 9);
        team.send_week(team.member(5), 0);
        const auto before = team.coverage_after_mail();
        team.send({team.keeper().terms().team, team.member(5).member, Withdrawal{}}, team.member(5));
        return std::pair{before, team.coverage()};
    };
    ATeam team{6};
    const auto [before, after] = leave_after(team);
    EXPECT_EQ(before, 80); // 75
    EXPECT_EQ(after, before);
    ATeam open{6, without(&KeeperGuards::frozen)};
    const auto [open_before, open_after] = leave_after(open);
    EXPECT_EQ(open_before, 80);
    EXPECT_EQ(open_after, 90); // whoever left took nothing: now it is known
}

TEST(Attack, AReaderIsInATeamOfFive) {
    const auto four_and_a_reader = [](ATeam& team) {
        (void)team.join(true);
        for (std::size_t i = 0; i < 4; ++i) team.send_week(team.member(i), 5);
        team.send_week(team.member(4), 10);
        return team.coverage_after_mail();
    };
    ATeam team{4};
    EXPECT_EQ(four_and_a_reader(team), std::nullopt);
    KeeperGuards guards;
    guards.figures.readers_apart = false;
    ATeam open{4, guards};
    EXPECT_EQ(four_and_a_reader(open), 60);
}

TEST(Attack, ATeamOfFourIsToldOf) {
    ATeam team{4};
    team.everybody_sends(5);
    EXPECT_EQ(team.coverage_after_mail(), std::nullopt);
    KeeperGuards guards;
    guards.figures.minimum = guards.figures.enough_each = false;
    ATeam open{4, guards};
    open.everybody_sends(5);
    EXPECT_EQ(open.coverage_after_mail(), 50);
}

TEST(Attack, WhoHasLeftGoesOnSending) {
    ATeam team{5};
    team.send({team.keeper().terms().team, team.member(0).member, Withdrawal{}}, team.member(0));
    EXPECT_EQ(team.why_not(team.member(0).member), "taken");
    team.everybody_sends(5);
    EXPECT_EQ(team.why_not(team.member(0).member), "its writer is no member");
    EXPECT_EQ(team.coverage(), std::nullopt);
}

TEST(Attack, SomebodyTakesAnotherOutOfTheTeam) {
    const auto take_out = [](ATeam& team) {
        team.everybody_sends(5);
        team.send({team.keeper().terms().team, team.member(0).member, Withdrawal{}}, team.member(1));
        return team.why_not("withdrawal");
    };
    ATeam team{5};
    EXPECT_EQ(take_out(team), "its signature is not its writer's");
    EXPECT_EQ(team.coverage(), 50);
    ATeam open{5, without(&KeeperGuards::signature)};
    EXPECT_EQ(take_out(open), "taken");
    EXPECT_EQ(open.coverage(), std::nullopt); // four are left
}

TEST(Attack, ALeadWatchesTheFiguresWhenSomebodyJoins) {
    ScratchFolder folder;
    Keeper::init(folder.path() / "keeper", "Support", folder.path() / "drop", 5, 3, a_monday);
    std::map<Day, int> from;
    for (int i = 0; i < 200; ++i) {
        Keeper keeper{folder.path() / "keeper"};
        keeper.admit({"m_" + random_hex(16), random_hex(32), false, {}}, a_monday);
        from[keeper.members().back().effective_from] += 1;
    }
    EXPECT_EQ(from.size(), 4U);
    for (int week = 1; week <= 4; ++week) EXPECT_GT(from[a_monday + weeks{week}], 20);
    KeeperGuards guards;
    guards.waits_to_count = false;
    Keeper open{folder.path() / "keeper", guards};
    open.admit({"m_" + random_hex(16), random_hex(32), false, {}}, a_monday);
    EXPECT_EQ(open.members().back().effective_from, a_monday); // at once, in the week that everybody knows
}

// --- the ledger and what is published

std::string ledger_text(const ATeam& team) {
    std::ifstream file{team.keeper_folder() / "ledger"};
    return {std::istreambuf_iterator<char>{file}, {}};
}
void write_ledger(const ATeam& team, const std::string& text) {
    std::ofstream{team.keeper_folder() / "ledger"} << text;
}

std::string after_tampering(ATeam& team, const std::function<std::string(std::string)>& tamper) {
    team.everybody_sends(5);
    (void)team.coverage_after_mail();
    (void)team.coverage(week_closed + weeks{2});
    write_ledger(team, tamper(ledger_text(team)));
    try {
        return "coverage " + std::to_string(team.coverage(week_closed + weeks{2}).value_or(-1));
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

std::string rosier(std::string text) {
    const auto at = text.find("\"coverage\":50");
    return text.replace(at, 13, "\"coverage\":90");
}

TEST(Attack, TheLedgerIsTamperedWith) {
    const auto first_line_gone = [](std::string text) { return text.substr(text.find('\n') + 1); };
    const auto last_line_gone = [](std::string text) { return text.substr(0, text.rfind('\n', text.size() - 2) + 1); };
    const auto twice = [](std::string text) { return text + text; };
    const auto emptied = [](std::string) { return std::string{}; };
    using Tamper = std::function<std::string(std::string)>;
    for (const auto& tamper :
         {Tamper{rosier}, Tamper{first_line_gone}, Tamper{last_line_gone}, Tamper{twice}, Tamper{emptied}}) {
        ATeam team{5};
        EXPECT_THAT(after_tampering(team, tamper), HasSubstr("the ledger was changed by somebody else"));
    }
    ATeam open{5, without(&KeeperGuards::proven_ledger)};
    EXPECT_EQ(after_tampering(open, rosier), "coverage 90");
    ATeam untouched{5};
    EXPECT_EQ(after_tampering(untouched, [](std::string text) { return text; }), "coverage 50");
}

TEST(Attack, WhatIsPublishedIsChangedOrOfAnotherTeam) {
    ATeam team{5};
    team.everybody_sends(5);
    (void)team.coverage_after_mail();
    Keeper keeper = team.keeper();
    keeper.count_reading();
    const std::string text = *DropFolder{team.drop()}.published(facts_name);
    const auto facts = read_facts(text, keeper.terms());
    ASSERT_TRUE(facts) << facts.error();
    EXPECT_EQ(facts->reads, 1);
    ASSERT_EQ(facts->weeks.size(), 1U);
    std::string fewer = text;
    fewer.replace(fewer.find("\"reads\":1"), 9, "\"reads\":0");
    EXPECT_FALSE(read_facts(fewer, keeper.terms()));
    EXPECT_FALSE(read_facts(text.substr(0, text.size() - 1), keeper.terms()));
    EXPECT_FALSE(read_facts(text, ATeam{0}.keeper().terms()));
}

// --- what is printed

TEST(Attack, ALabelIsHtmlOrAFormula) {
    for (const char* label : {"<script>alert(1)</script>", "=1+1", "+1", "-1", "@x", "a\nb", "a\"b", "a'b",
                              "\xe2\x80\xaetxt", "", " a", "a;b", "a,b"})
        EXPECT_FALSE(is_label(label)) << label;
    EXPECT_TRUE(is_label("Büro 3 (Nord) & Süd"));
    // Where one gets past that, the page has it as text.
    TeamReport report;
    report.team = "<script>alert(1)</script>";
    EXPECT_THAT(render(team_page(report)), Not(HasSubstr("<script")));
}

} // namespace
} // namespace poise::test
