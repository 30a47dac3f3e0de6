// SPDX-License-Identifier: GPL-3.0-or-later
#include "view.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace poise::tray {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr Capabilities full_server{.actions = true, .body_markup = true};
constexpr Capabilities plain_server{.actions = false, .body_markup = false};

OpenPrompt stand_up() {
    return {7, Kind::posture_change, Phase::offered, "Time to stand up", "42 min of sitting.", "I am standing"};
}

TEST(View, AsksWithTheDaemonsWordsAndFourActions) {
    const auto card = card_of(stand_up(), full_server);
    ASSERT_TRUE(card);
    EXPECT_EQ(*card, (Card{7,
                           "Time to stand up",
                           "42 min of sitting.",
                           Urgency::normal,
                           {{"default", "I am standing", Answer::start},
                            {"start", "I am standing", Answer::start},
                            {"snooze", "Snooze", Answer::snooze},
                            {"skip", "Skip", Answer::skip}}}));
}

TEST(View, OffersNoSnoozeThatWouldBeRefused) {
    OpenPrompt prompt = stand_up();
    prompt.may_snooze = false;
    const auto ids = [](const Card& card) {
        std::vector<std::string> found;
        for (const Button& button : card.buttons) found.push_back(button.id);
        return found;
    };
    EXPECT_THAT(ids(*card_of(prompt, full_server)), ElementsAre("default", "start", "skip"));
    EXPECT_THAT(card_of(prompt, plain_server)->body, ::testing::EndsWith("\nTo answer: poise start or poise skip."));
}

TEST(View, CallsTheFirstButtonStartWhereTheDaemonNamesItNot) {
    OpenPrompt prompt = stand_up();
    prompt.start_label.clear();
    EXPECT_EQ(card_of(prompt, full_server)->buttons.at(1).label, "Start");
}

TEST(View, LeadsToTheWindowThatAsksWhereThereIsOne) {
    constexpr Capabilities with_windows{.actions = true, .body_markup = true, .windows = true};
    const auto card_for = [](Kind kind, const Capabilities& desktop) {
        OpenPrompt prompt = stand_up();
        prompt.kind = kind;
        return *card_of(prompt, desktop);
    };
    const auto first_two = [](const Card& card) {
        return std::vector<Button>{card.buttons.begin(), card.buttons.begin() + 2};
    };
    const Button answer{"start", "Answer…", Answer::start, Kind::checkin};
    const Button look{"start", "Look…", Answer::start, Kind::workstation_check};
    const auto with_click = [](const Button& button) {
        Button click = button;
        click.id = "default";
        return ElementsAre(click, button);
    };
    EXPECT_THAT(first_two(card_for(Kind::checkin, with_windows)), with_click(answer));
    EXPECT_THAT(first_two(card_for(Kind::workstation_check, with_windows)), with_click(look));
    for (const Card& card : {card_for(Kind::posture_change, with_windows), card_for(Kind::checkin, full_server)}) {
        EXPECT_THAT(first_two(card), with_click({"start", "I am standing", Answer::start}));
    }
}

TEST(View, SaysHowToAnswerByCommandLineWhereTheServerHasNoActions) {
    const auto card = card_of(stand_up(), plain_server);
    EXPECT_TRUE(card->buttons.empty());
    EXPECT_EQ(card->body, "42 min of sitting.\nTo answer: poise start, poise snooze or poise skip.");
}

TEST(View, EscapesTheBodyOnlyWhereItIsMarkup) {
    OpenPrompt prompt = stand_up();
    prompt.title = "Neck & shoulders";
    prompt.text = "Turn < 45° & \"breathe\" > 5 s";
    EXPECT_EQ(card_of(prompt, full_server)->body, "Turn &lt; 45° &amp; \"breathe\" &gt; 5 s");
    EXPECT_EQ(card_of(prompt, full_server)->summary, "Neck & shoulders"); // never markup
    EXPECT_THAT(card_of(prompt, plain_server)->body, HasSubstr("Turn < 45° & \"breathe\" > 5 s"));
}

TEST(View, ShowsNothingOfASnoozedPrompt) {
    OpenPrompt prompt = stand_up();
    prompt.phase = Phase::snoozed;
    EXPECT_FALSE(card_of(prompt, full_server));
}

TEST(View, ShowsNothingWhileAMicrobreakRuns) {
    const OpenPrompt prompt{8, Kind::microbreak, Phase::running, "Rest your hands for 30 s", "Look far away.", ""};
    EXPECT_FALSE(card_of(prompt, full_server));
}

TEST(View, KeepsTheDrillReadableAndQuietWhileItRuns) {
    const OpenPrompt prompt{9, Kind::mobility, Phase::running, "Wall slides", "10 slow repetitions.", "Start"};
    const auto card = card_of(prompt, full_server);
    ASSERT_TRUE(card);
    EXPECT_EQ(card->urgency, Urgency::low);
    EXPECT_EQ(card->body, "10 slow repetitions.");
    EXPECT_THAT(card->buttons, ElementsAre(Button{"done", "Done", Answer::done}, Button{"skip", "Stop", Answer::skip}));
    EXPECT_THAT(card_of(prompt, plain_server)->body, HasSubstr("poise done"));
}

TEST(View, TellsARefusalAsAShortTransientNotice) {
    EXPECT_EQ(refusal(Answer::snooze, "the prompt is snoozed already"),
              (Notice{"snooze_refused", Urgency::low, "Not possible now: the prompt is snoozed already.", true}));
    EXPECT_EQ(refusal(Answer::skip, "").text, "Not possible now.");
}

TEST(View, PlaysWhatTheDaemonSaysOnlyWhileItAsks) {
    OpenPrompt prompt = stand_up();
    EXPECT_EQ(card_of(prompt, full_server)->sound, "");
    prompt.sound = "message-new-instant";
    EXPECT_EQ(card_of(prompt, full_server)->sound, "message-new-instant");
    prompt.kind = Kind::mobility;
    prompt.phase = Phase::running;
    EXPECT_EQ(card_of(prompt, full_server)->sound, "");
}

TEST(View, AnnouncesQuietlyAndAsksNothing) {
    const auto card = card_of(Upcoming{"mobility", "Soon: Loosen up", "In < 2 min."}, full_server);
    ASSERT_TRUE(card);
    EXPECT_EQ(*card,
              (Card{.summary = "Soon: Loosen up", .body = "In &lt; 2 min.", .urgency = Urgency::low, .stays = false}));
    EXPECT_FALSE(card_of(Upcoming{"mobility", "", ""}, full_server));
}

} // namespace
} // namespace poise::tray
