// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.hpp"

#include "glib.hpp"

#include <gtest/gtest.h>

namespace poise::tray {
namespace {

/// From GVariant's own text format.
Variant variant(const char* text) {
    Failure failure;
    Variant value{g_variant_parse(nullptr, text, nullptr, nullptr, failure.out())};
    EXPECT_FALSE(failure) << failure.text();
    return value;
}

TEST(Wire, ReadsAPrompt) {
    const auto prompt = variant("{'id': <int64 5>, 'kind': <'posture_change'>, 'drills': <@as []>, 'rule': <'S2'>,"
                                " 'length': <0.0>, 'why': <'42 min of sitting.'>, 'phase': <'running'>,"
                                " 'title': <'Time to stand up'>, 'text': <'Now.'>, 'start_label': <'I am standing'>}");
    EXPECT_EQ(read_prompt(prompt.get()),
              (OpenPrompt{5, Kind::posture_change, Phase::running, "Time to stand up", "Now.", "I am standing"}));
}

TEST(Wire, ReadsWhetherAPromptMayBeSnoozed) {
    EXPECT_TRUE(read_prompt(variant("{'id': <int64 5>, 'snoozes_left': <uint32 1>}").get())->may_snooze);
    EXPECT_FALSE(read_prompt(variant("{'id': <int64 5>, 'snoozes_left': <uint32 0>}").get())->may_snooze);
    EXPECT_TRUE(read_prompt(variant("{'id': <int64 5>}").get())->may_snooze) << "a daemon that does not say";
}

TEST(Wire, ReadsAnEmptyDictionaryAsNoPrompt) { EXPECT_FALSE(read_prompt(variant("@a{sv} {}").get())); }

TEST(Wire, ReadsWhatOnlyANewerDaemonKnowsAsAShownPromptOfNoKind) {
    const auto prompt = variant("{'id': <int64 5>, 'kind': <'dance'>, 'phase': <'pondered'>, 'title': <uint32 3>}");
    EXPECT_EQ(read_prompt(prompt.get()), (OpenPrompt{5, std::nullopt, Phase::shown, "", "", ""}));
}

TEST(Wire, ReadsANotice) {
    EXPECT_EQ(read_notice(variant("('medical_review_first', 'critical', 'See a doctor.', true)").get()),
              (Notice{"medical_review_first", Urgency::critical, "See a doctor.", true}));
    EXPECT_EQ(read_notice(variant("('x', 'shouting', '', false)").get()), (Notice{"x", Urgency::normal, "", false}));
}

TEST(Wire, ReadsWhatTheDaemonSaysOfItself) {
    DaemonView view;
    update(
        view,
        variant(
            "{'Version': <'1.2.3'>, 'Presence': <'resting'>, 'Posture': <'standing'>,"
            " 'Holds': <['meeting', 'dnd']>, 'PausedUntil': <int64 99>, 'ExerciseOff': <true>, 'Introduced': <false>,"
            " 'IdleSource': <{'works': <false>}>, 'Journal': <{'trouble': <'full'>}>,"
            " 'Configuration': <{'path': <'/p.toml'>, 'exists': <true>, 'problems': <['1:1: bad']>}>,"
            " 'Prompt': <{'id': <int64 5>}>}")
            .get());
    EXPECT_EQ(view, (DaemonView{.version = "1.2.3",
                                .presence = Presence::resting,
                                .posture = Posture::standing,
                                .holds = {"meeting", "dnd"},
                                .paused_until = 99,
                                .exercise_off = true,
                                .introduced = false,
                                .sees_pauses = false,
                                .journal_works = false,
                                .configuration_is_good = false,
                                .configuration = "/p.toml",
                                .configuration_exists = true,
                                .prompt = OpenPrompt{5, std::nullopt, Phase::shown, "", "", ""}}));
}

TEST(Wire, KeepsWhatTheDaemonDoesNotMention) {
    DaemonView view{.posture = Posture::standing, .holds = {"dnd"}, .exercise_off = true, .sees_pauses = false};
    update(view, variant("{'Presence': <'dancing'>, 'Bout': <3.0>}").get());
    EXPECT_EQ(view,
              (DaemonView{.posture = Posture::standing, .holds = {"dnd"}, .exercise_off = true, .sees_pauses = false}));
}

TEST(Wire, ReadsAPropertyThatIsAText) {
    EXPECT_EQ(read_text(variant("(<'Sitting.'>,)").get()), "Sitting.");
    EXPECT_EQ(read_text(variant("(<uint32 3>,)").get()), "");
}

TEST(Wire, ReadsWhatIsAskedNext) {
    EXPECT_EQ(read_upcoming(variant("{'kind': <'mobility'>, 'title': <'Soon'>, 'text': <'In 2 min.'>}").get()),
              (Upcoming{"mobility", "Soon", "In 2 min."}));
    EXPECT_FALSE(read_upcoming(variant("@a{sv} {}").get()));
}

} // namespace
} // namespace poise::tray
