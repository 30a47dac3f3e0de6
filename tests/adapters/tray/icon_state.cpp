// SPDX-License-Identifier: GPL-3.0-or-later
#include "icon_state.hpp"

#include <gtest/gtest.h>

#include <set>

namespace poise::tray {
namespace {

OpenPrompt in_phase(Phase phase) { return {7, Kind::mobility, phase, "Loosen up for 5 min", "", "Start"}; }

TEST(IconState, IsDegradedWithoutADaemonOrWithOneThatLacksSomething) {
    EXPECT_EQ(icon_state(std::nullopt), IconState::degraded);
    EXPECT_EQ(icon_state(DaemonView{.sees_pauses = false}), IconState::degraded);
    EXPECT_EQ(icon_state(DaemonView{.journal_works = false}), IconState::degraded);
    EXPECT_EQ(icon_state(DaemonView{.configuration_is_good = false}), IconState::degraded);
}

TEST(IconState, IsTheWorkThatThePersonDoes) {
    EXPECT_EQ(icon_state(DaemonView{}), IconState::working);
    EXPECT_EQ(icon_state(DaemonView{.presence = Presence::passive}), IconState::working);
    EXPECT_EQ(icon_state(DaemonView{.posture = Posture::standing}), IconState::standing);
}

TEST(IconState, IsRestWhileNobodyWorks) {
    for (const Presence presence : {Presence::resting, Presence::away, Presence::locked, Presence::asleep}) {
        EXPECT_EQ(icon_state(DaemonView{.presence = presence, .holds = {"away"}}), IconState::resting);
    }
}

TEST(IconState, IsRestWhileABreakRunsWhoeverWorks) {
    EXPECT_EQ(icon_state(DaemonView{.prompt = in_phase(Phase::running)}), IconState::resting);
}

TEST(IconState, IsDueWhileSomethingIsAsked) {
    for (const Phase phase : {Phase::offered, Phase::shown, Phase::snoozed}) {
        EXPECT_EQ(icon_state(DaemonView{.presence = Presence::resting, .prompt = in_phase(phase)}), IconState::due);
    }
}

TEST(IconState, IsDueBeforeThatWhereSomebodyWorks) {
    const Upcoming next{"snack", "", ""};
    EXPECT_EQ(icon_state(DaemonView{.next = next}), IconState::due);
    EXPECT_EQ(icon_state(DaemonView{.presence = Presence::resting, .next = next}), IconState::resting);
}

TEST(IconState, IsHeldWhileAMeetingKeepsAPromptBack) {
    EXPECT_EQ(icon_state(DaemonView{.holds = {"meeting"}, .prompt = in_phase(Phase::snoozed)}), IconState::held);
    EXPECT_EQ(icon_state(DaemonView{.presence = Presence::passive, .holds = {"away", "dnd"}}), IconState::held);
    EXPECT_EQ(icon_state(DaemonView{.holds = {"a_newer_one"}}), IconState::held);
}

// R5: whoever looks over a shoulder learns nothing.
TEST(IconState, DoesNotShowThatExerciseIsOff) {
    EXPECT_EQ(icon_state(DaemonView{.holds = {"exercise_off"}, .exercise_off = true}), IconState::working);
}

TEST(IconState, IsPausedBeforeItIsHeld) {
    EXPECT_EQ(icon_state(DaemonView{.holds = {"meeting", "paused"}, .paused_until = 1}), IconState::paused);
}

TEST(IconState, HasANameOfItsOwnForEach) {
    std::set<std::string> names;
    for (const IconState state : all_icon_states) names.insert(icon_name(state));
    EXPECT_EQ(names.size(), all_icon_states.size());
    EXPECT_EQ(icon_name(IconState::due), "poise-due-symbolic");
}

TEST(IconState, WantsAttentionOnlyWhileAPromptWaits) {
    EXPECT_FALSE(wants_attention(std::nullopt));
    EXPECT_FALSE(wants_attention(DaemonView{}));
    EXPECT_TRUE(wants_attention(DaemonView{.prompt = in_phase(Phase::shown)}));
    EXPECT_FALSE(wants_attention(DaemonView{.prompt = in_phase(Phase::snoozed)}));
    EXPECT_FALSE(wants_attention(DaemonView{.prompt = in_phase(Phase::running)}));
}

} // namespace
} // namespace poise::tray
