// SPDX-License-Identifier: GPL-3.0-or-later
// Programmes, red flags, workstation, cards and lists of config/guide.toml under the ids of their rules.
#include "allowed.hpp"
#include "guide_loading.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace poise::test {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;

const Programme& programme(Driver driver) { return *find_programme(*own_guide(), driver); }

std::vector<std::string> preferred(Driver driver) {
    std::vector<std::string> ids;
    for (const auto& choice : programme(driver).prefers) ids.push_back(choice.drill);
    return ids;
}

std::vector<std::string> forbidden(Driver driver) {
    std::vector<std::string> ids;
    for (const Drill& drill : own_guide()->drills) {
        if (forbids(programme(driver), drill)) ids.push_back(drill.id);
    }
    return ids;
}

bool suits(const Drill& drill, Driver driver, Kind kind, Place place) {
    return std::ranges::find(drill.kinds, kind) != drill.kinds.end() &&
           std::ranges::find(drill.places, place) != drill.places.end() && drill.equipment.empty() &&
           !forbids(programme(driver), drill);
}

TEST(P, HasOneProgrammeForEachDriverInTheirOrder) {
    const auto& programmes = own_guide()->programmes;
    ASSERT_EQ(programmes.size(), 8u);
    for (std::size_t i = 0; i < programmes.size(); ++i) {
        EXPECT_EQ(programmes[i].driver, static_cast<Driver>(i));
        EXPECT_EQ(programmes[i].rule, "P" + std::to_string(i));
    }
}

TEST(P0, ForbidsNothingAndPrefersNothing) {
    EXPECT_THAT(forbidden(Driver::prevention), IsEmpty());
    EXPECT_THAT(preferred(Driver::prevention), IsEmpty());
}

TEST(P1, PrefersThoracicExtensionDoorwayStretchAndRows) {
    EXPECT_THAT(preferred(Driver::posture), IsSupersetOf({"E2", "E2.chair", "E6", "E10.rows", "E11.rows"}));
    EXPECT_THAT(forbidden(Driver::posture), IsEmpty());
}

TEST(P2, PrefersPressureAndBreathAndNamesHeat) {
    EXPECT_THAT(preferred(Driver::myofascial), IsSupersetOf({"E13", "E14", "E11.rows"}));
    EXPECT_THAT(programme(Driver::myofascial).focus, HasSubstr("heat"));
}

TEST(P3, ForbidsTheEndOfBendingAndTurningUnderLoad) {
    EXPECT_THAT(programme(Driver::disc).avoids,
                ElementsAre(Contraindication::end_range_flexion, Contraindication::loaded_flexion,
                            Contraindication::loaded_rotation));
    EXPECT_THAT(forbidden(Driver::disc), ElementsAre("E1", "E1.desk", "E4", "E7", "E11.hinge", "E12.row"));
    EXPECT_THAT(preferred(Driver::disc), IsSupersetOf({"P3.rest", "E15.bird_dog", "E15.heel_taps"}));
}

TEST(P4, ForbidsLoadedExtensionAndPrefersFlexionWalksHipAndCore) {
    EXPECT_THAT(programme(Driver::stenosis).avoids, ElementsAre(Contraindication::loaded_extension));
    EXPECT_THAT(forbidden(Driver::stenosis),
                ElementsAre("E2", "E2.chair", "E2.forearms", "E2.wall", "E9.ytw", "E11.prone_rows", "E12.press"));
    EXPECT_THAT(preferred(Driver::stenosis), IsSupersetOf({"P4.sit", "E4", "E16", "E15.clam", "E15.bird_dog"}));
}

TEST(P5, AsksForAScreenFirstAndForbidsHeavyLoadAndPressure) {
    EXPECT_THAT(programme(Driver::visceral).focus, HasSubstr("medical screen first"));
    EXPECT_THAT(forbidden(Driver::visceral), ElementsAre("E11.hinge", "E12.press", "E13"));
}

TEST(P6, PrefersWalksRotationsAndTheBackOfTheBody) {
    EXPECT_THAT(preferred(Driver::osteoarthritis), IsSupersetOf({"E16", "E8", "E11.rows", "E11.hinge", "E15.brace"}));
    EXPECT_THAT(programme(Driver::osteoarthritis).focus, HasSubstr("Lighter in a flare"));
}

TEST(P7, PrefersRotationsExtensionsRibBreathingAndOneSidedWork) {
    EXPECT_THAT(preferred(Driver::curves), IsSupersetOf({"E14.ribs", "E8", "E2", "E12.row", "E12.press"}));
}

TEST(P, LeavesEveryProgrammeEnoughInEveryPlaceWithoutEquipment) {
    for (const auto& each : own_guide()->programmes) {
        for (const Place place : {Place::desk, Place::standing, Place::floor}) {
            const auto count = [&](Kind kind) {
                return std::ranges::count_if(
                    own_guide()->drills, [&](const Drill& drill) { return suits(drill, each.driver, kind, place); });
            };
            EXPECT_GE(count(Kind::mobility), 6) << each.rule << " " << name(place);
            EXPECT_GE(count(Kind::strength), 5) << each.rule << " " << name(place);
            EXPECT_GE(count(Kind::snack), 2) << each.rule << " " << name(place);
            EXPECT_TRUE(std::ranges::any_of(own_guide()->drills,
                                            [&](const Drill& drill) {
                                                return drill.light_pull &&
                                                       suits(drill, each.driver, Kind::mobility, place);
                                            }))
                << each.rule << " " << name(place);
        }
    }
}

