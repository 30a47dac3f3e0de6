// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked for and how often, each rule under its id. (The finer rules of when stand in moment_, day_ and
// absence_test, what a break is made of in composition_test.)
#include "life.hpp"
#include "own_guide.hpp"
#include "poise/status.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace poise::test {
namespace {

using enum Kind;

std::vector<Prompt> offered(const Life& life) {
    std::vector<Prompt> prompts;
    for (const Fact& fact : life.facts()) {
        if (const auto* offer = std::get_if<Offered>(&fact.body)) prompts.push_back(offer->prompt);
    }
    return prompts;
}

Prompt first_offered(const Life& life) {
    const auto prompts = offered(life);
    return prompts.empty() ? Prompt{} : prompts.front();
}

/// Works on until then, and says done to whatever comes.
void does_everything(Life& life, Duration length) {
    for (Duration done{}; done < length; done += 1min) {
        life.works_for(1min);
        if (life.state().memory.open) life.says_done();
    }
}

TEST(S1, TheHandsRestForHalfAMinuteAfterTwentyMinutesOfWork) {
    Life life{monday, only({microbreak})};
    life.works_for(19min + 50s).rests_for(5s).works_for(5s);
    EXPECT_EQ(life.diary(), "") << "not yet";
    life.works_for(10s).rests_for(5s);
    EXPECT_EQ(life.diary(), "09:20:13 show microbreak\n");
    EXPECT_EQ(first_offered(life).length, 30s);
    EXPECT_EQ(first_offered(life).rule, "S1");
}

TEST(S2, SittingAndStandingTakeTurns) {
    Life life{monday, only({posture_change})};
    does_everything(life, 3h);
    EXPECT_EQ(life.diary_of({"show", "now"}), "09:45 show posture_change\n09:45 now standing\n"
                                              "10:30 show posture_change\n10:30 now sitting\n"
                                              "11:15 show posture_change\n11:15 now standing\n"
                                              "12:00 show posture_change\n12:00 now sitting\n");
}

TEST(S3, ASnackComesAfterNinetyMinutesAtTheDesk) {
    Life life{monday, only({snack})};
    does_everything(life, 3h + 5min);
    EXPECT_EQ(life.diary_of({"show"}), "10:32 show snack\n12:04 show snack\n");
    EXPECT_EQ(first_offered(life).length, 2min);
}

TEST(S4, ABlockInTheMorningAndOneInTheAfternoonOfFiveMinutesEach) {
    Life life{"2026-11-23T08:00:00+01:00", only({mobility})};
    does_everything(life, 10h);
    EXPECT_EQ(life.diary_of({"show"}), "10:02 show mobility\n15:32 show mobility\n");
    for (const Prompt& prompt : offered(life)) EXPECT_EQ(prompt.length, 5min);
}

TEST(S7, ABreathOfItsOwnComesAfterThreeHoursAtTheDesk) {
    Life life{monday, only({breath})};
    does_everything(life, 7h);
    EXPECT_EQ(life.diary_of({"show"}), "12:02 show breath\n15:04 show breath\n");
    EXPECT_EQ(first_offered(life).length, 60s);
    EXPECT_EQ(first_offered(life).rule, "S7");
}

TEST(S9, TheShortOneThatHadToWaitIsNotDroppedForGood) {
    Settings settings = only({snack, microbreak});
    settings.snack_every = 40min;
    settings.microbreak_every = 40min;
    Life life{monday, settings};
    life.works_for(43min).skips(); // the snack, which went first
    EXPECT_EQ(life.diary_of({"snack"}), "09:42 show snack\n09:43 snack skipped\n");
    does_everything(life, 25min);
    EXPECT_NE(life.diary_of({"show microbreak"}), "") << "what was skipped covers nothing";
}

TEST(S9, WhatCoversAShorterOneCountsForBoth) {
    Settings settings = only({snack, microbreak});
    settings.snack_every = settings.microbreak_every = 20min;
    Life life{monday, settings};
    life.works_for(23min).says_done();
    EXPECT_EQ(life.report().by_kind[index(snack)].of(Outcome::taken), 1);
    EXPECT_EQ(life.report().by_kind[index(microbreak)].of(Outcome::taken), 1);
}

TEST(S12, TheCheckOffersItsFivePointsAndTakesNoTime) {
    const Life life{monday};
    const Prompt check = make_prompt(life.state(), workstation_check, life.now(), false);
    EXPECT_EQ(check.rule, "S12");
    EXPECT_EQ(check.length, 0s);
    EXPECT_EQ(life.state().guide->workstation.size(), 5u);
}

TEST(S13, NoPromptOfAWholeMonthIsAboutSleep) {
    Life life{"2026-11-23T08:00:00+01:00"};
    for (int day = 0; day < 5; ++day) {
        for (int i = 0; i < 9 * 12; ++i) {
            life.works_for(5min);
            if (life.state().memory.open) life.says_done();
        }
        life.rests_for(15h);
    }
    for (const Prompt& prompt : offered(life)) {
        EXPECT_NE(prompt.rule, "S13");
        EXPECT_EQ(prompt.why.find("leep"), std::string::npos) << prompt.why;
    }
}

TEST(C1, AMicrobreakNamesOneThingToFeelFor) {
    Life life{monday, only({microbreak})};
    does_everything(life, 8h);
    std::set<std::string> cues;
    for (const Prompt& prompt : offered(life)) {
        const bool is_breath = prompt.drills.front().drill == "E14";
        EXPECT_EQ(prompt.cue.empty(), is_breath) << "a breath is enough";
        cues.insert(prompt.cue);
    }
    for (const char* cue : {"C1.ribs", "C1.chin", "C1.shoulders"}) EXPECT_TRUE(cues.contains(cue)) << cue;
}

TEST(C2, TensionIsAskedAboutInMicrobreaksAndSetsTheRoundsOfATightDay) {
    Life life{monday, only({microbreak, mobility})};
    does_everything(life, 8h);
    EXPECT_TRUE(std::ranges::any_of(offered(life), [](const Prompt& prompt) { return prompt.cue == "C2.tension"; }));
    Checkin checkin;
    checkin.tension = 8;
    checkin.tight = true;
    life.event(CheckedIn{checkin});
    EXPECT_EQ(life.state().memory.practice.tight_rounds, 3);
}

} // namespace
} // namespace poise::test
