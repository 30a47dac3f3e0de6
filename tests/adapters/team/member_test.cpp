// SPDX-License-Identifier: GPL-3.0-or-later
#include "a_team.hpp"
#include "member.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace poise::test {
namespace {

namespace fs = std::filesystem;

using std::chrono::days;
using std::chrono::hours;
using std::chrono::weeks;

const Day next_monday = a_monday + weeks{1};

/// Somebody who has enrolled in the week of a_monday, and works five days a week.
struct AMember : testing::Test {
    ATeam team{0};
    ScratchFolder home;
    Member member{home.path() / "team"};
    int taken = 7;

    void enrol(bool withhold = false) {
        const Invitation invitation = team.keeper().invite(false, a_monday);
        member.enrol(invitation, withhold, a_monday);
        Keeper keeper = team.keeper();
        for (const auto& applicant : keeper.take_mail(at(a_monday, 12)).applicants) keeper.admit(applicant, a_monday);
    }
    std::function<Days(Day)> journal() {
        return [this](Day monday) {
            Days week;
            for (int i = 0; i < 5; ++i) {
                DayTotals& day = week[monday + days{i}];
                day.sitting = hours{5};
                day.kinds[index(Kind::microbreak)].outcomes[index(Outcome::taken)] = taken;
                day.kinds[index(Kind::snack)].outcomes[index(Outcome::taken)] = 1;
            }
            return week;
        };
    }
    std::vector<WeeklyRecord> due(Day today, int hour = 9) { return member.due(journal(), today, at(today, hour)); }
    std::vector<std::string> in_folder() {
        std::vector<std::string> names;
        for (const auto& file : fs::directory_iterator(team.drop())) names.push_back(file.path().filename());
        return names;
    }
};

TEST_F(AMember, IsNothingOnThisMachineBeforeTheyEnrol) {
    EXPECT_FALSE(member.membership());
    EXPECT_FALSE(fs::exists(home.path() / "team"));
}

TEST_F(AMember, HasKeysThatNobodyElseReads) {
    enrol();
    EXPECT_EQ(fs::status(home.path() / "team").permissions(), fs::perms{0700});
    for (const auto& file : fs::directory_iterator(home.path() / "team")) {
        EXPECT_EQ(fs::status(file.path()).permissions(), fs::perms{0600}) << file.path();
    }
}

TEST_F(AMember, EnrolsNowhereWhereTheFolderCannotBeWritten) {
    Invitation invitation = team.keeper().invite(false, a_monday);
    invitation.terms.carrier.place = home.path() / "nowhere";
    EXPECT_THROW(member.enrol(invitation, false, a_monday), std::runtime_error);
    EXPECT_FALSE(fs::exists(home.path() / "team"));
    invitation.terms.carrier.kind = "pigeon";
    EXPECT_THROW(member.enrol(invitation, false, a_monday), std::runtime_error);
}

TEST_F(AMember, SendsAWeekOnceItIsOverAndOnlyOnce) {
    enrol();
    EXPECT_TRUE(due(next_monday - days{1}, 23).empty());
    const auto week = due(next_monday);
    ASSERT_EQ(week.size(), 1U);
    EXPECT_EQ(week[0].monday, a_monday);
    member.send(week);
    EXPECT_TRUE(due(next_monday).empty());
    const auto name = letter_name(member.membership()->member, "2026-11-23");
    EXPECT_THAT(in_folder(), testing::ElementsAre(name));
    EXPECT_EQ(team.why_not(name), "taken");
}

TEST_F(AMember, SendsTheWeekAgainWhereItHasChangedBeforeItIsClosed) {
    enrol();
    member.send(due(next_monday));
    taken = 8;
    const auto again = due(next_monday + days{1});
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again[0].revision, 2);
    member.send(again);
    taken = 9;
    EXPECT_TRUE(due(next_monday + days{2}, 12).empty()); // closed
    EXPECT_EQ(due(next_monday + days{2}, 11).size(), 1U);
    EXPECT_EQ(member.outbox().sent().at(a_monday).microbreak.taken, 40);
}

TEST_F(AMember, SendsNoWeekFromBeforeTheyEnrolled) {
    enrol();
    EXPECT_TRUE(due(a_monday + days{1}).empty());
}

