// SPDX-License-Identifier: GPL-3.0-or-later
// The one sentence that tray, bars and status begin with.
#include "life.hpp"
#include "poise/status.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using enum Kind;

std::string headline_of(const Life& life) { return headline(life.state(), life.now()); }

TEST(Headline, SaysWhenToChangePosture) { // S2
    Life life{monday, only({posture_change})};
    EXPECT_EQ(headline_of(life), "Nobody at the desk.");
    life.works_for(24min);
    EXPECT_EQ(headline_of(life), "Sitting 24 min, stand up in 6 min to 21 min.");
    life.works_for(11min);
    EXPECT_EQ(headline_of(life), "Sitting 35 min, stand up within 10 min.");
    life.works_for(11min);
    EXPECT_EQ(headline_of(life), "Sitting 46 min, stand up at the next good moment.");
    life.says_done().works_for(5min);
    EXPECT_EQ(headline_of(life), "Standing 5 min, sit down in 25 min to 40 min.");
}

TEST(Headline, KnowsWhoComesFromTheFirstInstant) {
    Life life{monday, only({posture_change})};
    life.works_for(0s);
    EXPECT_EQ(headline_of(life), "Sitting 0 min, stand up in 30 min to 45 min.");
}

TEST(Headline, SaysOnlyThePostureWhereNoChangeIsAskedFor) {
    Life life{monday, only({})};
    life.works_for(10min);
    EXPECT_EQ(headline_of(life), "Sitting 10 min.");
}

TEST(Headline, SaysWhyNothingIsAskedAndUntilWhen) {
    Life life{monday, only({posture_change})};
    life.works_for(24min).event(PauseAsked{30min});
    EXPECT_EQ(headline_of(life), "Sitting 24 min. No prompts until 09:54: you have paused Poise.");
    life.event(SignBegan{Sign::meeting});
    EXPECT_EQ(headline_of(life), "Sitting 24 min. No prompts: you are in a meeting and you have paused Poise.");
}

TEST(Headline, NamesTheDayOnWhichWorkingHoursBeginAgain) {
    Settings settings = only({posture_change});
    settings.working_hours = {{8h, 9h + 10min}};
    Life life{monday, settings};
    life.works_for(24min);
    EXPECT_EQ(headline_of(life),
              "Sitting 24 min. No prompts until 2026-11-24 08:00: it is outside your working hours.");
}

TEST(Headline, NamesTheNextOfSeveralWorkingHours) {
    Settings settings = only({posture_change});
    settings.working_hours = {{13h, 17h}, {8h, 9h + 10min}};
    Life life{monday, settings};
    life.works_for(24min);
    EXPECT_EQ(headline_of(life), "Sitting 24 min. No prompts until 13:00: it is outside your working hours.");
}

TEST(Headline, SaysWhatPoiseCannotSee) {
    Life life{monday, only({microbreak})};
    life.works_for(10min).event(IdleSourceLost{"the X server is gone"});
    EXPECT_EQ(headline_of(life), "Poise cannot see when you pause: the X server is gone.");
    EXPECT_EQ(status_of(life.state(), life.now()).idle_source_why, "the X server is gone");
}

} // namespace
} // namespace poise::test
