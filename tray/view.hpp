// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees of a prompt: its words and buttons. Pure, so that every text is tested without a bus or a screen.
// While a break runs its drill stays readable, quietly; a microbreak shows nothing, since eyes and hands are to leave
// the screen; its end can be heard. A snoozed prompt shows nothing either.
#pragma once

#include "poise/effect.hpp"
#include "poise/prompt.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poise::tray {

/// The open prompt as the daemon tells it over the bus.
struct OpenPrompt {
    PromptId id{};
    std::optional<Kind> kind; // nothing: a kind that only a newer daemon knows
    Phase phase{};
    std::string title;
    std::string text;
    std::string start_label;
    bool may_snooze = true;  // unless the daemon says that it would refuse
    std::string sound{};     // by the event names of sound themes; empty: none
    std::string end_sound{}; // once its time is over
    bool operator==(const OpenPrompt&) const = default;
};

/// What is asked next, before it is asked.
struct Upcoming {
    std::string kind;
    std::string title; // to announce it with; empty: it is not announced, or not any more
    std::string text;
    bool operator==(const Upcoming&) const = default;
};

/// What the desktop can do, of what matters to a prompt.
struct Capabilities {
    bool actions = false; // of the notification server, as the next
    bool body_markup = false;
    bool windows = false; // poise-coach is there
};

struct Button {
    std::string id; // "default" is the click on the notification itself
    std::string label;
    Answer answer{};
    std::optional<Kind> window{}; // opens the one that asks for it, which answers once it is sent
    bool operator==(const Button&) const = default;
};

struct Card {
    PromptId prompt{}; // 0: none yet
    std::string summary{};
    std::string body{};
    Urgency urgency = Urgency::normal;
    std::vector<Button> buttons{};
    std::string sound{};
    bool stays = true; // until it is answered
    bool operator==(const Card&) const = default;
};

/// What is to be on screen for the prompt in its phase; nothing: it is to leave the screen.
[[nodiscard]] std::optional<Card> card_of(const OpenPrompt&, const Capabilities&);

/// What is on screen before a long block; nothing: it is not announced.
[[nodiscard]] std::optional<Card> card_of(const Upcoming&, const Capabilities&);

/// What tells that the time of a rest is over. It goes by itself.
[[nodiscard]] Card end_of_rest(std::string sound);

/// The text as a notification's body takes it.
[[nodiscard]] std::string to_body(std::string_view text, const Capabilities&);

/// The daemon did not take an answer.
[[nodiscard]] Notice refusal(Answer, std::string_view reason);

/// What was chosen in the menu cannot be done.
[[nodiscard]] Notice not_possible(std::string_view reason);

/// What the person has just asked to be told.
[[nodiscard]] Notice to_read(std::string id, std::string text);

/// A button was pressed while no daemon was there.
[[nodiscard]] Notice nobody_to_answer();

} // namespace poise::tray
