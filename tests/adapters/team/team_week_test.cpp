// SPDX-License-Identifier: GPL-3.0-or-later
#include "records.hpp"
#include "team_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace poise::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const IsoWeek week = iso_week(a_monday);

/// Everybody took so many of ten microbreaks.
std::vector<Contribution> team(std::initializer_list<int> taken) {
    std::vector<Contribution> members;
    for (const int count : taken) {
        WeeklyRecord record = a_record();
        record.microbreak = {count, 0, 0, 10 - count, 0};
        members.push_back({record});
    }
    return members;
}

std::vector<Contribution> random_team(std::mt19937& random, int size) {
    std::vector<Contribution> members;
    for (int i = 0; i < size; ++i) members.push_back({random_record(random)});
    return members;
}

std::optional<Percent> coverage(const std::vector<Contribution>& members, const DisclosureGuards& guards = {}) {
    const TeamWeek of_them = team_week(week, members, 5, guards);
    return of_them.figures ? of_them.figures->microbreak.coverage : std::nullopt;
}

TEST(TeamWeek, IsNothingAtAllForFewerThanTheMinimum) {
    EXPECT_EQ(to_json(team_week(week, team({5, 5, 5, 5}), 5)), R"({"week":"2026-W48","status":"suppressed"})");
    EXPECT_TRUE(team_week(week, team({5, 5, 5, 5, 5}), 5).figures);
    EXPECT_FALSE(team_week(week, team({5, 5, 5, 5, 5}), 6).figures);
    EXPECT_FALSE(team_week(week, {}, 5).figures);
    // A minimum is raised, never lowered.
    EXPECT_FALSE(team_week(week, team({5, 5, 5, 5}), 1).figures);
    // Switched off, four people's mean is there to be read.
    EXPECT_EQ(coverage(team({5, 5, 5, 5}), {.minimum = false, .enough_each = false}), 50);
}

TEST(TeamWeek, HasNoReaderInIt) {
    auto members = team({5, 5, 5, 5, 10});
    members.back().is_reader = true;
    EXPECT_FALSE(team_week(week, members, 5).figures);
    members.push_back(team({5}).front());
    EXPECT_EQ(coverage(members), 50);
    // Switched off, a reader in a team of five learns of four, and knows their own figure.
    EXPECT_EQ(coverage(members, {.readers_apart = false}), 60);
}

TEST(TeamWeek, GivesEveryMemberTheSameWeight) {
    auto members = team({10, 10, 10, 10, 0});
    members.back().record.microbreak.skipped = 2000;
    EXPECT_EQ(coverage(members), 80);
    // Switched off, one who had two thousand due speaks for all.
    EXPECT_EQ(coverage(members, {.equal_weight = false}), 0);
}

TEST(TeamWeek, TakesADayForNoLongerThanADay) {
    auto members = team({5, 5, 5, 5, 5});
    for (auto& [record, is_reader] : members)
        record.sitting_min = 4 * 60, record.standing_min = 0, record.working_min = 0;
    members.back().record.sitting_min = 165 * 60;
    members.back().record.days_active = 2;
    EXPECT_EQ(hours_text(team_week(week, members, 5).figures->sitting), "5.5 h"); // (4 x 1 + 24) / 5
    EXPECT_EQ(hours_text(team_week(week, members, 5, {.clamped = false}).figures->sitting), "17.5 h");
}

TEST(TeamWeek, KnowsNoFigureOfFewerThanTheMinimum) {
    auto members = team({10, 10, 10, 10, 5});
    members.front().record.microbreak = {};
    members.back().record.movement.reset();
    const TeamWeek of_them = team_week(week, members, 5);
    ASSERT_TRUE(of_them.figures);
    EXPECT_EQ(of_them.figures->microbreak, KindFigures{});
    EXPECT_EQ(of_them.figures->movement, std::nullopt);
    EXPECT_TRUE(of_them.figures->posture_change.coverage);
    // Switched off, four are told of.
    EXPECT_TRUE(coverage(members, {.enough_each = false}));
}

