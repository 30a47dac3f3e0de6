// SPDX-License-Identifier: GPL-3.0-or-later
// What each programme makes of a person's breaks: its focused fix leads, and what it forbids never comes. (Which drills
// it prefers and forbids is told in tests/adapters/load, how a session is composed in composition_test.)
#include "composing.hpp"

#include <gtest/gtest.h>

#include <set>

namespace poise::test {
namespace {

using enum Kind;

/// Four working weeks: 40 blocks, 20 snacks and 8 sessions, with everything at hand unless told otherwise.
class Month {
public:
    explicit Month(Driver driver, std::vector<std::string> equipment = every_equipment)
        : person_{driver, with(std::move(equipment))} {
        for (int day = 0; day < 20; ++day) {
            does(mobility, 2h);
            does(snack, 2h);
            does(mobility, 2h);
            const bool is_strength_day = day % 5 == 1 || day % 5 == 4;
            if (is_strength_day) does(strength, 2h);
            does(breath, is_strength_day ? 16h : 18h);
            if (day % 5 == 4) does(microbreak, 48h);
        }
    }
    /// How many breaks of this kind had one of these drills.
    [[nodiscard]] int breaks_with(Kind kind, const std::set<std::string>& drills) const {
        return static_cast<int>(std::ranges::count_if(breaks_, [&](const auto& each) {
            return each.first == kind &&
                   std::ranges::any_of(each.second, [&](const PromptDrill& one) { return drills.contains(one.drill); });
        }));
    }
    [[nodiscard]] bool has(const std::string& drill) const {
        return std::ranges::any_of(all_kinds, [&](Kind kind) { return breaks_with(kind, {drill}) > 0; });
    }
    [[nodiscard]] bool has(Contraindication contraindication) const {
        return std::ranges::any_of(breaks_, [&](const auto& each) {
            return std::ranges::any_of(each.second, [&](const PromptDrill& one) {
                return contains(drill_of(one).contraindications, contraindication);
            });
        });
    }
    /// Drills that are in a break because the programme prefers them.
    [[nodiscard]] std::set<std::string> there_by(const std::string& rule) const {
        std::set<std::string> drills;
        for (const auto& [kind, session] : breaks_) {
            for (const auto& each : session) {
                if (each.rule == rule) drills.insert(each.drill);
            }
        }
        return drills;
    }

private:
    Person person_;
    std::vector<std::pair<Kind, std::vector<PromptDrill>>> breaks_;

