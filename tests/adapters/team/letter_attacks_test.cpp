// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody could put into the folder: forged, changed, played again, huge, no file at all. Each is stopped; and
// with the guard that stops it switched off it succeeds.
#include "a_team.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace poise::test {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;

/// Five who took five of ten, and a record that says ten of ten.
WeeklyRecord rosy_week() {
    WeeklyRecord record = a_record();
    record.revision = 9;
    record.microbreak = {10, 0, 0, 0, 0};
    return record;
}

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

    // Without the guards the keeper waits for as long as somebody holds the other end, which opens when the keeper has
    // come.
    KeeperGuards guards;
    guards.folder.never_waits = guards.folder.regular_only = false;
    auto waits = std::async(std::launch::async, [&] {
        return Keeper{team.keeper_folder(), guards}.take_mail(week_over).refused.size();
    });
    const int other_end = ::open((team.drop() / name).c_str(), O_WRONLY | O_CLOEXEC);
    ASSERT_GE(other_end, 0);
    EXPECT_EQ(waits.wait_for(std::chrono::seconds{0}), std::future_status::timeout);
    ::close(other_end);
    EXPECT_GT(waits.get(), 0U);
}

TEST(Attack, AnArchiveOfRubbishKeepsTheMembersOut) {
    ATeam team{5};
    team.everybody_sends(5);
    for (std::size_t i = 0; i < most_letters; ++i) std::ofstream{team.drop() / ("a" + std::to_string(i))};
    const auto refused = [&](KeeperGuards guards) {
        Keeper keeper{team.keeper_folder(), guards};
        return keeper.take_mail(week_over).refused;
    };
    // Whoever begins with what comes first looks at none of the members'.
    KeeperGuards by_name;
    by_name.folder.known_first = false;
    EXPECT_EQ(refused(by_name).at(0).why, "5 more files were not looked at");
    EXPECT_FALSE(fs::exists(team.keeper_folder() / "records"));

    EXPECT_EQ(team.why_not("…"), "5 more files were not looked at");
    EXPECT_EQ(team.coverage(), 50);
    // Whoever looks at all of them does it for as long as somebody makes more.
    KeeperGuards endless;
    endless.folder.so_many_only = false;
    EXPECT_EQ(refused(endless).size(), most_letters);
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
    // Otherwise whole and of a member: without the guard it is read to its end, however deep it is.
    std::string nested = R"({"schema":1,"team":")" + team.keeper().terms().team + R"(","member":")" + sender.member +
                         R"(","withdrawal":true,"more":)";
    nested += std::string(20000, '[') + std::string(20000, ']') + "}";
    EXPECT_EQ(send_text(nested), "it is nested too deeply");
    Keeper open{team.keeper_folder(), without(&KeeperGuards::shallow)};
    EXPECT_EQ(open.take_mail(week_over).refused.at(0).why, "unknown key more");

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

} // namespace
} // namespace poise::test