TEST(S5, HasARotationInEveryPlaceForEveryProgramme) {
    for (const auto& each : own_guide()->programmes) {
        for (const Place place : {Place::desk, Place::standing, Place::floor}) {
            EXPECT_TRUE(std::ranges::any_of(own_guide()->drills,
                                            [&](const Drill& drill) {
                                                return suits(drill, each.driver, Kind::mobility, place) &&
                                                       std::ranges::find(drill.movements, Movement::rotation) !=
                                                           drill.movements.end();
                                            }))
                << each.rule << " " << name(place);
        }
    }
}

TEST(S5, HasAnExtensionInEveryPlaceForEveryProgramme) {
    for (const auto& each : own_guide()->programmes) {
        for (const Place place : {Place::desk, Place::standing, Place::floor}) {
            EXPECT_TRUE(std::ranges::any_of(own_guide()->drills,
                                            [&](const Drill& drill) {
                                                return suits(drill, each.driver, Kind::mobility, place) &&
                                                       std::ranges::find(drill.movements, Movement::extension) !=
                                                           drill.movements.end();
                                            }))
                << each.rule << " " << name(place);
        }
    }
}

TEST(S12, IsFivePoints) {
    std::vector<std::string> ids;
    for (const auto& point : own_guide()->workstation) ids.push_back(point.id);
    EXPECT_THAT(ids, ElementsAre("screen_height", "keyboard_distance", "feet", "elbows", "lumbar_support"));
    EXPECT_THAT(own_guide()->workstation[3].question, HasSubstr("90 degrees"));
}

TEST(S13, IsACardAndNeverAPrompt) {
    const auto& cards = own_guide()->cards;
    const auto sleep = std::ranges::find(cards, "sleep", &Card::id);
    ASSERT_NE(sleep, cards.end());
    EXPECT_EQ(sleep->rule, "S13");
    EXPECT_THAT(sleep->lines.front(), HasSubstr("7 to 8 hours"));
    for (const Drill& drill : own_guide()->drills) EXPECT_NE(drill.rule, "S13");
    for (const Cue& cue : own_guide()->cues) EXPECT_NE(cue.rule, "S13");
}

TEST(F1, ListsWhatACheckinMayName) {
    EXPECT_THAT(own_guide()->regions, IsSupersetOf({"neck", "upper_back", "between_shoulder_blades"}));
    EXPECT_THAT(own_guide()->loads, IsSupersetOf({"typing", "mouse", "reading", "lifting", "driving"}));
    EXPECT_THAT(own_guide()->positions, IsSupersetOf({"sitting", "standing", "slouching", "reaching", "lying"}));
}

TEST(F2, NamesTwoLeversThatTheProgrammeAllowsAndThatNeedNoEquipment) {
    for (const auto& each : own_guide()->programmes) {
        for (const auto& id : {each.mobility_lever, each.strength_lever}) {
            const Drill* lever = find_drill(*own_guide(), id);
            ASSERT_TRUE(lever) << each.rule;
            EXPECT_FALSE(forbids(each, *lever)) << each.rule;
            EXPECT_THAT(lever->equipment, IsEmpty()) << each.rule;
        }
        EXPECT_TRUE(find_drill(*own_guide(), each.strength_lever)->light_pull) << each.rule;
    }
}

TEST(F9, SaysTwoToFourWeeksAndPromisesNothing) {
    const auto& cards = own_guide()->cards;
    const auto card = std::ranges::find(cards, "expectation", &Card::id);
    ASSERT_NE(card, cards.end());
    EXPECT_THAT(card->lines.front(), testing::AllOf(HasSubstr("2 to 4 weeks"), HasSubstr("no promise")));
}

std::vector<std::string> flags_that_call_for(Care care) {
    std::vector<std::string> ids;
    for (const auto& flag : own_guide()->red_flags) {
        if (flag.care == care) ids.push_back(flag.id);
    }
    return ids;
}

TEST(R1, CallsForEmergencyCare) {
    EXPECT_THAT(flags_that_call_for(Care::emergency),
                ElementsAre("significant_trauma", "neurological_deficit", "leg_weakness", "leg_numbness",
                            "incontinence", "chest_pressure", "breathlessness", "cold_sweats", "jaw_or_shoulder_pain",
                            "unusual_fatigue", "upper_abdominal_pain"));
    for (const char* raised : {"cold_sweats", "jaw_or_shoulder_pain", "unusual_fatigue", "upper_abdominal_pain"}) {
        EXPECT_FALSE(find_red_flag(*own_guide(), raised)->added.empty()) << raised;
    }
}

TEST(R2, CallsForAMedicalReview) {
    EXPECT_THAT(flags_that_call_for(Care::medical_review),
                ElementsAre("night_pain", "weight_loss", "bleeding", "persistent_vomiting", "fever", "nausea",
                            "suspected_infection", "pain_after_meals", "cough", "chest_pain",
                            "pain_after_minor_movement", "curve_progression", "function_decline", "autonomic_signs"));
}

TEST(R4, IsAskedAndNeverDiagnosed) {
    for (const auto& flag : own_guide()->red_flags) {
        EXPECT_TRUE(flag.question.ends_with('?')) << flag.id;
        for (const char* diagnosis : {"cancer", "tumour", "fracture", "infarct", "heart attack", "gallstone"}) {
            EXPECT_THAT(flag.question, testing::Not(HasSubstr(diagnosis)));
        }
    }
}

} // namespace

} // namespace poise::test