TEST(TeamWeek, IsCoarserTheFewerTheyAre) {
    auto figure_of = [](std::size_t size, const DisclosureGuards& guards = {}) {
        std::vector<Contribution> members(size, team({6}).front());
        for (auto& member : members) member.record.microbreak = {57, 0, 0, 43, 0};
        return coverage(members, guards);
    };
    EXPECT_EQ(figure_of(5), 60);
    EXPECT_EQ(figure_of(9), 60);
    EXPECT_EQ(figure_of(10), 55);
    EXPECT_EQ(figure_of(25), 58); // half up
    EXPECT_EQ(figure_of(100), 57);
    EXPECT_EQ(figure_of(5, {.coarse = false}), 57);
}

TEST(TeamWeek, SaysNeitherNobodyNorEverybody) {
    EXPECT_EQ(percent_text(coverage(team({0, 0, 0, 0, 0})), MemberBand::from_5), "under 10 %");
    EXPECT_EQ(percent_text(coverage(team({10, 10, 10, 10, 10})), MemberBand::from_5), "over 90 %");
    EXPECT_EQ(percent_text(99, MemberBand::from_100), "99 %");
    EXPECT_EQ(percent_text(0, MemberBand::from_100), "under 1 %");
    EXPECT_EQ(percent_text(std::nullopt, MemberBand::from_5), "no data");
    EXPECT_EQ(quarters_text(7), "1.75");
    EXPECT_EQ(share_text(ShareBand::over_80), "over 80 %");
}

TEST(TeamWeek, MasksTheShareOfLongSits) {
    auto band_of = [](int with) {
        std::vector<Contribution> members(10, team({6}).front());
        for (int i = 0; i < 10; ++i)
            members[static_cast<std::size_t>(i)].record.long_sits = i < with ? LongSits::ten_and_more : LongSits::none;
        return *team_week(week, members, 5).figures->long_sits;
    };
    EXPECT_EQ(band_of(0), ShareBand::under_20);
    EXPECT_EQ(band_of(1), ShareBand::under_20);
    EXPECT_EQ(band_of(2), ShareBand::between);
    EXPECT_EQ(band_of(8), ShareBand::between);
    EXPECT_EQ(band_of(9), ShareBand::over_80);
    EXPECT_EQ(band_of(10), ShareBand::over_80);
}

TEST(TeamWeek, LeavesOutWhoAskedForNothing) {
    auto members = team({5, 5, 5, 5, 5, 5});
    for (auto& [record, is_reader] : members) record.posture_change = {0, 0, 3, 0, 0}; // all natural: nothing was asked
    const auto figures = team_week(week, members, 5).figures->posture_change;
    EXPECT_EQ(figures.coverage, 100);
    EXPECT_EQ(figures.adherence, std::nullopt);
    EXPECT_EQ(*figures.mix, (Mix{0, 0, 100, 0, 0}));
}

TEST(TeamWeek, CountsNoRecordOfAnotherWeekNorABrokenOne) {
    auto members = team({5, 5, 5, 5, 5});
    members[0].record.monday += std::chrono::weeks{1};
    EXPECT_FALSE(team_week(week, members, 5).figures);
    members = team({5, 5, 5, 5, 5});
    members[0].record.days_active = 0;
    EXPECT_FALSE(team_week(week, members, 5).figures);
}

TEST(TeamWeek, IsOneTextAndIsReadBack) {
    std::mt19937 random{11};
    for (int i = 0; i < 300; ++i) {
        const TeamWeek of_them = team_week(week, random_team(random, 3 + i % 40), 5);
        const auto back = parse_team_week(to_json(of_them));
        ASSERT_TRUE(back) << back.error();
        ASSERT_EQ(*back, of_them);
    }
    const std::string text = to_json(team_week(week, team({5, 5, 5, 5, 5}), 5));
    EXPECT_EQ(text,
              R"({"week":"2026-W48","status":"released","members":"5-9","figures":{"microbreak":{"coverage":50,)"
              R"("adherence":50,"mix":{"taken":50,"partial":0,"natural":0,"skipped":50,"missed":0}},"posture_change":)"
              R"({"coverage":70,"adherence":60,"mix":{"taken":50,"partial":0,"natural":20,"skipped":30,"missed":0}},)"
              R"("movement":2.0,"sitting_h":5.0,"standing_h":1.5,"working_h":4.0,"long_sits":"over 80"}})");
    EXPECT_FALSE(parse_team_week(text + " "));
    EXPECT_FALSE(parse_team_week(R"({"week":"2026-W48","status":"suppressed","members":"5-9"})"));
}

