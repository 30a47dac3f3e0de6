// SPDX-License-Identifier: GPL-3.0-or-later
// What the core says about itself: the reasons, the figures. Asking changes nothing.
#include "life.hpp"
#include "poise/status.hpp"
#include "quiet_settings.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using enum Kind;

/// What explain() says of the kinds, without those that are switched off.
std::string reasons(const Life& life) {
    std::string text;
    for (const auto& line : explain(life.state(), life.now())) {
        if (line.starts_with("now: ") || line.starts_with("next: ")) break; // the chains come last
        if (line.find("switched off") == std::string::npos) text += line + "\n";
    }
    return text;
}

/// The chains of explain().
std::vector<std::string> chains(const Life& life) {
    const auto lines = explain(life.state(), life.now());
    std::vector<std::string> found;
    for (const auto& line : lines) {
        const bool begins = line.starts_with("now: ") || line.starts_with("next: ");
        if (begins || !found.empty()) found.push_back(line);
    }
    return found;
}

TEST(Explain, FollowsAKindFromNotDueToShown) { // S1
    Life life{monday, only({microbreak, checkin})};
    life.works_for(15min);
    EXPECT_EQ(reasons(life), "no hold is in force\n"
                             "microbreak: not due, 15 min of 20 min, due at 09:20 (S1)\n"
                             "checkin: not due, due at 16:30 (F1)\n");
    life.works_for(6min);
    EXPECT_EQ(reasons(life), "no hold is in force\n"
                             "microbreak: due, waits for a pause in your input (S1)\n"
                             "checkin: not due, due at 16:30 (F1)\n");
    life.works_for(1min);
    EXPECT_EQ(reasons(life), "no hold is in force\n"
                             "microbreak: shown now (S1)\n"
                             "checkin: not due, due at 16:30 (F1)\n");
}

TEST(Explain, NamesEveryHoldAndWhenItEndsByItself) { // rule 5
    Settings settings = only({microbreak});
    settings.working_hours = {{0h, 9h + 25min}};
    Life life{monday, settings};
    life.works_for(21min).event(PauseAsked{1h}).event(ProgrammeChosen{Driver::visceral});
    for (const Sign sign : all_signs) life.begins(sign);
    life.waits(5min);
    EXPECT_EQ(reasons(life),
              "hold meeting: you are in a meeting, until 12:21 at the latest\n"
              "hold screencast: your screen is being shared, until 12:21 at the latest\n"
              "hold dnd: do not disturb is on, until 12:21 at the latest\n"
              "hold fullscreen: a window is full screen, until 12:21 at the latest\n"
              "hold paused: you have paused Poise, until 10:21 at the latest\n"
              "hold outside_hours: it is outside your working hours, until 2026-11-24 00:00 at the latest\n"
              "hold exercise_off: exercise is off\n"
              "microbreak: due, but you are in a meeting and your screen is being shared and do not disturb is on "
              "and a window is full screen and you have paused Poise "
              "and it is outside your working hours (S1)\n");
    life.waits(4h);
    EXPECT_EQ(reasons(life),
              "hold outside_hours: it is outside your working hours, until 2026-11-24 00:00 at the latest\n"
              "hold exercise_off: exercise is off\n"
              "microbreak: due, but it is outside your working hours (S1)\n");
}

TEST(Explain, NamesTheDayOfWhatIsDueOnAnother) {
    Life life{monday, only({mobility, workstation_check})};
    life.works_for(10min);
    EXPECT_EQ(reasons(life), "no hold is in force\n"
                             "mobility: not due, due at 10:00 (S4)\n"
                             "workstation_check: not due, due at 2026-12-21 09:00 (S12)\n");
}

TEST(Explain, NamesWhatElseKeepsAKindBack) { // rules 2, 6 and 8
    Settings settings = only({microbreak, snack, breath});
    settings.per_hour = 1;
    settings.snack_every = settings.breath_every = settings.microbreak_every;
    Life life{monday, settings};
    life.works_for(22min);
    EXPECT_EQ(reasons(life),
              "no hold is in force\n"
              "microbreak: due, but there have been enough prompts this hour and another prompt is open (S1)\n"
              "snack: shown now (S3)\n"
              "breath: due, but there have been enough prompts this hour and another prompt is open (S7)\n");
    life.says_done().works_for(9min);
    EXPECT_EQ(
        reasons(life),
        "no hold is in force\n"
        "microbreak: not due, 9 min of 20 min, due at 09:42 (S1)\n"
        "snack: not due, 9 min of 20 min, due at 09:42 (S3)\n"
        "breath: due, but the last prompt was a short while ago and there have been enough prompts this hour (S7)\n");
    life.works_for(12min);
    EXPECT_EQ(
        reasons(life),
        "no hold is in force\n"
        "microbreak: due, but there have been enough prompts this hour (S1)\n"
        "snack: due, but the last exercise was a short while ago and there have been enough prompts this hour (S3)\n"
        "breath: due, but there have been enough prompts this hour (S7)\n");
    life.is_locked_for(6min).works_for(30s).event(ClientsChanged{false});
    EXPECT_EQ(reasons(life), "no hold is in force\n"
                             "no client is there to show a prompt: start poise-tray\n"
                             "microbreak: not due, 30 s of 20 min, due at 10:09 (S1)\n"
                             "snack: not due, 30 s of 20 min, due at 10:09 (S3)\n"
                             "breath: due, but no client is there to show it and you have only just come back "
                             "and there have been enough prompts this hour (S7)\n");
}

