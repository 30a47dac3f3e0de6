// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every break of every programme, over histories that nobody has chosen.
#include "composing.hpp"
#include "texts.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <set>

namespace poise::test {
namespace {

using enum Kind;

/// The same throws for the same seed, on every machine (Knuth's MMIX constants).
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_{seed} {}
    std::uint64_t operator()() {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return state_ >> 33u;
    }

private:
    std::uint64_t state_;
};

/// Whatever happened before: plan, flare, pain, tight days and drills done in any order.
void live_at_random(Person& person, Dice& random) {
    const auto up_to = [&](int most) { return static_cast<int>(random() % static_cast<std::uint64_t>(most + 1)); };
    auto& memory = person.memory();
    memory.plan.load = up_to(most_load);
    memory.plan.progression = up_to(3);
    memory.practice.tight_rounds = 1 + up_to(2);
    memory.practice.ease_next = up_to(3) == 0;
    memory.flare.reset();
    if (up_to(3) == 0) memory.flare = Flare{memory.day - std::chrono::days{up_to(9)}, up_to(1) == 0 ? 50 : 75};
    memory.plan.resting.clear();
    for (const Drill& drill : own_guide()->drills) {
        if (up_to(4) == 0) memory.plan.resting.push_back(drill.id);
    }
    const Kind kind = std::array{snack, mobility, strength, breath, microbreak}[static_cast<std::size_t>(up_to(4))];
    person.does(kind, person.composed(kind), std::chrono::hours{1 + up_to(30)});
}

class EveryProgramme : public testing::TestWithParam<Driver> {};

TEST_P(EveryProgramme, KeepsItsDosesInRangeAndNeverHasAForbiddenDrill) {
    const Programme& programme = *find_programme(*own_guide(), GetParam());
    constexpr int histories = 1000;
    Dice random{static_cast<std::uint64_t>(GetParam()) + 1};
    for (int i = 0; i < histories; ++i) {
        Settings settings;
        settings.places = subset(every_place, 1 + static_cast<unsigned>(random() % 7));
        settings.equipment = subset(every_equipment, static_cast<unsigned>(random() % 16));
        Person person{GetParam(), settings};
        const int breaks = static_cast<int>(random() % 4);
        for (int b = 0; b <= breaks; ++b) {
            for (const Kind kind : {snack, mobility, strength, breath, microbreak}) {
                for (const PromptDrill& each : person.composed(kind)) {
                    const Drill& drill = drill_of(each);
                    ASSERT_TRUE(is_within(each.dose, drill.dose)) << each.drill << " in history " << i;
                    ASSERT_TRUE(is_allowed(drill, settings, &programme)) << each.drill << " in history " << i;
                    ASSERT_LE(each.way, ways_allowed(drill, settings, &programme)) << each.drill;
                }
            }
            live_at_random(person, random);
        }
    }
}

/// What a plan (F4), pain after the last session (F5), a flare (F6) and a tight day (S10) may ask for together.
struct Demand {
    int load;
    int progression;
    int flare; // percent; 100: none
    bool hurt;
    int rounds;
};
std::vector<Demand> every_demand() {
    std::vector<Demand> demands;
    for (int load = 0; load <= most_load; ++load) {
        for (const int progression : {0, 3}) {
            for (const int flare : {100, 75, 50}) {
                for (const bool hurt : {false, true}) {
                    for (int rounds = 1; rounds <= 3; ++rounds) {
                        demands.push_back({load, progression, flare, hurt, rounds});
                    }
                }
            }
        }
    }
    return demands;
}

void demand_of(Memory& memory, const Demand& demand) {
    memory.plan.load = demand.load;
    memory.plan.progression = demand.progression;
    memory.practice.ease_next = demand.hurt;
    memory.practice.tight_rounds = demand.rounds;
    memory.flare.reset();
    if (demand.flare < 100) memory.flare = Flare{memory.day, demand.flare};
}

TEST_P(EveryProgramme, KeepsItsDosesInRangeWhateverIsAskedTogether) {
    for (const auto& equipment : {std::vector<std::string>{}, every_equipment}) {
        Settings settings;
        settings.equipment = equipment;
        Person person{GetParam(), settings};
        for (const Demand& demand : every_demand()) {
            demand_of(person.memory(), demand);
            const int percent = demand.flare < 100 ? demand.flare : demand.hurt ? 75 : 100;
            for (const Kind kind : {snack, mobility, strength, breath, microbreak}) {
                const auto drills = person.composed(kind);
                for (const auto& each : drills) {
                    ASSERT_TRUE(is_within(each.dose, drill_of(each).dose)) << in_words(drills);
                    const bool plain = percent < 100 && is_exercise(kind);
                    ASSERT_TRUE(each.way == 0 || !plain) << in_words(drills);
                }
                const Duration usual = length_of(settings, kind);
                const Duration most = (is_exercise(kind) ? usual * percent / 100 : usual) + length_tolerance;
                ASSERT_LE(length_of(drills, *own_guide()), most) << in_words(drills);
            }
        }
    }
}

TEST_P(EveryProgramme, DoesBothSidesOfWhatHasSides) {
    Settings settings;
    settings.equipment = every_equipment;
    Person person{GetParam(), settings};
    Dice random{static_cast<std::uint64_t>(GetParam()) + 100};
    int with_sides = 0;
    for (int i = 0; i < 60; ++i) {
        for (const Kind kind : {mobility, strength}) {
            for (const PromptDrill& each : person.composed(kind)) {
                const DoseRange& range = drill_of(each).dose;
                if (!range.each_side) continue;
                ++with_sides;
                DoseRange one_sided = range;
                one_sided.each_side = false;
                const Duration round_rests = (each.dose.rounds - 1) * range.round_rest;
                const Duration one_side = length_of(each.dose, one_sided) - round_rests;
                EXPECT_EQ(length_of(each.dose, range), 2 * one_side + each.dose.rounds * side_change + round_rests);
                EXPECT_NE(to_text(each.dose, range).find("on each side"), std::string::npos) << each.drill;
            }
        }
        live_at_random(person, random);
    }
    EXPECT_GT(with_sides, 60);
}

/// The drills of breaks of this kind that a person with everything at hand may do, but the one that always ends a
/// block.
std::vector<std::string> wanted_drills(Driver driver, const Settings& settings, Kind kind) {
    std::vector<std::string> drills;
    for (const Drill& drill : own_guide()->drills) {
        const bool closes = kind == mobility && drill.light_pull;
        const bool may = is_allowed(drill, settings, find_programme(*own_guide(), driver));
        if (contains(drill.kinds, kind) && may && !closes) drills.push_back(drill.id);
    }
    return drills;
}

TEST_P(EveryProgramme, GivesEveryDrillItsTurnWithinAMonth) { // S9: variety, by what was done least lately
    Settings settings;
    settings.equipment = every_equipment;
    Person person{GetParam(), settings};
    std::set<std::string> done;
    for (int day = 0; day < 28; ++day) {
        for (const Kind kind : {mobility, snack, mobility}) {
            const auto drills = person.composed(kind);
            for (const auto& each : drills) done.insert(each.drill);
            person.does(kind, drills, 4h);
        }
        const Kind last = day % 3 == 0 ? strength : breath;
        const auto drills = person.composed(last);
        for (const auto& each : drills) done.insert(each.drill);
        person.does(last, drills, 12h);
    }
    for (const Kind kind : {mobility, strength}) {
        for (const auto& id : wanted_drills(GetParam(), settings, kind)) EXPECT_TRUE(done.contains(id)) << id;
    }
}

TEST_P(EveryProgramme, HasARotationAndAnExtensionEveryDay) { // S5
    Person person{GetParam()};
    Dice random{static_cast<std::uint64_t>(GetParam()) + 200};
    for (int i = 0; i < 200; ++i) {
        const auto morning = person.composed(mobility);
        EXPECT_TRUE(any_moves(morning, Movement::rotation) && any_moves(morning, Movement::extension))
            << in_words(morning);
        live_at_random(person, random);
        while (!person.memory().practice.today.empty()) person.does(breath, {}, 10h);
    }
}

INSTANTIATE_TEST_SUITE_P(P0toP7, EveryProgramme, testing::ValuesIn(all_drivers),
                         [](const auto& driver) { return std::string{name(driver.param)}; });

} // namespace
} // namespace poise::test
