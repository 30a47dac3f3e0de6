// SPDX-License-Identifier: GPL-3.0-or-later
// What a person erases is forgotten at once, but not what is so at this moment.
#include "life.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using enum Kind;

TEST(Erased, ForgetsWhatTheFactsNoLongerSay) {
    Life life{monday, only({microbreak})};
    life.event(PostureConfirmed{Posture::standing, "cli"}).event(Screened{{"fever"}}).works_for(22min);
    life.diary();
    life.event(Erased{});
    EXPECT_FALSE(life.state().memory.open);
    EXPECT_TRUE(life.state().memory.red_flags.empty());
    EXPECT_EQ(life.state().memory.posture, Posture::standing); // nobody sat down because of it
    life.works_for(22min);
    EXPECT_EQ(life.diary(), "09:44 show microbreak\n");
    EXPECT_EQ(life.state().memory.open->prompt.id, 1); // an empty journal counts from one
}

TEST(Erased, LeavesTheMeetingAndThePauseThatGoOn) { // the senses speak only of changes, and who paused has not resumed
    Life meeting{monday, only({microbreak})};
    meeting.works_for(15min).begins(Sign::meeting).event(Erased{}).works_for(10min);
    EXPECT_EQ(meeting.diary_of({"show"}), "");
    meeting.rests_for(8min);
    EXPECT_EQ(meeting.presence(), Presence::passive) << "a call without a key is no empty chair";
    meeting.ends(Sign::meeting);
    EXPECT_TRUE(meeting.state().memory.long_meeting_ended) << "of 18 minutes";
    Life paused{monday, only({microbreak})};
    paused.event(PauseAsked{1h}).works_for(10min).event(Erased{}).works_for(49min);
    EXPECT_EQ(paused.diary_of({"show"}), "");
}

TEST(Erased, WritesAgainWhatGoesOnForTheNextStart) {
    Life life{monday};
    life.begins(Sign::dnd).event(PauseAsked{1h}).works_for(10min);
    const std::vector<Fact> left{{stamp(life.now()), DriverChosen{Driver::disc}}};
    const std::size_t erased = life.facts().size();
    life.event(Erased{left});
    std::vector<Fact> facts = left;
    facts.insert(facts.end(), life.facts().begin() + static_cast<std::ptrdiff_t>(erased), life.facts().end());
    const Memory restored = restore(life.state().settings, life.state().guide, facts, life.now()).memory;
    EXPECT_TRUE(restored.signs[index(Sign::dnd)]);
    EXPECT_EQ(restored.paused_until, life.state().memory.paused_until);
}

} // namespace
} // namespace poise::test
