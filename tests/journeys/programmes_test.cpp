// SPDX-License-Identifier: GPL-3.0-or-later
// Four weeks of work with each programme, through the whole core with the built-in guide. What is looked at is what a
// physiotherapist would ask: how often, how long, which drills, and what became of pain and plan.
#include "allowed.hpp"
#include "poise/status.hpp"
#include "working_month.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace poise::test {
namespace {

using enum Kind;

constexpr int third_week = 14;

const Drill& drill_of(const WorkingMonth& person, const PromptDrill& each) {
    return *find_drill(person.guide(), each.drill);
}

bool moves(const WorkingMonth& person, const std::vector<Done>& breaks, Movement movement) {
    return std::ranges::any_of(breaks, [&](const Done& each) {
        return std::ranges::any_of(each.prompt.drills, [&](const PromptDrill& drill) {
            const auto& movements = drill_of(person, drill).movements;
            return std::ranges::find(movements, movement) != movements.end();
        });
    });
}

bool has(const Done& done, const std::string& drill) {
    return std::ranges::find(done.prompt.drills, drill, &PromptDrill::drill) != done.prompt.drills.end();
}

int most_rounds(const std::vector<Done>& breaks) {
    int most = 0;
    for (const Done& each : breaks) {
        for (const auto& drill : each.prompt.drills) most = std::max(most, drill.dose.rounds);
    }
    return most;
}

std::string drills_of(const std::vector<Done>& breaks) {
    std::string text;
    for (const Done& each : breaks) {
        text += ";";
        for (const auto& drill : each.prompt.drills) text += " " + drill.drill + " (" + drill.rule + ")";
    }
    return text;
}

PlanStep last_step(const WorkingMonth& person) {
    const auto changes = person.plan_changes();
    return changes.empty() ? PlanStep::keep : changes.back().step;
}

/// What must be so in every month that was not interrupted.
void expect_sound_month(const WorkingMonth& person, int from = 0) {
    for (int day = from; day < 28; ++day) {
        const auto blocks = person.done(mobility, day, day + 1);
        if (day % 7 >= 5) {
            EXPECT_TRUE(blocks.empty()) << "a weekend, day " << day;
            continue;
        }
        ASSERT_EQ(blocks.size(), 2u) << "S4, day " << day;
        EXPECT_TRUE(moves(person, blocks, Movement::rotation)) << "S5, day " << day << drills_of(blocks);
        EXPECT_TRUE(moves(person, blocks, Movement::extension)) << "S5, day " << day << drills_of(blocks);
        EXPECT_LE(person.done(strength, day, day + 1).size(), 1u) << "S6, day " << day;
        if (day > 0 && !person.done(strength, day, day + 1).empty()) {
            EXPECT_TRUE(person.done(strength, day - 1, day).empty()) << "S6: a full day between, day " << day;
        }
    }
    const Programme& programme = *find_programme(person.guide(), person.memory().driver);
    for (const Kind kind : {snack, mobility, strength}) {
        for (const Done& each : person.done(kind)) {
            for (const auto& drill : each.prompt.drills) {
                const Drill& known = drill_of(person, drill);
                EXPECT_TRUE(is_within(drill.dose, known.dose)) << drill.drill << " on day " << each.day;
                EXPECT_FALSE(forbids(programme, known)) << drill.drill << " on day " << each.day;
            }
        }
    }
}

TEST(P0, AMonthOfPrevention) {
    WorkingMonth person{Driver::prevention};
    person.habits.evening_pain = 0;
    person.says(KeyTaskNamed{"carrying my daughter"});
    person.weeks(1);
    Checkin tight;
    tight.tight = true;
    tight.tension = 7;
    person.says(CheckedIn{tight}); // Monday morning of the second week
    person.weeks(1);
    person.day(); // the plan is reviewed
    person.says(PlanAnswered{true});
    person.days(13);
    expect_sound_month(person);
    EXPECT_EQ(person.done(strength).size(), 8u) << "S6: twice a week";
    EXPECT_EQ(person.done(checkin).size(), 20u) << "F1: each working day";
    const auto asks = person.asked(checkin);
    EXPECT_EQ(std::ranges::count_if(asks, &Prompt::asks_function), 4) << "F3: once a week";
    EXPECT_EQ(most_rounds(person.done(mobility, 7, 8)), 3) << "S10: a tight day of tension 7";
    EXPECT_LE(most_rounds(person.done(mobility, 8, 9)), 2) << "and the day after is an ordinary one";
    ASSERT_EQ(person.plan_changes().size(), 2u) << "F4: one review in four weeks, and its answer";
    EXPECT_EQ(person.plan_changes()[0].step, PlanStep::load) << "done, little pain, no change: a little more";
    EXPECT_EQ(person.plan_changes()[1].step, PlanStep::accepted);
    EXPECT_EQ(person.memory().plan.load, 2);
    EXPECT_EQ(person.count_told("have_it_reviewed"), 0);
}

TEST(P1, AMonthInWhichItGetsBetterAndTheHarderWayIsRefused) {
    WorkingMonth person{Driver::posture};
    person.habits.evening_pain = 5;
    person.weeks(1);
    person.habits.evening_pain = 3;
    person.weeks(1);
    person.day();
    EXPECT_EQ(last_step(person), PlanStep::progress) << "F4: better and adherent";
    EXPECT_EQ(person.count_told("plan_changed"), 1);
    const auto harder = [&](int from, int to) {
        const auto blocks = person.done(mobility, from, to);
        return std::ranges::any_of(blocks, [](const Done& each) {
            return std::ranges::any_of(each.prompt.drills, [](const auto& drill) { return drill.way > 0; });
        });
    };
    EXPECT_FALSE(harder(0, third_week));
    EXPECT_TRUE(harder(third_week, third_week + 1)) << "an arm reaches overhead in the extension";
    person.says(PlanAnswered{false});
    person.days(13);
    EXPECT_FALSE(harder(third_week + 1, 28)) << "refused is taken back";
    EXPECT_EQ(person.memory().plan.progression, 0);
    expect_sound_month(person);
    const auto extends = person.done(mobility);
    EXPECT_GE(std::ranges::count_if(extends,
                                    [](const Done& each) {
                                        return has(each, "E2.chair") || has(each, "E2.forearms") ||
                                               has(each, "E2.wall");
                                    }),
              36)
        << "thoracic extension in nine blocks of ten";
}

TEST(P2, AMonthInWhichOneBlockHurts) {
    Settings settings;
    settings.equipment = {"ball"};
    WorkingMonth person{Driver::myofascial, settings};
    person.habits.evening_pain = 3;
    person.days(9);
    person.habits.pain_after = 5; // Wednesday of the second week
    person.day();
    person.habits.pain_after.reset();
    person.days(18);
    expect_sound_month(person);
    const auto wednesday = person.done(mobility, 9, 10);
    EXPECT_EQ(wednesday[0].prompt.length, 5min);
    EXPECT_EQ(wednesday[1].prompt.length, 225s) << "F5: the block before hurt with 5 of 10";
    EXPECT_EQ(person.done(mobility, 10, 11).front().prompt.length, 225s) << "and so did this one";
    const auto after = person.done(mobility, 11, 28);
    EXPECT_TRUE(std::ranges::all_of(after, [](const Done& each) { return each.prompt.length == 5min; }));
    const auto blocks = person.done(mobility);
    EXPECT_GE(std::ranges::count_if(blocks, [](const Done& each) { return has(each, "E13"); }), 18)
        << "pressure in nearly every other block";
}

TEST(P3, AMonthWithAnAcuteFlare) {
    WorkingMonth person{Driver::disc};
    person.habits.evening_pain = 2;
    person.days(15);
    person.habits.evening_pain = 8; // Tuesday of the third week
    person.day();
    person.habits.evening_pain = 5;
    person.days(2);
    EXPECT_TRUE(person.memory().flare) << "F6: not settled";
    person.habits.evening_pain = 4; // within two of the usual: settled, though not gone
    person.days(2);
    EXPECT_FALSE(person.memory().flare);
    person.days(8);
    EXPECT_EQ(person.count_told("flare_begun"), 1);
    EXPECT_EQ(person.count_told("flare_over"), 1);
    expect_sound_month(person, 21);
    for (const Done& each : person.done(mobility, 16, 18)) {
        EXPECT_EQ(each.prompt.length, 150s) << "half as long, from a pain of 7 on";
        for (const auto& drill : each.prompt.drills) EXPECT_EQ(drill.way, 0) << drill.drill;
    }
    EXPECT_EQ(person.done(mobility, 16, 18).size(), 4u) << "lighter, not none";
    for (const Done& each : person.done(mobility, 21, 28)) EXPECT_EQ(each.prompt.length, 5min);
    const auto drills = person.drills_done();
    for (const char* bends_or_turns : {"E1", "E1.desk", "E4", "E7", "E11.hinge", "E12.row"}) {
        EXPECT_FALSE(drills.contains(bends_or_turns)) << bends_or_turns;
    }
}

TEST(P4, AMonthOfWalksAndLastingRangeOfMotion) {
    WorkingMonth person{Driver::stenosis};
    person.habits.evening_pain = 2;
    person.weeks(4);
    expect_sound_month(person);
    const auto snacks = person.done(snack);
    EXPECT_GE(snacks.size(), 40u) << "S3";
    EXPECT_TRUE(std::ranges::all_of(snacks, [](const Done& each) { return has(each, "E16"); })) << "walk intervals";
    const auto asks = person.asked(mobility);
    EXPECT_EQ(std::ranges::count_if(asks, &Prompt::asks_freer), 16) << "F7: on the day after, and so on no Monday";
    EXPECT_EQ(person.life().report().freer_yes, 16);
    const auto drills = person.drills_done();
    for (const char* extends : {"E2", "E2.chair", "E2.forearms", "E2.wall", "E9.ytw", "E11.prone_rows", "E12.press"}) {
        EXPECT_FALSE(drills.contains(extends)) << extends;
    }
}

TEST(P5, AMonthThatBeginsWithAMedicalScreen) {
    WorkingMonth person{Driver::visceral};
    person.habits.evening_pain = 2;
    person.days(9);
    for (const Kind kind : {snack, mobility, strength}) EXPECT_TRUE(person.asked(kind).empty()) << name(kind);
    EXPECT_GE(person.done(microbreak).size(), 7 * 8u) << "S1 stays";
    EXPECT_GE(person.done(posture_change).size(), 7 * 5u) << "S2 stays";
    EXPECT_GE(person.done(breath).size(), 7u) << "S7 stays";
    person.life().event(BreakAsked{mobility});
    EXPECT_EQ(person.life().last_refusal(), "exercise is off");
    person.says(Cleared{}); // Wednesday morning of the second week
    person.days(19);
    expect_sound_month(person, 9);
    EXPECT_FALSE(person.done(strength).empty());
    for (const char* heavy : {"E11.hinge", "E12.press", "E13"}) EXPECT_FALSE(person.drills_done().contains(heavy));
}

TEST(P6, AMonthOfStubbornPainIsWorthAReview) {
    WorkingMonth person{Driver::osteoarthritis};
    person.habits.evening_pain = 4;
    person.habits.function = Function::harder;
    person.days(14);
    EXPECT_EQ(person.count_told("have_it_reviewed"), 0);
    person.days(7);
    EXPECT_EQ(person.count_told("have_it_reviewed"), 1) << "R3: at two to three weeks, since it was done";
    person.says(FlareAsked{true}); // Monday of the fourth week
    person.days(3);
    EXPECT_EQ(person.done(mobility, 21, 22).front().prompt.length, 225s) << "F6: lighter in a flare";
    person.says(FlareAsked{false});
    person.days(4);
    expect_sound_month(person);
    person.day(); // the fifth Monday
    EXPECT_EQ(person.count_told("have_it_reviewed"), 2) << "R3: and at four weeks";
    const auto snacks = person.done(snack);
    const auto walks = std::ranges::count_if(snacks, [](const Done& each) { return has(each, "E16"); });
    EXPECT_GE(walks, 20) << "a short walk for each working day";
}

TEST(P7, AMonthWithARedFlagInTheMiddleOfASession) {
    WorkingMonth person{Driver::curves};
    person.habits.evening_pain = 2;
    person.days(8);
    bool raised = false;
    person.habits.in_a_break = [&](Life& life, Kind kind) { // Tuesday of the second week
        if (raised || kind != strength) return;
        raised = true;
        life.event(Screened{{"leg_numbness"}});
        EXPECT_FALSE(life.state().memory.open) << "R1: at once";
    };
    person.day();
    ASSERT_TRUE(raised);
    EXPECT_EQ(person.count_told("seek_emergency_care"), 1);
    person.life().restarts_after(30s);
    person.days(5);
    for (const Kind kind : {snack, mobility, strength}) {
        EXPECT_TRUE(person.asked(kind, 9, 14).empty()) << name(kind) << " is off, over a restart too";
    }
    EXPECT_GE(person.done(microbreak, 9, 12).size(), 3 * 8u);
    EXPECT_TRUE(status_of(person.life().state(), person.life().now()).exercise_off);
    person.says(Cleared{}); // Monday of the third week
    person.weeks(2);
    expect_sound_month(person, third_week);
    EXPECT_EQ(person.done(strength, third_week, 28).size(), 4u);
    EXPECT_TRUE(person.drills_done().contains("E12.row") && person.drills_done().contains("E14.ribs"));
}

TEST(F4, AMonthOfSkippedExerciseEndsInASmallerDose) {
    WorkingMonth person{Driver::prevention};
    person.habits.exercises = false;
    person.habits.evening_pain = 4;
    person.days(15);
    EXPECT_EQ(last_step(person), PlanStep::smaller);
    EXPECT_EQ(person.memory().plan.load, 0);
    person.habits.exercises = true;
    person.days(14);
    EXPECT_EQ(last_step(person), PlanStep::load) << "done again: back to more";
    EXPECT_EQ(person.memory().plan.load, 1);
}

} // namespace
} // namespace poise::test