TEST_F(AMember, KeepsNothingOfAWeekThatDidNotGo) {
    enrol();
    const auto week = due(next_monday);
    fs::rename(team.drop(), home.path() / "away");
    EXPECT_THROW(member.send(week), std::runtime_error);
    EXPECT_TRUE(member.outbox().sent().empty());
    fs::rename(home.path() / "away", team.drop());
    EXPECT_EQ(due(next_monday), week);
}

TEST_F(AMember, TellsNoMovementWhereTheyWithholdIt) {
    enrol(true);
    EXPECT_EQ(due(next_monday)[0].movement, std::nullopt);
    member.withhold_movement(false);
    EXPECT_EQ(member.membership()->withholds_movement, false);
}

// None told must mean nothing: some weeks tell none whatever was taken, and the same week always says the same.
TEST_F(AMember, TellsNoMovementInSomeWeeksByLot) {
    enrol();
    int none = 0;
    for (int i = 0; i < 400; ++i) {
        const Day monday = a_monday + weeks{i};
        const auto record = member.record_of(journal()(monday), monday);
        ASSERT_EQ(record, member.record_of(journal()(monday), monday));
        none += record->movement ? 0 : 1;
    }
    EXPECT_GT(none, 20);
    EXPECT_LT(none, 90);
}

TEST_F(AMember, TakesEverythingBackAndForgetsTheTeamWhenTheyLeave) {
    enrol();
    member.send(due(next_monday));
    const auto pseudonym = member.membership()->member;
    const auto left = member.leave();
    EXPECT_TRUE(left.told_keeper);
    EXPECT_TRUE(left.not_taken_back.empty());
    EXPECT_THAT(in_folder(), testing::ElementsAre(letter_name(pseudonym, "withdrawal")));
    EXPECT_FALSE(fs::exists(home.path() / "team"));
    EXPECT_EQ(team.why_not(pseudonym), "taken");
    EXPECT_TRUE(team.keeper().members().at(0).has_left);
}

TEST_F(AMember, IsForgottenByTheKeeperWhoHadTakenTheirRecords) {
    enrol();
    member.send(due(next_monday));
    (void)team.keeper().take_mail(week_over);
    EXPECT_FALSE(fs::is_empty(team.keeper_folder() / "records"));
    (void)member.leave();
    (void)team.keeper().take_mail(week_over);
    EXPECT_TRUE(fs::is_empty(team.keeper_folder() / "records"));
}

TEST_F(AMember, KeepsTheirKeysUntilTheKeeperCouldBeTold) {
    enrol();
    fs::rename(team.drop(), home.path() / "away");
    EXPECT_FALSE(member.leave().told_keeper);
    EXPECT_TRUE(member.membership());
    fs::rename(home.path() / "away", team.drop());
    EXPECT_TRUE(member.leave().told_keeper);
}

TEST_F(AMember, SendsANewerRevisionAfterTheyErasedWhatHadLeft) {
    enrol();
    member.send(due(next_monday));
    taken = 6;
    member.send(due(next_monday));
    EXPECT_EQ(member.outbox().erase(a_monday), 0U);
    EXPECT_EQ(member.outbox().erase(std::nullopt), 1U);
    EXPECT_TRUE(member.outbox().sent().empty());
    taken = 5;
    EXPECT_EQ(due(next_monday).at(0).revision, 3);
}

TEST(Invitation, IsReadBackAndNothingElseIsOne) {
    ATeam team{0};
    const Invitation invitation = team.keeper().invite(true, a_monday);
    const auto back = parse_invitation(to_text(invitation));
    ASSERT_TRUE(back) << back.error();
    EXPECT_EQ(*back, invitation);
    EXPECT_FALSE(parse_invitation("{}"));
    EXPECT_FALSE(parse_invitation(""));
    std::string lower = to_text(invitation);
    lower.replace(lower.find("\"minimum\": 5"), 12, "\"minimum\": 4");
    EXPECT_EQ(parse_invitation(lower).error(), "it does not describe a team");
}

TEST(Week, ClosesAtNoonOfItsDay) {
    EXPECT_EQ(closes(a_monday, 3), at(day(2026, 12, 2), 12));
    EXPECT_EQ(closes(a_monday, 2), at(day(2026, 12, 1), 12));
    EXPECT_EQ(closes(a_monday, 7), at(day(2026, 12, 6), 12));
    EXPECT_EQ(ends_somewhere(a_monday), at(day(2026, 11, 29), 10));
}

} // namespace
} // namespace poise::test