    static Settings with(std::vector<std::string> equipment) {
        Settings settings;
        settings.equipment = std::move(equipment);
        return settings;
    }
    void does(Kind kind, Duration until_the_next) {
        breaks_.emplace_back(kind, person_.composed(kind));
        person_.does(kind, breaks_.back().second, until_the_next);
    }
};

TEST(P0, GivesEveryDrillTheSameChance) {
    const Month month{Driver::prevention};
    EXPECT_EQ(month.there_by("P0"), std::set<std::string>{});
    for (const auto contraindication : {Contraindication::end_range_flexion, Contraindication::loaded_extension,
                                        Contraindication::loaded_rotation, Contraindication::overhead}) {
        EXPECT_TRUE(month.has(contraindication)) << name(contraindication);
    }
}

TEST(P1, LeadsWithThoracicExtensionTheChestStretchAndRows) {
    const Month month{Driver::posture};
    const Month other{Driver::prevention};
    EXPECT_GE(month.breaks_with(mobility, {"E2", "E2.chair", "E2.forearms", "E2.wall"}), 36) << "nine blocks of ten";
    EXPECT_GE(month.breaks_with(mobility, {"E6"}), 3 * other.breaks_with(mobility, {"E6"}) / 2);
    EXPECT_GE(month.breaks_with(strength, {"E11.rows", "E11.prone_rows"}), 7) << "of eight sessions";
    EXPECT_EQ(month.breaks_with(snack, {"E10.rows", "E10.band", "E10.bar"}), 20) << "rows in every snack";
}

TEST(P2, LeadsWithPressureAndTheUsualMusclesAndLoadsLightly) {
    const Month month{Driver::myofascial};
    EXPECT_GE(month.breaks_with(mobility, {"E13"}), 2 * Month{Driver::prevention}.breaks_with(mobility, {"E13"}));
    const Month without_ball{Driver::myofascial, {}};
    EXPECT_FALSE(without_ball.has("E13"));
    for (const char* muscle : {"E5", "E3"}) {
        EXPECT_GE(without_ball.breaks_with(mobility, {muscle}), 18) << muscle << " nearly every day";
    }
    EXPECT_GE(month.breaks_with(strength, {"E11.rows"}), 7) << "of eight sessions";
}

TEST(P3, NeverBendsToTheEndNorTurnsUnderLoadAndRestsWhereItCalms) {
    const Month month{Driver::disc};
    EXPECT_FALSE(month.has(Contraindication::end_range_flexion));
    EXPECT_FALSE(month.has(Contraindication::loaded_flexion));
    EXPECT_FALSE(month.has(Contraindication::loaded_rotation));
    EXPECT_GE(month.breaks_with(mobility, {"P3.rest"}), 20) << "every day";
    EXPECT_EQ(month.breaks_with(strength, {"E15.bird_dog", "E15.heel_taps", "E15.brace"}), 8) << "core endurance";
}

TEST(P4, NeverExtendsUnderLoadAndWalksBetweenWork) {
    const Month month{Driver::stenosis};
    EXPECT_FALSE(month.has(Contraindication::loaded_extension));
    EXPECT_EQ(month.breaks_with(snack, {"E16"}), 20) << "walk intervals";
    EXPECT_GE(month.breaks_with(mobility, {"P4.sit", "E4", "E1", "E1.desk"}), 36) << "flexion-friendly";
    for (const auto& part : {std::set<std::string>{"E15.clam", "E15.sit_to_stand", "E15.bridge", "E15.march"},
                             std::set<std::string>{"E15.bird_dog", "E15.heel_taps"}}) {
        EXPECT_EQ(month.breaks_with(strength, part), 8) << "hip and core in every session";
    }
}

TEST(P5, StaysGentleAfterTheClearance) {
    const Month month{Driver::visceral};
    for (const char* heavy : {"E11.hinge", "E12.press", "E13"}) EXPECT_FALSE(month.has(heavy)) << heavy;
    EXPECT_EQ(month.breaks_with(snack, {"E16"}), 20);
}

TEST(P6, WalksTurnsAndStrengthensTheBackOfTheBody) {
    const Month month{Driver::osteoarthritis};
    EXPECT_GE(month.breaks_with(snack, {"E16"}), 19) << "short walks";
    EXPECT_GE(month.breaks_with(mobility, {"E8", "E8.open_book"}), 36) << "controlled rotations";
    EXPECT_GE(month.breaks_with(mobility, {"E9.wall_angels"}), 16) << "scapular stabilisers";
    EXPECT_GE(month.breaks_with(strength, {"E11.hinge", "E15.bridge"}), 7) << "the posterior chain";
    EXPECT_GE(month.breaks_with(strength, {"E15.bird_dog", "E15.brace"}), 7) << "trunk endurance";
}

TEST(P7, BreathesIntoTheRibsAndWorksOneSideAtATime) {
    const Month month{Driver::curves};
    const Month other{Driver::prevention};
    EXPECT_GE(month.breaks_with(mobility, {"E14.ribs"}), 2 * other.breaks_with(mobility, {"E14.ribs"}));
    EXPECT_GE(month.breaks_with(strength, {"E12.row", "E12.press"}), 7) << "one-sided, in nearly every session";
    for (const auto& each : {std::set<std::string>{"E8", "E8.open_book", "E7"},
                             std::set<std::string>{"E2", "E2.chair", "E2.forearms", "E2.wall"}}) {
        EXPECT_GE(month.breaks_with(mobility, each), 28) << *each.begin();
    }
}

} // namespace
} // namespace poise::test