/// All figures of a week in one row.
std::vector<std::int64_t> figures_in_a_row(const TeamFigures& figures) {
    std::vector<std::int64_t> row;
    const auto add = [&row](std::optional<int> figure) { row.push_back(figure.value_or(-1000)); };
    for (const auto& kind : {figures.microbreak, figures.posture_change}) {
        add(kind.coverage);
        add(kind.adherence);
        for (std::size_t i = 0; i < told_outcomes; ++i) add(kind.mix ? std::optional{(*kind.mix)[i]} : std::nullopt);
    }
    return row;
}

// A member can send what they like: a share moves by no more than 100/n, and what rounding adds to it.
TEST(TeamWeek, IsMovedByAForgerByAHundredthOfTheirNumberAtMost) {
    std::mt19937 random{3};
    for (int i = 0; i < 400; ++i) {
        const int size = 5 + i % 60;
        auto members = random_team(random, size);
        for (auto& [record, is_reader] : members) { // everybody has something due, or they would be fewer
            record.microbreak.skipped += 1;
            record.posture_change.skipped += 1;
        }
        const auto honest = figures_in_a_row(*team_week(week, members, 5).figures);
        members.front().record.microbreak = i % 2 == 0 ? KindCounts{2000} : KindCounts{0, 0, 0, 0, 2000};
        members.front().record.posture_change = i % 3 == 0 ? KindCounts{0, 0, 0, 2000} : KindCounts{0, 2000};
        const TeamWeek forged = team_week(week, members, 5);
        const auto moved = figures_in_a_row(*forged.figures);
        const int most = 100 / size + percent_grain(forged.figures->members) + 1;
        for (std::size_t k = 0; k < honest.size(); ++k) ASSERT_LE(std::abs(honest[k] - moved[k]), most) << size;
    }
}

// What is told is a multiple of its grain, no further from the mean than half of it.
TEST(TeamWeek, IsToldNoFinerThanItsGrain) {
    std::mt19937 random{5};
    for (int i = 0; i < 400; ++i) {
        const auto members = random_team(random, 5 + i % 120);
        const TeamFigures told = *team_week(week, members, 5).figures;
        const TeamFigures exact = *team_week(week, members, 5, {.coarse = false}).figures;
        const Percent grain = percent_grain(told.members);
        const auto coarse_row = figures_in_a_row(told);
        const auto exact_row = figures_in_a_row(exact);
        for (std::size_t k = 0; k < coarse_row.size(); ++k) {
            if (coarse_row[k] < 0) continue;
            ASSERT_EQ(coarse_row[k] % grain, 0);
            ASSERT_LE(2 * std::abs(coarse_row[k] - exact_row[k]), grain + 1);
        }
        ASSERT_EQ(*told.sitting % quarter_grain(told.members), 0);
    }
}

// Who guesses that somebody is among fewer than five learns nothing: whatever they sent, the week is the same text.
TEST(TeamWeek, OfTooFewIsTheSameWhoeverTheyAre) {
    std::mt19937 random{9};
    for (int i = 0; i < 200; ++i)
        ASSERT_EQ(team_week(week, random_team(random, i % 5), 5), (TeamWeek{week, std::nullopt}));
}

TEST(TeamWeek, DependsOnNobodysPlaceInTheRow) {
    std::mt19937 random{13};
    auto members = random_team(random, 17);
    const TeamWeek before = team_week(week, members, 5);
    std::ranges::shuffle(members, random);
    EXPECT_EQ(team_week(week, members, 5), before);
}

} // namespace
} // namespace poise::test
