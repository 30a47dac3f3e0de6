// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody could try against a team in file mode. Each attack is stopped; and with the guard that stops it
// switched off it succeeds, so that we know what each guard is for, and that the attack is one.
#include "a_team.hpp"
#include "member.hpp"
#include "render.hpp"
#include "strict_json.hpp"
#include "team_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace poise::test {
namespace {

namespace fs = std::filesystem;

using std::chrono::weeks;
using testing::HasSubstr;
using testing::Not;

KeeperGuards without(bool KeeperGuards::*guard) {
    KeeperGuards guards;
    guards.*guard = false;
    return guards;
}

/// Five who took five of ten, and a record that says ten of ten.
WeeklyRecord rosy_week() {
    WeeklyRecord record = a_record();
    record.revision = 9;
    record.microbreak = {10, 0, 0, 0, 0};
    return record;
}

// --- letters

TEST(Attack, ARecordIsForgedForAnother) {
    const auto forge_all = [](ATeam& team) {
        team.everybody_sends(5);
        const Sender stranger;
        for (std::size_t i = 0; i < 5; ++i)
            team.send({team.keeper().terms().team, team.member(i).member, rosy_week()}, stranger);
    };
    ATeam team{5};
    forge_all(team);
    EXPECT_EQ(team.why_not(team.member(0).member), "its signature is not its writer's");
    ATeam open{5, without(&KeeperGuards::signature)};
    forge_all(open);
    EXPECT_EQ(open.coverage_after_mail(), 100);
}

TEST(Attack, AnEarlierForgedRecordDoesNotReplaceWhatWasTaken) {
    ATeam team{5};
    team.everybody_sends(5);
    (void)team.keeper().take_mail(week_over);
    for (std::size_t i = 0; i < 5; ++i)
        team.send({team.keeper().terms().team, team.member(i).member, rosy_week()}, Sender{});
    EXPECT_EQ(team.coverage_after_mail(), 50);
}

TEST(Attack, AMemberSendsTheirOwnRecordUnderAnothersName) {
    const auto send_twice = [](ATeam& team) {
        team.everybody_sends(5);
        // Signed by its writer, in another's place: theirs is gone.
        team.send({team.keeper().terms().team, team.member(0).member, rosy_week()}, team.member(0),
                  letter_name(team.member(1).member, "2026-11-23"));
    };
    ATeam team{6};
    send_twice(team);
    EXPECT_THAT(team.why_not(team.member(1).member), HasSubstr("it is not under its own name"));
    ATeam open{6, without(&KeeperGuards::own_name)};
    send_twice(open);
    EXPECT_EQ(open.why_not(open.member(1).member), "taken");
}

TEST(Attack, AnOlderRevisionIsPlayedAgain) {
    const auto replay = [](ATeam& team) {
        team.everybody_sends(9);
        for (std::size_t i = 0; i < 5; ++i) team.send_week(team.member(i), 2, 2);
        (void)team.keeper().take_mail(week_over);
        team.everybody_sends(9); // as somebody had kept them
    };
    ATeam team{5};
    replay(team);
    EXPECT_EQ(team.why_not(team.member(0).member), "it is older than what came before");
    EXPECT_EQ(team.coverage(), 20);
    ATeam open{5, without(&KeeperGuards::newest)};
    replay(open);
    EXPECT_EQ(open.coverage_after_mail(), 90);
}

TEST(Attack, ALetterIsCutOffOrDamaged) {
    ATeam team{5};
    const MemberLetter letter{team.keeper().terms().team, team.member(0).member, rosy_week()};
    const std::string whole = sealed_letter(letter, team.member(0).key, team.keeper().terms().seal_key);
    for (const std::size_t length :
         {std::size_t{0}, std::size_t{1}, std::size_t{48}, whole.size() / 2, whole.size() - 1}) {
        team.put(name_of(letter), whole.substr(0, length));
        EXPECT_EQ(team.why_not(team.member(0).member), "it is not sealed for this keeper, or was damaged") << length;
    }
    std::string damaged = whole;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
    team.put(name_of(letter), damaged);
    EXPECT_EQ(team.why_not(team.member(0).member), "it is not sealed for this keeper, or was damaged");
    team.put(name_of(letter), sealed_for(team.keeper().terms().seal_key, "short"));
    EXPECT_EQ(team.why_not(team.member(0).member), "it is cut off");
}

TEST(Attack, AFileIsHuge) {
    ATeam team{1};
    team.put(letter_name(team.member(0).member, "2026-11-23"), std::string(largest_letter + 1, 'x'));
    EXPECT_EQ(team.why_not(team.member(0).member), "it is larger than 64 KiB");
    KeeperGuards guards;
    guards.folder.small_only = false;
    ATeam open{1, guards};
    open.put(letter_name(open.member(0).member, "2026-11-23"), std::string(largest_letter + 1, 'x'));
    EXPECT_EQ(open.why_not(open.member(0).member),
              "it is not sealed for this keeper, or was damaged"); // it was all read
}

TEST(Attack, ALinkLeadsToAFileOfTheKeepers) {
    const auto link = [](ATeam& team) {
        fs::create_symlink(team.keeper_folder() / "sign-key",
                           team.drop() / letter_name(team.member(0).member, "2026-11-23"));
        return team.why_not(team.member(0).member);
    };
    ATeam team{1};
    EXPECT_EQ(link(team), "it is no regular file");
    KeeperGuards guards;
    guards.folder.regular_only = false;
    ATeam open{1, guards};
    EXPECT_EQ(link(open), "it is not sealed for this keeper, or was damaged"); // it was followed and read
}

TEST(Attack, APipeMakesTheKeeperWait) {
    ATeam team{5};
    team.everybody_sends(5);
    const std::string name = letter_name("m_" + std::string(32, 'f'), "2026-11-23");
    ASSERT_EQ(::mkfifo((team.drop() / name).c_str(), 0666), 0);
    fs::create_directory(team.drop() / "folder");
    EXPECT_EQ(team.why_not(name), "it is no regular file");
    EXPECT_EQ(team.why_not("folder"), "it is no regular file");
    EXPECT_EQ(team.coverage_after_mail(), 50); // the rest went on
}

TEST(Attack, AnArchiveOfRubbishKeepsTheMembersOut) {
    ATeam team{5};
    team.everybody_sends(5);
    for (std::size_t i = 0; i < most_letters; ++i) std::ofstream{team.drop() / ("a" + std::to_string(i))};
    EXPECT_EQ(team.why_not("…"), "5 more files were not looked at");
    EXPECT_EQ(team.coverage(), 50);
}

TEST(Attack, ANameSteersTheTerminal) {
    ATeam team{1};
    team.put("\x1b[31mred\n", "x");
    const auto refused = team.keeper().take_mail(week_over).refused;
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(refused[0].name.find_first_of("\x1b\n"), std::string::npos);
}

TEST(Attack, JsonIsDeepOrSaysAThingTwice) {
    ATeam team{1};
    const Sender& sender = team.member(0);
    const auto send_text = [&](const std::string& text) {
        team.put(letter_name(sender.member, "2026-11-23"),
                 sealed_for(team.keeper().terms().seal_key, sender.key.sign("letter 1", text) + text));
        return team.why_not(sender.member);
    };
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "{\"a\":";
    EXPECT_EQ(send_text(deep), "it is nested too deeply");
    EXPECT_EQ(send_text(std::string(50000, '[')), "it is nested too deeply");
    EXPECT_EQ(send_text(R"({"schema":1,"schema":1})"), "the key schema stands there twice");
    EXPECT_EQ(send_text(R"({"schema":1,"team":"x","member":"../../etc/passwd","withdrawal":true})"),
              "it is from no member");
}

TEST(Attack, ASignatureForOneThingIsUsedForAnother) {
    const Sender sender;
    const std::string text = "the same text";
    EXPECT_TRUE(is_signed(sender.key.verify_key(), sender.key.sign("letter 1", text), "letter 1", text));
    EXPECT_FALSE(is_signed(sender.key.verify_key(), sender.key.sign("facts 1", text), "letter 1", text));
}

TEST(Attack, ALetterOfAnotherTeamIsBroughtHere) {
    ATeam team{1};
    team.send({random_hex(16), team.member(0).member, rosy_week()}, team.member(0));
    EXPECT_EQ(team.why_not(team.member(0).member), "it is for another team");
}

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
    ATeam team{0};
    Keeper keeper = team.keeper();
    const Invitation invitation = keeper.invite(false, a_monday);
    const Sender first, second;
    for (const auto* sender : {&first, &second})
        team.send({invitation.terms.team, sender->member, AdmissionRequest{sender->key.verify_key(), invitation.token}},
                  *sender);
    keeper.admit(keeper.take_mail(at(a_monday, 9)).applicants.at(0), a_monday);
    const auto mail = keeper.take_mail(at(a_monday, 9));
    EXPECT_TRUE(mail.applicants.empty());
    EXPECT_EQ(mail.refused.size(), 1U);
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
    ATeam team{5};
    team.everybody_sends(5);
    team.send({team.keeper().terms().team, team.member(0).member, Withdrawal{}}, team.member(1));
    EXPECT_EQ(team.why_not("withdrawal"), "its signature is not its writer's");
    EXPECT_EQ(team.coverage(), 50);
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

// --- the member's side of the folder

TEST(DropFolder, IsWrittenIntoByWhoMayNeitherListNorReadIt) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can become another user";
    ScratchFolder folder;
    fs::permissions(folder.path(), fs::perms{0711});
    const fs::path drop = folder.path() / "drop";
    fs::create_directory(drop);
    ASSERT_EQ(::chmod(drop.c_str(), 01733), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        constexpr uid_t nobody = 65534;
        if (::setgid(nobody) != 0 || ::setuid(nobody) != 0) ::_exit(9);
        ::umask(077);
        try {
            DropFolder mine{drop};
            mine.send("one", "first");
            mine.send("one", "second");
            mine.send("two", "x");
            if (!mine.take_back("two")) ::_exit(3);
            std::vector<Refusal> refused;
            (void)mine.letters({}, refused);
            ::_exit(4); // it could be listed
        } catch (const std::runtime_error&) {
            ::_exit(0);
        }
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(WEXITSTATUS(status), 0);
    std::vector<Refusal> refused;
    const auto letters = DropFolder{drop}.letters({}, refused);
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].bytes, "second");
    EXPECT_EQ(fs::status(drop / "one").permissions(), fs::perms{0644});
}

} // namespace
} // namespace poise::test
