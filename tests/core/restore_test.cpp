// SPDX-License-Identifier: GPL-3.0-or-later
// State after a restart is the fold of the journal's facts; the daemon's own downtime is rest only as far as it is
// proven.
#include "life.hpp"
#include "own_guide.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace poise::test {
namespace {

using enum Kind;

TEST(Restart, LosesAtMostTheLastMinuteOfTheOpenBout) {
    Life life{monday, only({microbreak})};
    life.works_for(10min + 50s).restarts_after(10s).works_for(12min);
    EXPECT_EQ(life.diary(), "09:23 show microbreak\n"); // ten minutes were written, ten more, and patience
    EXPECT_EQ(life.report().working_s, 22 * 60);
}

TEST(Restart, ACleanStopLosesNothing) {
    Life life{monday, only({microbreak})};
    life.works_for(10min + 50s).restarts_after(10s, true).works_for(11min + 10s);
    EXPECT_EQ(life.diary(), "09:10:50 sitting bout of 10min50s, stopped\n09:22:10 show microbreak\n");
    EXPECT_EQ(life.report().working_s, 22 * 60);
}

TEST(Restart, DowntimeIsRestOnlyAsFarAsItIsProven) {
    Life working{monday, only({posture_change})};
    working.works_for(28min).restarts_after(10min).works_for(3min); // typing when it came back: nothing is proven
    EXPECT_EQ(working.diary(), "09:38 sitting bout of 28min, seat left\n"); // but a long downtime ends the bout
    working.works_for(14min);
    EXPECT_EQ(working.diary(), "09:55 show posture_change\n"); // 45 min of sitting, the downtime left out
    Life resting{monday, only({posture_change})};
    resting.works_for(28min).rests_for(20s).restarts_after(10min).works_for(1min);
    EXPECT_EQ(resting.diary(),
              "09:38:20 sitting bout of 28min, seat left\n09:38:20 posture_change natural, not shown\n");
    EXPECT_EQ(resting.report().sit_s, 29 * 60);
}

TEST(Restart, ShortDowntimeDoesNotEndTheBout) {
    Life life{monday, only({posture_change})};
    life.event(PostureConfirmed{Posture::standing, "cli"}).works_for(20min).restarts_after(2min).works_for(10min);
    EXPECT_EQ(life.state().memory.posture, Posture::standing);
    life.rests_for(5min);
    EXPECT_EQ(life.diary_of({"bout"}), "09:37 standing bout of 30min, seat left\n");
}

TEST(Restart, FindsTheOpenPromptAndItsWait) {
    Life life{monday, only({microbreak})};
    life.works_for(22min).works_for(3min).restarts_after(5s).works_for(12min);
    EXPECT_EQ(life.diary(), "09:22 show microbreak\n09:27:05 show microbreak again\n09:32:05 microbreak missed\n");
}

TEST(Restart, KeepsSpacingAndRefusals) {
    Settings settings = only({microbreak});
    settings.microbreak_every = 5min;
    settings.patience = 0s;
    Life life{monday, settings};
    life.works_for(5min).skips().works_for(10min).skips();
    life.diary();
    life.restarts_after(1s).works_for(11min);
    EXPECT_EQ(life.diary(), "09:25:01 show microbreak\n"); // ten minutes: two refusals have doubled the five
}

TEST(Restart, KeepsAPauseByHand) {
    Life life{monday, only({microbreak})};
    life.event(PauseAsked{1h}).works_for(10min).restarts_after(1min).works_for(50min);
    EXPECT_EQ(life.diary(), "");
    life.works_for(2min);
    EXPECT_EQ(life.diary(), "10:02 show microbreak\n");
}

TEST(Restart, KnowsHowLongAMeetingHasLasted) { // a hold's start is a fact
    Life life{monday, only({snack})};
    life.works_for(5min)
        .begins(Sign::meeting)
        .rests_for(9min)
        .restarts_after(1s)
        .waits(1min)
        .ends(Sign::meeting)
        .waits(5s);
    EXPECT_EQ(life.diary(), "09:15:01 show snack\n");
}

TEST(Restart, EndsAHoldThatNoSenseConfirms) {
    Life life{monday, only({microbreak})};
    life.begins(Sign::dnd).works_for(1h);
    State restored = restore(life.state().settings, life.state().guide, life.facts(), life.now());
    EXPECT_TRUE(restored.memory.signs[index(Sign::dnd)]);
    restored = step(step(restored, Started{}, life.now()).state, SensesSettled{}, life.now()).state;
    EXPECT_FALSE(restored.memory.signs[index(Sign::dnd)]);
}

TEST(Restart, TakesAMeetingThatNoSenseConfirmsToHaveEndedWithItself) {
    Life life{"2026-11-23T16:50:00+01:00", only({snack})};
    life.works_for(5min).begins(Sign::meeting).rests_for(5min).event(Stopping{});
    const Moment morning = moved(life.now(), life.now().instant + 16h);
    State state = restore(life.state().settings, life.state().guide, life.facts(), morning);
    const Instant last_input = life.now().instant - 5min;
    for (const Event& event : {Event{Started{}}, Event{IdleSourceFound{last_input}}, Event{SensesSettled{}}}) {
        state = step(state, event, morning).state;
    }
    EXPECT_FALSE(state.memory.meeting_since);
    EXPECT_FALSE(state.memory.long_meeting_ended) << "of five minutes, and a night in which nobody counted";
    EXPECT_EQ(state.activity.presence, Presence::away) << "nobody was seen at its end";
    EXPECT_EQ(state.memory.day, day_of(stamp(morning)));
}

TEST(Restart, StillAsksNothingAtOnceOfWhoHasJustComeBack) {
    Settings settings = only({breath});
    settings.breath_every = 20min;
    settings.patience = 0s;
    Life life{monday, settings};
    life.works_for(19min + 50s).is_locked_for(10min).works_for(5s).restarts_after(5s).works_for(2min);
    EXPECT_EQ(life.diary_of({"show"}), "09:30:50 show breath\n"); // a minute after the unlocking
}

TEST(Restart, OverARebootMeasuresByUtc) {
    Life life{monday, only({microbreak, posture_change, snack})};
    life.works_for(19min).event(PauseAsked{30min});
    Moment after_boot = life.now();
    after_boot.boot.bytes[0] = 1;
    after_boot.instant = Instant{40s}; // CLOCK_BOOTTIME starts anew
    after_boot.utc += 20min;
    const State restored = restore(life.state().settings, life.state().guide, life.facts(), after_boot);
    EXPECT_EQ(restored.memory.paused_until, Instant{40s + 10min});
    const Step started = step(restored, Started{}, after_boot);
    EXPECT_EQ(started.state.memory.kinds[index(microbreak)].elapsed, 0s); // a machine that was off had nobody at it
    EXPECT_EQ(started.state.memory.kinds[index(posture_change)].elapsed, 0s);
    EXPECT_TRUE(started.state.activity.returned);
}

TEST(Restart, AClockThatWentBackOverARebootCountsAsNoTime) {
    Life life{monday, only({posture_change})};
    life.works_for(19min);
    Moment after_boot = life.now();
    after_boot.boot.bytes[0] = 1;
    after_boot.instant = Instant{40s};
    after_boot.utc -= 5h; // a flat battery
    const State restored = restore(life.state().settings, life.state().guide, life.facts(), after_boot);
    EXPECT_EQ(restored.memory.kinds[index(posture_change)].elapsed, 19min);
    EXPECT_EQ(step(restored, Started{}, after_boot).state.memory.kinds[index(posture_change)].elapsed, 19min);
}

TEST(RecentFacts, AreEnoughForTheSameState) {
    Life life{monday};
    life.event(ProgrammeChosen{Driver::stenosis})
        .event(Introduced{})
        .event(Screened{{"fever"}})
        .event(Cleared{})
        .event(Screened{{"cough"}});
    for (int day = 0; day < 60; ++day) {
        for (int i = 0; i < 24; ++i) {
            life.works_for(20min);
            if (life.state().memory.open) life.says_done();
        }
        life.rests_for(16h);
    }
    const auto recent = recent_facts(life.facts(), life.now());
    EXPECT_LT(recent.size(), life.facts().size() * 2 / 3);
    const auto restored = [&](std::span<const Fact> facts) {
        return restore(life.state().settings, life.state().guide, facts, life.now(), Instant{100h}).memory;
    };
    EXPECT_TRUE(restored(recent) == restored(life.facts()));
    EXPECT_EQ(restored(recent).red_flags, std::vector<std::string>{"cough"});
    EXPECT_EQ(restored(recent).driver, Driver::stenosis);
    EXPECT_TRUE(restored(recent).introduced);
}

std::ptrdiff_t times_introduced(const Life& life) {
    return std::ranges::count_if(life.facts(), [](const Fact& fact) {
        const auto* noted = std::get_if<Noted>(&fact.body);
        return noted != nullptr && noted->notice == introduction_shown;
    });
}

TEST(Introduction, IsNotedOnceAndKnownAfterARestart) {
    Life life{monday};
    EXPECT_FALSE(life.state().memory.introduced);
    life.event(Introduced{}).works_for(1h).event(Introduced{});
    EXPECT_EQ(times_introduced(life), 1);
    life.restarts_after(5s);
    EXPECT_TRUE(life.state().memory.introduced);
    EXPECT_TRUE(life.report().notices.empty()) << "a report has nothing to say of it";
}

TEST(Introduction, OutlivesThePastButNotEverything) {
    Life life{monday};
    life.event(Introduced{}).event(ProgrammeChosen{Driver::disc}).works_for(1h);
    const std::vector<Fact> lasting{{stamp(life.now()), DriverChosen{Driver::disc}}};
    life.event(Erased{lasting});
    EXPECT_EQ(times_introduced(life), 2) << "written again";
    life.event(Erased{});
    EXPECT_EQ(times_introduced(life), 2) << "who erases everything is new here at the next start";
    EXPECT_TRUE(life.state().memory.introduced);
}

TEST(S12, TheFirstRunAsksForACheck) {
    const Moment now = Life{monday}.now();
    State state = restore(only({workstation_check}), own_guide(), {}, now);
    state = step(state, Started{}, now).state;
    state = step(state, IdleSourceFound{}, now).state;
    state = step(state, ClientsChanged{true}, now).state;
    Moment later = moved(now, now.instant + 3min); // a minute after the start, and patience
    state = step(state, TimePassed{}, later).state;
    ASSERT_TRUE(state.memory.open);
    EXPECT_EQ(state.memory.open->prompt.kind, workstation_check);
}

} // namespace
} // namespace poise::test
