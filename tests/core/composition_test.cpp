// SPDX-License-Identifier: GPL-3.0-or-later
// What a break is made of, for every programme, place and equipment, and over histories that nobody has chosen.
#include "composing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace poise::test {
namespace {

using enum Kind;

bool may(const Settings& settings, Driver driver, auto holds) {
    return std::ranges::any_of(own_guide()->drills, [&](const Drill& drill) {
        return contains(drill.kinds, mobility) && is_allowed(drill, settings, find_programme(*own_guide(), driver)) &&
               holds(drill);
    });
}

struct Case {
    Driver driver;
    Settings settings;
    std::string name;
};
std::vector<Case> everybody() {
    std::vector<Case> cases;
    for (const Driver driver : all_drivers) {
        for (unsigned places = 1; places < 8; ++places) {
            for (unsigned equipment = 0; equipment < 16; ++equipment) {
                Settings settings;
                settings.places = subset(every_place, places);
                settings.equipment = subset(every_equipment, equipment);
                cases.push_back({driver, settings,
                                 std::string{name(driver)} + " places " + std::to_string(places) + " equipment " +
                                     std::to_string(equipment)});
            }
        }
    }
    return cases;
}

TEST(S4, ABlockFillsItsFiveMinutesForEverybody) {
    for (const auto& [driver, settings, name] : everybody()) {
        const Person person{driver, settings};
        const auto drills = person.composed(mobility);
        const Duration length = length_of(drills, *own_guide());
        EXPECT_LE(std::chrono::abs(length - settings.mobility_length), length_tolerance)
            << name << ": " << in_words(drills);
    }
}

TEST(S5, EachDaysFirstBlockHoldsARotationAndAnExtension) {
    for (const auto& [driver, settings, name] : everybody()) {
        const Person person{driver, settings};
        const auto drills = person.composed(mobility);
        for (const Movement movement : {Movement::rotation, Movement::extension}) {
            const bool can =
                may(settings, driver, [&](const Drill& drill) { return contains(drill.movements, movement); });
            EXPECT_EQ(any_moves(drills, movement), can) << name << ": " << in_words(drills);
        }
    }
}

TEST(S5, ADayOfTwoBlocksHasBothEvenWhereOneBlockIsTight) {
    Person person;
    Checkin tight;
    tight.tight = true;
    tight.tension = 9;
    person.remember_now(tight);
    const auto morning = person.composed(mobility);
    person.does(mobility, morning);
    const auto afternoon = person.composed(mobility);
    for (const Movement movement : {Movement::rotation, Movement::extension}) {
        EXPECT_TRUE(any_moves(morning, movement) || any_moves(afternoon, movement)) << in_words(morning) << "\n"
                                                                                    << in_words(afternoon);
    }
}

TEST(S5, WhatASnackHeldIsNotWhatTheBlocksHold) {
    Person person{Driver::curves};
    person.does(snack, {{"E10.rows", {}}, {"E9.ytw", {}}}, 1h); // which extends
    const auto block = person.composed(mobility);
    EXPECT_TRUE(any_moves(block, Movement::extension)) << in_words(block);
    person.does(mobility, block, 2h);
    const auto second = person.composed(mobility);
    EXPECT_FALSE(std::ranges::any_of(second, [](const PromptDrill& each) { return each.rule == "S5"; }))
        << in_words(second);
}

TEST(S7, ABlockOpensWithBreath) {
    for (const auto& [driver, settings, name] : everybody()) {
        const auto drills = Person{driver, settings}.composed(mobility);
        ASSERT_FALSE(drills.empty()) << name;
        EXPECT_TRUE(moves(drills.front(), Movement::breath)) << name << ": " << in_words(drills);
        EXPECT_EQ(drills.front().rule, "S7");
    }
}

TEST(S11, ABlockEndsWithALightPull) {
    for (const auto& [driver, settings, name] : everybody()) {
        const Person person{driver, settings};
        const auto drills = person.composed(mobility);
        const bool can = may(settings, driver, [](const Drill& drill) { return drill.light_pull; });
        EXPECT_EQ(drill_of(drills.back()).light_pull, can) << name << ": " << in_words(drills);
    }
}

TEST(S11, ThePullUsesABandWhereOneIsAtHand) {
    Settings settings;
    settings.equipment = {"band"};
    EXPECT_EQ(Person(Driver::prevention, settings).composed(mobility).back().drill, "E10.band");
    EXPECT_TRUE(drill_of(Person{}.composed(mobility).back()).equipment.empty());
}

/// The drills of a fortnight's snacks, one set for each.
std::vector<std::set<std::string>> snacks_of(Person person) {
    std::vector<std::set<std::string>> snacks;
    for (int i = 0; i < 14; ++i) {
        person.does(mobility, person.composed(mobility), 2h);
        const auto drills = person.composed(snack);
        auto& ids = snacks.emplace_back();
        for (const auto& each : drills) ids.insert(each.drill);
        person.does(snack, drills, 22h);
    }
    return snacks;
}

TEST(S8, AWalkIsOneOfTheSnacksAndForStenosisThePreferredOne) {
    const auto walks = [](Driver driver) {
        const auto snacks = snacks_of(Person{driver});
        return std::ranges::count_if(snacks, [](const auto& snack) { return snack.contains("E16"); });
    };
    for (const Driver driver : all_drivers) EXPECT_GE(walks(driver), 2) << name(driver) << " in a fortnight";
    EXPECT_GT(walks(Driver::prevention), 3);
    EXPECT_LT(walks(Driver::prevention), 14);
    for (const auto& snack : snacks_of(Person{Driver::stenosis})) {
        EXPECT_EQ(snack, (std::set<std::string>{"E16"})) << "the preferred one: nothing goes before it";
    }
}

TEST(S3, ASnackIsTenBodyweightRowsOrBandPullsAndWhatElseThereIsTimeFor) {
    Settings with_band;
    with_band.equipment = {"band"};
    for (const auto& person : {Person{}, Person{Driver::prevention, with_band}, Person{Driver::curves}}) {
        for (const auto& snack : snacks_of(person)) {
            EXPECT_TRUE(snack.contains("E10.rows") || snack.contains("E10.band"));
            EXPECT_GE(snack.size(), 2u);
        }
    }
    const auto drills = Person{}.composed(snack);
    EXPECT_EQ(drills.front().dose.reps, 10);
    EXPECT_EQ(drills.front().rule, "S3");
}

TEST(S3, ASnackFillsItsTwoMinutesForEverybody) {
    for (const auto& [driver, settings, name] : everybody()) {
        const auto drills = Person{driver, settings}.composed(snack);
        EXPECT_LE(std::chrono::abs(length_of(drills, *own_guide()) - 2min), length_tolerance)
            << name << ": " << in_words(drills);
    }
}

TEST(S6, ASessionFillsItsTimeWithRowsHingesAndReaches) {
    Person person;
    std::set<std::string> rules;
    for (int i = 0; i < 3; ++i) {
        const auto drills = person.composed(strength);
        EXPECT_LE(std::chrono::abs(length_of(drills, *own_guide()) - 15min), length_tolerance) << in_words(drills);
        for (const auto& each : drills) rules.insert(drill_of(each).id);
        person.does(strength, drills, 72h);
    }
    for (const char* id : {"E11.rows", "E11.hinge", "E11.reach"}) EXPECT_TRUE(rules.contains(id)) << id;
}

TEST(S6, EverySessionFitsEverybody) {
    for (const auto& [driver, settings, name] : everybody()) {
        const auto drills = Person{driver, settings}.composed(strength);
        EXPECT_LE(std::chrono::abs(length_of(drills, *own_guide()) - 15min), length_tolerance)
            << name << ": " << in_words(drills);
    }
}

TEST(S1, AMicrobreakIsAPostureCueOrABreathInTurn) {
    for (const Driver driver : all_drivers) {
        Person person{driver};
        std::multiset<std::string> drills;
        for (int i = 0; i < 4; ++i) {
            const auto composed = person.composed(microbreak);
            ASSERT_EQ(composed.size(), 1u);
            drills.insert(composed.front().drill);
            person.does(microbreak, composed, 30min);
        }
        EXPECT_EQ(drills, (std::multiset<std::string>{"C1", "C1", "E14", "E14"})) << name(driver);
    }
}

TEST(C1, TheCuesTakeTurns) {
    Person person;
    std::vector<std::string> cues;
    for (std::size_t i = 0; i < 2 * own_guide()->cues.size(); ++i) {
        cues.push_back(next_cue(person.state()));
        Prompt prompt;
        prompt.id = person.memory().next_prompt;
        prompt.kind = microbreak;
        prompt.cue = cues.back();
        person.remember_now(Offered{prompt, false});
    }
    for (std::size_t i = 0; i < cues.size(); ++i)
        EXPECT_EQ(cues[i], own_guide()->cues[i % own_guide()->cues.size()].id);
}

TEST(Composition, IsTheSameForTheSameHistory) {
    Person one{Driver::posture};
    Person other{Driver::posture};
    for (int i = 0; i < 20; ++i) {
        const auto drills = one.composed(mobility);
        EXPECT_EQ(drills, other.composed(mobility));
        one.does(mobility, drills);
        other.does(mobility, drills);
    }
}

TEST(Composition, GivesEveryAllowedDrillItsTurn) { // S9: variety by least lately done
    for (const Driver driver : all_drivers) {
        Settings settings;
        settings.equipment = every_equipment;
        Person person{driver, settings};
        std::set<std::string> done;
        for (int i = 0; i < 60; ++i) {
            const auto drills = person.composed(mobility);
            for (const auto& each : drills) done.insert(each.drill);
            person.does(mobility, drills);
        }
        for (const Drill& drill : own_guide()->drills) {
            const bool is_wanted = contains(drill.kinds, mobility) && !drill.light_pull &&
                                   is_allowed(drill, settings, find_programme(*own_guide(), driver));
            if (!is_wanted) continue;
            EXPECT_TRUE(done.contains(drill.id)) << name(driver) << " never does " << drill.id;
        }
    }
}

TEST(Composition, RepeatsNoDrillTwoBlocksRunningWhereThereIsAChoice) {
    Settings settings;
    settings.equipment = every_equipment;
    Person person{Driver::prevention, settings};
    std::vector<PromptDrill> last;
    for (int i = 0; i < 40; ++i) {
        const auto drills = person.composed(mobility);
        for (std::size_t d = 0; d + 1 < drills.size(); ++d) {
            EXPECT_EQ(std::ranges::find(last, drills[d].drill, &PromptDrill::drill), last.end())
                << i << ": " << in_words(last) << " then " << in_words(drills);
        }
        last = drills;
        person.does(mobility, drills);
    }
}

/// Whether a block can be made without these drills, as well as with them.
bool can_do_without(Person person, const std::vector<std::string>& drills, const Settings& settings) {
    const bool had_both = any_moves(person.composed(mobility), Movement::rotation) &&
                          any_moves(person.composed(mobility), Movement::extension);
    auto guide = std::make_shared<Guide>(*own_guide());
    std::erase_if(guide->drills, [&](const Drill& drill) { return contains(drills, drill.id); });
    person.state().guide = guide;
    const auto block = person.composed(mobility);
    const bool fills = std::chrono::abs(length_of(block, *own_guide()) - settings.mobility_length) <= length_tolerance;
    const bool has_both = any_moves(block, Movement::rotation) && any_moves(block, Movement::extension);
    return fills && has_both >= had_both;
}

TEST(Composition, RepeatsADrillOfTheLastBlockForNobodyWhoHasAChoice) {
    int with_choice = 0;
    for (const auto& [driver, settings, name] : everybody()) {
        Person person{driver, settings};
        std::vector<std::string> last;
        for (int i = 0; i < 4; ++i) {
            const auto drills = person.composed(mobility);
            std::vector<std::string> middle;
            for (const PromptDrill& each : drills) {
                const bool frames = moves(each, Movement::breath) || drill_of(each).light_pull;
                if (!frames) middle.push_back(each.drill);
            }
            const bool repeats = std::ranges::any_of(middle, [&](const auto& id) { return contains(last, id); });
            if (can_do_without(person, last, settings)) {
                ++with_choice;
                EXPECT_FALSE(repeats) << name << " block " << i << ": " << in_words(drills);
            }
            last = middle;
            person.does(mobility, drills);
        }
    }
    EXPECT_GT(with_choice, 1000);
}

TEST(Composition, HasNoTwoVersionsOfOneDrillInABreak) {
    for (const auto& [driver, settings, name] : everybody()) {
        Person person{driver, settings};
        for (int i = 0; i < 3; ++i) {
            for (const Kind kind : {mobility, strength}) {
                const auto drills = person.composed(kind);
                std::set<std::string> roots;
                for (const PromptDrill& each : drills) {
                    const std::string root = each.drill.substr(0, each.drill.find('.'));
                    if (!find_drill(*own_guide(), root)) continue; // E9.rows and E9.ytw are two drills
                    EXPECT_TRUE(roots.insert(root).second) << name << ": " << in_words(drills);
                }
                person.does(kind, drills);
            }
        }
    }
}

TEST(Composition, BreathAndPullTakeTurnsWhereThereIsAChoice) {
    Settings with_both;
    with_both.equipment = {"band", "bar"};
    for (const Settings& settings : {Settings{}, with_both}) {
        for (const Driver driver : all_drivers) {
            Person person{driver, settings};
            std::vector<PromptDrill> last;
            for (int i = 0; i < 6; ++i) {
                const auto drills = person.composed(mobility);
                if (!last.empty()) {
                    EXPECT_NE(drills.front().drill, last.front().drill) << name(driver) << i;
                    EXPECT_NE(drills.back().drill, last.back().drill) << name(driver) << i;
                }
                last = drills;
                person.does(mobility, drills);
            }
        }
    }
}

TEST(S10, TightDaysAskForTwoRoundsAndForThreeAtATensionOfSeven) {
    for (const auto& [tension, rounds] : {std::pair{5, 2}, std::pair{7, 3}}) {
        Person person;
        Checkin tight;
        tight.tight = true;
        tight.tension = tension;
        person.remember_now(tight);
        int most = 0;
        for (const auto& each : person.composed(mobility)) most = std::max(most, each.dose.rounds);
        EXPECT_EQ(most, rounds) << in_words(person.composed(mobility));
    }
    for (const auto& each : Person{}.composed(mobility)) {
        EXPECT_EQ(each.dose.rounds, drill_of(each).dose.rounds.least) << each.drill;
    }
}

TEST(F2, TodaysLeversComeFirst) {
    Person person;
    person.remember_now(LeversChosen{{"E6", "E9.rows"}});
    const auto morning = person.composed(mobility);
    const auto has = [](const auto& drills, const char* id) {
        return std::ranges::find(drills, id, &PromptDrill::drill) != drills.end();
    };
    EXPECT_TRUE(has(morning, "E6")) << in_words(morning);
    EXPECT_EQ(morning.back().drill, "E9.rows");
    person.does(mobility, morning);
    EXPECT_FALSE(has(person.composed(mobility), "E6")) << "once a day";
}

TEST(F4, AProgressionIsTakenOnlyWhereItCanBe) {
    Settings settings;
    settings.equipment = {"roller"}; // no band: the second progression of E2 is out of reach
    Person person{Driver::posture, settings};
    person.memory().plan.progression = 3;
    person.remember_now(LeversChosen{{"E2", ""}});
    const auto drills = person.composed(mobility);
    const auto extension = std::ranges::find(drills, "E2", &PromptDrill::drill);
    ASSERT_NE(extension, drills.end()) << in_words(drills);
    EXPECT_EQ(extension->way, 1);
}

} // namespace
} // namespace poise::test
