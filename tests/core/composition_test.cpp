// SPDX-License-Identifier: GPL-3.0-or-later
// What a break is made of, for every programme, place and equipment, and over histories that nobody has chosen.
#include "compose.hpp"
#include "dose.hpp"
#include "life.hpp"
#include "memory.hpp"
#include "own_guide.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

namespace poise::test {
namespace {

using enum Kind;

constexpr std::array all_drivers{Driver::prevention, Driver::posture,  Driver::myofascial,     Driver::disc,
                                 Driver::stenosis,   Driver::visceral, Driver::osteoarthritis, Driver::curves};
const std::vector<std::string> every_place{"desk", "standing", "floor"};
const std::vector<std::string> every_equipment{"band", "bar", "roller", "ball"};

template <class T>
bool contains(const std::vector<T>& values, const T& value) {
    return std::ranges::find(values, value) != values.end();
}

std::vector<std::string> subset(const std::vector<std::string>& all, unsigned bits) {
    std::vector<std::string> some;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if ((bits >> i & 1u) != 0) some.push_back(all[i]);
    }
    return some;
}

/// Somebody with this programme on a Monday morning; composition needs no more.
class Person {
public:
    explicit Person(Driver driver = Driver::prevention, Settings settings = {})
        : now_{
              Instant{100h}, UtcTime{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 9h}, Offset{}, {}, {}} {
        state_ = restore(std::move(settings), own_guide(), {}, now_, Instant{100h});
        state_.memory.driver = driver;
    }

    [[nodiscard]] std::vector<PromptDrill> composed(Kind kind) const { return compose(state_, kind, now_); }
    [[nodiscard]] State& state() { return state_; }
    [[nodiscard]] Memory& memory() { return state_.memory; }

    /// As if a break with these drills had been taken, some time before the next.
    void does(Kind kind, const std::vector<PromptDrill>& drills, Duration until_the_next = 5h) {
        Prompt prompt;
        prompt.id = memory().next_prompt;
        prompt.kind = kind;
        prompt.drills = drills;
        remember_now(Offered{prompt, false});
        remember_now(Shown{prompt.id});
        remember_now(PromptOutcome{prompt.id, kind, Outcome::taken, true, {}, {}});
        now_ = moved(now_, now_.instant + until_the_next);
        roll_day(memory(), day_of(stamp(now_)));
    }
    void remember_now(FactBody body) { remember(memory(), state_.settings, {stamp(now_), std::move(body)}); }

private:
    Moment now_;
    State state_;
};

const Drill& drill_of(const PromptDrill& each) { return *find_drill(*own_guide(), each.drill); }
bool moves(const PromptDrill& each, Movement movement) { return contains(drill_of(each).movements, movement); }
bool any_moves(const std::vector<PromptDrill>& drills, Movement movement) {
    return std::ranges::any_of(drills, [&](const auto& each) { return moves(each, movement); });
}

bool may(const Person& person, const Settings& settings, Driver driver, auto holds) {
    (void)person;
    return std::ranges::any_of(own_guide()->drills, [&](const Drill& drill) {
        return contains(drill.kinds, mobility) && is_allowed(drill, settings, find_programme(*own_guide(), driver)) &&
               holds(drill);
    });
}

std::string in_words(const std::vector<PromptDrill>& drills) {
    std::string words;
    for (const auto& each : drills) {
        words +=
            each.drill + " " + std::to_string(length_of(each.dose, drill_of(each).dose) / 1s) + "s " + each.rule + "; ";
    }
    return words;
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
                may(person, settings, driver, [&](const Drill& drill) { return contains(drill.movements, movement); });
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
        const bool can = may(person, settings, driver, [](const Drill& drill) { return drill.light_pull; });
        EXPECT_EQ(drill_of(drills.back()).light_pull, can) << name << ": " << in_words(drills);
    }
}

TEST(S11, ThePullUsesABandWhereOneIsAtHand) {
    Settings settings;
    settings.equipment = {"band"};
    EXPECT_EQ(Person(Driver::prevention, settings).composed(mobility).back().drill, "E10.band");
    EXPECT_TRUE(drill_of(Person{}.composed(mobility).back()).equipment.empty());
}

TEST(S8, AWalkIsOneOfTheSnacksAndForStenosisThePreferredOne) {
    Person person;
    std::set<std::string> leads;
    for (int i = 0; i < 12; ++i) {
        const auto drills = person.composed(snack);
        leads.insert(drills.front().drill);
        person.does(snack, drills, 3h);
    }
    EXPECT_TRUE(leads.contains("E16"));
    EXPECT_TRUE(leads.contains("E10.rows"));
    Person with_stenosis{Driver::stenosis};
    for (int i = 0; i < 12; ++i) {
        const auto drills = with_stenosis.composed(snack);
        EXPECT_EQ(drills.front().drill, "E16");
        with_stenosis.does(snack, drills, 3h);
    }
}

TEST(S3, TheFirstSnackIsTenPulls) {
    const auto drills = Person{}.composed(snack);
    EXPECT_TRUE(moves(drills.front(), Movement::pull)) << in_words(drills);
    EXPECT_EQ(drills.front().dose.reps, 10);
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

TEST(S1, AMicrobreakIsAPostureCueOrABreath) {
    Person person;
    std::set<std::string> drills;
    for (int i = 0; i < 4; ++i) {
        const auto composed = person.composed(microbreak);
        ASSERT_EQ(composed.size(), 1u);
        drills.insert(composed.front().drill);
        person.does(microbreak, composed, 30min);
    }
    EXPECT_EQ(drills, (std::set<std::string>{"C1", "E14"}));
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
        const int breaks = static_cast<int>(random() % 6);
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

INSTANTIATE_TEST_SUITE_P(P0toP7, EveryProgramme, testing::ValuesIn(all_drivers),
                         [](const auto& driver) { return std::string{name(driver.param)}; });

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
