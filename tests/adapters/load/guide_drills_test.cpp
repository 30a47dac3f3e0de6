// SPDX-License-Identifier: GPL-3.0-or-later
// The drills of config/guide.toml under the ids of their rules, with the figures of the source typed here a second
// time.
#include "guide_loading.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace poise::test {

namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

const Drill& drill(const char* id) {
    const Drill* found = find_drill(*own_guide(), id);
    if (!found) throw std::runtime_error{std::string{"no drill "} + id};
    return *found;
}

using Seconds = Range<Duration>;
using Times = Range<int>;

std::vector<std::string> ids_by_rule(std::string_view rule) {
    std::vector<std::string> ids;
    for (const Drill& each : own_guide()->drills) {
        if (each.rule == rule) ids.push_back(each.id);
    }
    return ids;
}

TEST(E1, IsSixtyToNinetySecondsOfBothBendingWays) {
    for (const char* id : {"E1", "E1.desk"}) {
        EXPECT_EQ(drill(id).dose.hold, (Seconds{60s, 90s}));
        EXPECT_EQ(drill(id).dose.rounds, (Times{1, 3}));
        EXPECT_THAT(drill(id).movements, UnorderedElementsAre(Movement::extension, Movement::flexion));
    }
    EXPECT_THAT(drill("E1").places, ElementsAre(Place::floor));
}

TEST(E2, IsSixToTenRepetitionsHeldTwoToThreeBreaths) {
    EXPECT_THAT(ids_by_rule("E2"), ElementsAre("E2", "E2.chair", "E2.forearms", "E2.wall"));
    for (const auto& id : ids_by_rule("E2")) {
        const Drill& each = drill(id.c_str());
        EXPECT_EQ(each.dose.reps, (Times{6, 10})) << id;
        EXPECT_EQ(each.dose.breaths, (Times{2, 3})) << id;
        EXPECT_FALSE(each.dose.hold) << id;
        EXPECT_THAT(each.movements, ElementsAre(Movement::extension)) << id;
        EXPECT_THAT(each.contraindications, Contains(Contraindication::loaded_extension)) << id;
    }
    EXPECT_THAT(drill("E2").equipment, ElementsAre("roller"));
    ASSERT_EQ(drill("E2").progressions.size(), 2u);
    EXPECT_THAT(drill("E2").progressions[0].contraindications, ElementsAre(Contraindication::overhead));
    EXPECT_THAT(drill("E2").progressions[1].equipment, ElementsAre("band"));
}

TEST(E2, HasAChairVersionThatSaysItWasAdded) {
    EXPECT_THAT(drill("E2.chair").places, ElementsAre(Place::desk));
    EXPECT_THAT(drill("E2.chair").equipment, IsEmpty());
    EXPECT_THAT(drill("E2.chair").added, testing::HasSubstr("our version"));
}

TEST(E3, IsTwentyToThirtySecondsEachSideSeatedOrStanding) {
    EXPECT_EQ(drill("E3").dose.hold, (Seconds{20s, 30s}));
    EXPECT_TRUE(drill("E3").dose.each_side);
    EXPECT_EQ(drill("E3").dose.rounds, (Times{1, 3}));
    EXPECT_THAT(drill("E3").places, ElementsAre(Place::desk, Place::standing));
}

TEST(E4, IsFiveToEightBreathCyclesOnTheFloor) {
    EXPECT_EQ(drill("E4").dose.breaths, (Times{5, 8}));
    EXPECT_FALSE(drill("E4").dose.hold || drill("E4").dose.reps);
    EXPECT_THAT(drill("E4").places, ElementsAre(Place::floor));
}

TEST(E5, IsTwentyToThirtySecondsTwoToThreeTimesEachSideSeated) {
    EXPECT_EQ(drill("E5").dose.hold, (Seconds{20s, 30s}));
    EXPECT_EQ(drill("E5").dose.rounds, (Times{2, 3}));
    EXPECT_TRUE(drill("E5").dose.each_side);
    EXPECT_THAT(drill("E5").places, ElementsAre(Place::desk));
}

TEST(E6, IsTwentyToFortySecondsStanding) {
    EXPECT_EQ(drill("E6").dose.hold, (Seconds{20s, 40s}));
    EXPECT_FALSE(drill("E6").dose.each_side);
    EXPECT_THAT(drill("E6").places, ElementsAre(Place::standing));
}

TEST(E7, IsARotationOfTwentyToThirtySecondsEachSide) {
    EXPECT_EQ(drill("E7").dose.hold, (Seconds{20s, 30s}));
    EXPECT_TRUE(drill("E7").dose.each_side);
    EXPECT_THAT(drill("E7").movements, Contains(Movement::rotation));
    ASSERT_EQ(drill("E7").progressions.size(), 1u);
    EXPECT_THAT(drill("E7").progressions[0].contraindications, ElementsAre(Contraindication::overhead));
}

TEST(E8, IsARotationHeldFifteenToThirtySecondsEachSide) {
    for (const char* id : {"E8", "E8.open_book"}) {
        EXPECT_EQ(drill(id).dose.hold, (Seconds{15s, 30s}));
        EXPECT_TRUE(drill(id).dose.each_side);
        EXPECT_THAT(drill(id).movements, ElementsAre(Movement::rotation));
        EXPECT_THAT(drill(id).contraindications, IsEmpty());
    }
    EXPECT_THAT(drill("E8").places, ElementsAre(Place::desk, Place::standing));
}