TEST(Explain, SaysWhoIsNotThere) {
    Life life{monday, only({breath})};
    life.works_for(1min).is_locked_for(10min).event(Locked{}).waits(1min);
    EXPECT_EQ(reasons(life), "hold away: nobody is at the desk\n"
                             "breath: not due, 1 min of 3 h (S7)\n");
}

TEST(Explain, GivesTheChainOfEachDrillOfTheNextBreak) {
    Life life{monday, only({mobility})};
    life.works_for(30min).event(ProgrammeChosen{Driver::curves});
    const auto lines = chains(life);
    ASSERT_GE(lines.size(), 4U);
    EXPECT_EQ(lines.front(), "next: mobility of 5 min <- S4: Time for one of today's mobility blocks.");
    EXPECT_TRUE(lines[1].starts_with("  E14.ribs Rib-cage breathing, ")) << lines[1];
    EXPECT_TRUE(lines[1].ends_with(" <- S7: Long breaths out open a block. <- E14 <- \"8. Scoliosis and Kyphosis\""))
        << lines[1];
    EXPECT_NE(lines.back().find(" <- S11: A light pull ends a block. <- E"), std::string::npos) << lines.back();
}

TEST(Explain, GivesTheChainOfTheOpenBreakBeforeAnyOther) {
    Life life{monday, only({microbreak, breath})};
    life.works_for(15min).event(BreakAsked{breath});
    EXPECT_EQ(chains(life).front(), "now: breath of 1 min <- S7: You asked for it.");
    life.says_done().works_for(1min);
    EXPECT_TRUE(chains(life).front().starts_with("next: microbreak of 30 s <- S1: "));
}

TEST(Explain, GivesNoChainOfAnExerciseThatIsOff) { // R5
    Life life{monday, only({mobility})};
    life.works_for(30min).event(Screened{{"fever"}});
    EXPECT_TRUE(chains(life).empty());
}

TEST(Preview, IsWhatABreakAskedForNowWouldHold) {
    for (const Kind kind : {microbreak, snack, mobility, strength, breath, workstation_check}) {
        Life life{monday, only({mobility})};
        life.works_for(25h); // into a day that no step has seen begin
        const auto looked_at = preview(life.state(), kind, life.now());
        ASSERT_TRUE(looked_at);
        life.event(BreakAsked{kind});
        for (const Fact& fact : life.facts()) {
            const auto* offered = std::get_if<Offered>(&fact.body);
            if (offered && offered->by_hand) {
                EXPECT_EQ(offered->prompt, *looked_at);
            }
        }
    }
}

TEST(Preview, ChangesNothing) {
    Life life{monday, only({mobility})};
    life.works_for(30min);
    const Memory before = life.state().memory;
    EXPECT_EQ(*preview(life.state(), mobility, life.now()), *preview(life.state(), mobility, life.now()));
    EXPECT_EQ(life.state().memory, before);
}

TEST(Preview, IsOfTheOpenPromptWhereNoOtherKindIsNamed) {
    Life life{monday, only({microbreak})};
    life.works_for(22min);
    EXPECT_EQ(*preview(life.state(), std::nullopt, life.now()), life.state().memory.open->prompt);
}

TEST(Preview, OfAnExerciseIsRefusedWhileExerciseIsOff) { // R1
    Life life{monday, only({mobility})};
    life.works_for(1min).event(Screened{{"chest_pressure"}});
    EXPECT_EQ(preview(life.state(), snack, life.now()).error(), "exercise is off");
    EXPECT_TRUE(preview(life.state(), breath, life.now()));
}

TEST(Status, IsThatOfNowAndNotOfTheLastStep) {
    Life life{monday, only({microbreak})};
    life.works_for(10min);
    Moment later = life.now();
    later.instant += 90s;
    const Status status = status_of(life.state(), later);
    EXPECT_EQ(status.presence, Presence::working);
    EXPECT_EQ(status.bout, 11min + 30s);
    EXPECT_EQ(status.kinds[index(microbreak)].elapsed, 11min + 30s);
    EXPECT_EQ(status.kinds[index(microbreak)].next_due, later.instant + 8min + 30s);
    EXPECT_FALSE(status.kinds[index(snack)].on);
    EXPECT_EQ(status_of(life.state(), life.now()).bout, 10min);
}

TEST(Status, TellsTheOpenPromptThePauseAndTheHolds) {
    Life life{monday, only({microbreak})};
    life.works_for(22min);
    ASSERT_TRUE(status_of(life.state(), life.now()).prompt);
    EXPECT_EQ(status_of(life.state(), life.now()).prompt->prompt.kind, microbreak);
    life.event(PauseAsked{1h}).begins(Sign::dnd);
    const Status status = status_of(life.state(), life.now());
    EXPECT_EQ(status.paused_until, life.now().instant + 1h);
    ASSERT_EQ(status.holds.size(), 2U);
    EXPECT_EQ(status.holds[0].hold, Block::dnd);
    EXPECT_EQ(status.holds[0].since, life.now().instant);
    EXPECT_EQ(status.holds[0].until, life.now().instant + 3h); // hold_cap
    EXPECT_EQ(status.holds[1].hold, Block::paused);
    EXPECT_EQ(status.holds[1].until, life.now().instant + 1h);
    EXPECT_FALSE(status.exercise_off);
    EXPECT_TRUE(status.any_client);
}

} // namespace
} // namespace poise::test
