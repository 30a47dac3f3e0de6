// SPDX-License-Identifier: GPL-3.0-or-later
#include "guided_parts.hpp"
#include "look.hpp"

#include <gtest/gtest.h>

namespace poise::coach::test {
namespace {

GuidedBreak mobility() { return {script_of({breathing(), eagle_arms(), rows()}), begin}; }

/// What can be read beside and in the ring.
std::string words(const GuidedBreak& guided, Duration after) {
    const Look look = look_at(guided, begin + after, Motion::full);
    return look.progress + " | " + look.name + " | " + look.stage + " | " + look.count + " | " + look.below_count;
}

TEST(Look, SaysWhereTheBreakIs) {
    const GuidedBreak guided = mobility();
    EXPECT_EQ(words(guided, 0s), "Drill 1 of 3 | Diaphragmatic breathing | Get ready | 5 | ");
    EXPECT_EQ(words(guided, 5s), "Drill 1 of 3 | Diaphragmatic breathing |  | In | 1 of 3 breaths");
    EXPECT_EQ(words(guided, 19s), "Drill 1 of 3 | Diaphragmatic breathing |  | Out | 2 of 3 breaths");
    EXPECT_EQ(words(guided, 36s), "Drill 2 of 3 | Eagle Arms | Next: Eagle Arms | 9 | ");
    EXPECT_EQ(words(guided, 45s), "Drill 2 of 3 | Eagle Arms | First side, round 1 of 2 | 20 | ");
    EXPECT_EQ(words(guided, 66s), "Drill 2 of 3 | Eagle Arms | Change sides | 4 | ");
    EXPECT_EQ(words(guided, 70s), "Drill 2 of 3 | Eagle Arms | Other side, round 1 of 2 | 20 | ");
    EXPECT_EQ(words(guided, 90s), "Drill 2 of 3 | Eagle Arms | Rest before the next round | 10 | ");
    EXPECT_EQ(words(guided, 145s), "Drill 3 of 3 | Light rows | Next: Light rows | 10 | ");
    EXPECT_EQ(words(guided, 155s), "Drill 3 of 3 | Light rows |  | 32 | 1 of 8 times");
    EXPECT_EQ(words(guided, 186s), "Drill 3 of 3 | Light rows |  | 1 | 8 of 8 times");
    EXPECT_EQ(words(guided, 187s), "Drill 3 of 3 | Light rows | That was all |  | ");
}

TEST(Look, FillsTheRingOfEachStage) {
    const GuidedBreak guided = mobility();
    EXPECT_DOUBLE_EQ(look_at(guided, begin + 2500ms, Motion::full).ring, 0.5);
    EXPECT_DOUBLE_EQ(look_at(guided, begin + 2500ms, Motion::reduced).ring, 0.4);
    EXPECT_DOUBLE_EQ(look_at(guided, begin + 20s, Motion::full).ring, 0.5);
    EXPECT_DOUBLE_EQ(look_at(guided, begin + 500s, Motion::full).ring, 1);
}

TEST(Look, ShowsTheStepsOfADrillInTurnWhileItIsDone) {
    const GuidedBreak guided{script_of({eagle_arms()}), begin};
    std::string steps;
    for (const Duration after : {0s, 5s, 9s, 10s, 15s, 26s, 30s, 35s}) {
        steps += std::to_string(look_at(guided, begin + after, Motion::full).step);
    }
    EXPECT_EQ(steps, "00010001"); // ready, then 20 s, change sides from 25 s to 30 s
}

TEST(Look, AddsTheHarderWayToTheSteps) { // F4
    Part part = rows();
    part.steps = {"Draw the elbows back."};
    part.ways = {"Pull against a light band."};
    const GuidedBreak guided{script_of({part}), begin};
    EXPECT_EQ(look_at(guided, begin, Motion::full).steps,
              (std::vector<std::string>{"Draw the elbows back.", "Pull against a light band."}));
}

TEST(Look, OfNothingIsOver) {
    const GuidedBreak guided{script_of({}), begin};
    EXPECT_TRUE(look_at(guided, begin, Motion::full).is_over);
    EXPECT_EQ(spoken(guided, begin), "That was all.");
}

TEST(Breath, IsOutForLongerThanIn) { // E14
    EXPECT_EQ(breath_at(3999ms, 10s, Motion::full).phase, Breath::Phase::in);
    EXPECT_EQ(breath_at(4s, 10s, Motion::full).phase, Breath::Phase::out);
    EXPECT_NEAR(breath_at(4s, 10s, Motion::full).fullness, 1, 1e-9);
    EXPECT_NEAR(breath_at(2s, 10s, Motion::full).fullness, 0.5, 1e-9);
    EXPECT_NEAR(breath_at(7s, 10s, Motion::full).fullness, 0.5, 1e-9);
    EXPECT_EQ(breath_at(10s, 10s, Motion::full).number, 2);
}

TEST(Breath, DoesNotGlideWithReducedMotion) {
    EXPECT_DOUBLE_EQ(breath_at(1s, 10s, Motion::reduced).fullness, 1);
    EXPECT_DOUBLE_EQ(breath_at(3s, 10s, Motion::reduced).fullness, 1);
    EXPECT_DOUBLE_EQ(breath_at(5s, 10s, Motion::reduced).fullness, 0);
}

TEST(NextLook, IsAWholeSecondAway) {
    const GuidedBreak guided = mobility();
    EXPECT_EQ(next_look(guided, begin), begin + 1s);
    EXPECT_EQ(next_look(guided, begin + 1300ms), begin + 2s);
    EXPECT_EQ(next_look(guided, begin + 500s), std::nullopt);
}

TEST(NextLook, ChangesNothingInBetweenWithReducedMotion) {
    Part other_breathing = breathing();
    other_breathing.breath_time = 6s; // in for 2.4 s
    const GuidedBreak guided{script_of({breathing(), other_breathing, eagle_arms(), rows()}), begin};
    Instant now = begin;
    while (const auto next = next_look(guided, now)) {
        EXPECT_EQ(look_at(guided, now, Motion::reduced), look_at(guided, *next - 1ms, Motion::reduced))
            << (now - begin).count();
        now = *next;
    }
    EXPECT_EQ(now, begin + length_of(guided.script()));
}

TEST(NextLook, IsNeverWhilePaused) {
    GuidedBreak guided = mobility();
    guided.pause(begin + 1s);
    EXPECT_EQ(next_look(guided, begin + 2s), std::nullopt);
}

TEST(Spoken, TellsAllOfADrillWhenItComesAndLittleLater) {
    const GuidedBreak guided = mobility();
    EXPECT_EQ(spoken(guided, begin),
              "Drill 1 of 3: Diaphragmatic breathing. 3 breaths. Breathe into the lower ribs. In "
              "for about 4 seconds, out for about 6.");
    EXPECT_EQ(spoken(guided, begin + 5s), "Go.");
    EXPECT_EQ(spoken(guided, begin + 45s), "First side, round 1 of 2.");
    EXPECT_EQ(spoken(guided, begin + 66s), "Change sides.");
    EXPECT_EQ(spoken(guided, begin + 197s), "That was all.");
}

} // namespace
} // namespace poise::coach::test