TEST(E9, IsWallAnglesHoldsAndLightRowsOfEightToTen) {
    EXPECT_THAT(ids_by_rule("E9"), UnorderedElementsAre("E9.wall_angels", "E9.ytw", "E9.rows"));
    for (const auto& id : ids_by_rule("E9")) {
        EXPECT_EQ(drill(id.c_str()).dose.reps, (Times{8, 10})) << id;
        EXPECT_THAT(drill(id.c_str()).movements, Contains(Movement::posture)) << id;
    }
    EXPECT_TRUE(drill("E9.ytw").dose.hold);
    EXPECT_TRUE(drill("E9.rows").light_pull);
}

TEST(E10, IsTenPullsWithoutEquipmentOrWithABandOrBar) {
    EXPECT_THAT(ids_by_rule("E10"), UnorderedElementsAre("E10.rows", "E10.band", "E10.bar"));
    for (const auto& id : ids_by_rule("E10")) {
        const Drill& each = drill(id.c_str());
        EXPECT_EQ(each.dose, (DoseRange{.hold = {}, .reps = Times{10, 10}, .breaths = {}})) << id;
        EXPECT_TRUE(each.light_pull) << id;
        EXPECT_THAT(each.movements, ElementsAre(Movement::pull)) << id;
        EXPECT_THAT(each.kinds, UnorderedElementsAre(Kind::snack, Kind::mobility)) << id;
    }
    EXPECT_THAT(drill("E10.rows").equipment, IsEmpty());
    EXPECT_THAT(drill("E10.band").equipment, ElementsAre("band"));
}

void expect_strength_sets(std::string_view rule) {
    for (const auto& id : ids_by_rule(rule)) {
        const Drill& each = drill(id.c_str());
        EXPECT_THAT(each.kinds, ElementsAre(Kind::strength)) << id;
        EXPECT_EQ(each.dose.rounds, (Times{2, 3})) << id;
        EXPECT_EQ(each.dose.round_rest, 30s) << id;
        if (each.dose.hold) {
            EXPECT_EQ(each.dose.hold, (Seconds{15s, 30s})) << id;
        } else {
            EXPECT_EQ(each.dose.reps, (Times{8, 12})) << id;
        }
        EXPECT_FALSE(each.added.empty()) << id;
    }
}

TEST(E11, IsRowsHingeAndOverheadReachInSets) {
    EXPECT_THAT(ids_by_rule("E11"), UnorderedElementsAre("E11.rows", "E11.prone_rows", "E11.hinge", "E11.reach"));
    expect_strength_sets("E11");
    EXPECT_THAT(drill("E11.hinge").contraindications, Contains(Contraindication::loaded_flexion));
    EXPECT_THAT(drill("E11.reach").contraindications, Contains(Contraindication::overhead));
    for (const Progression& with_weight : drill("E11.reach").progressions) {
        EXPECT_THAT(with_weight.contraindications, ElementsAre(Contraindication::loaded_extension)) << with_weight.text;
    }
}

TEST(E12, IsOneSidedPullsAndPresses) {
    EXPECT_THAT(ids_by_rule("E12"), UnorderedElementsAre("E12.row", "E12.press"));
    expect_strength_sets("E12");
    for (const auto& id : ids_by_rule("E12")) EXPECT_TRUE(drill(id.c_str()).dose.each_side) << id;
}

TEST(E13, IsPressureWithABallAndACardAboutHeat) {
    EXPECT_THAT(drill("E13").equipment, ElementsAre("ball"));
    EXPECT_THAT(drill("E13").movements, ElementsAre(Movement::release));
    EXPECT_TRUE(std::ranges::any_of(own_guide()->cards, [](const Card& card) { return card.rule == "E13"; }));
}

TEST(E14, FillsABreathBreakAndOpensAMobilityBlock) {
    const DoseRange& dose = drill("E14").dose;
    EXPECT_THAT(drill("E14").kinds, testing::IsSupersetOf({Kind::breath, Kind::mobility}));
    EXPECT_EQ(length_of({.breaths = dose.breaths->most}, dose), 60s);
    EXPECT_EQ(length_of({.breaths = dose.breaths->least}, dose), 30s);
    EXPECT_THAT(drill("E14").places, ElementsAre(Place::desk, Place::standing, Place::floor));
}

TEST(E15, IsHipCoreAndTrunkEnduranceInSets) {
    EXPECT_GE(ids_by_rule("E15").size(), 4u);
    expect_strength_sets("E15");
    for (const auto& id : ids_by_rule("E15")) {
        const auto& movements = drill(id.c_str()).movements;
        EXPECT_TRUE(std::ranges::count(movements, Movement::hip) + std::ranges::count(movements, Movement::core) > 0)
            << id;
        EXPECT_THAT(movements, Not(Contains(Movement::extension))) << id;
    }
}

TEST(E16, IsAShortWalkFromWhereverOneIs) {
    EXPECT_THAT(drill("E16").kinds, ElementsAre(Kind::snack));
    EXPECT_THAT(drill("E16").movements, ElementsAre(Movement::walk));
    EXPECT_EQ(drill("E16").dose.hold, (Seconds{60s, 300s}));
    EXPECT_EQ(drill("E16").places.size(), 3u);
}

TEST(C1, HasADrillAndACueForRibsChinAndShoulderBlades) {
    EXPECT_THAT(drill("C1").kinds, ElementsAre(Kind::microbreak));
    for (const char* id : {"C1.ribs", "C1.chin", "C1.shoulders"}) {
        const Cue* cue = find_cue(*own_guide(), id);
        ASSERT_TRUE(cue) << id;
        EXPECT_EQ(cue->rule, "C1");
    }
}

TEST(C2, AsksForATensionFromZeroToTen) {
    const Cue* cue = find_cue(*own_guide(), "C2.tension");
    ASSERT_TRUE(cue);
    EXPECT_THAT(cue->text, testing::AllOf(testing::HasSubstr("0"), testing::HasSubstr("10")));
}

} // namespace

} // namespace poise::test
