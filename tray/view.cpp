// SPDX-License-Identifier: GPL-3.0-or-later
#include "view.hpp"

#include "say.hpp"

#include <utility>

namespace poise::tray {

namespace {

std::string escaped(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char letter : text) {
        switch (letter) {
        case '&': result += "&amp;"; break;
        case '<': result += "&lt;"; break;
        case '>': result += "&gt;"; break;
        default: result += letter;
        }
    }
    return result;
}

Card make_card(const OpenPrompt& prompt, const Capabilities& server, std::vector<Button> buttons,
               std::string_view without_buttons) {
    Card card;
    card.prompt = prompt.id;
    card.summary = prompt.title;
    std::string text = prompt.text;
    if (server.actions) {
        card.buttons = std::move(buttons);
    } else {
        text += text.empty() ? "" : "\n";
        text += without_buttons;
    }
    card.body = to_body(text, server);
    return card;
}

/// What is over once it is answered has its answers in a window: a click that said "I have answered" would have kept
/// nothing. To say so all the same there is the menu.
Button first_button(const OpenPrompt& prompt, const Capabilities& desktop) {
    if (desktop.windows && prompt.kind == Kind::checkin) {
        return {"start", tr("Answer…"), Answer::start, Kind::checkin};
    }
    if (desktop.windows && prompt.kind == Kind::workstation_check) {
        return {"start", tr("Look…"), Answer::start, Kind::workstation_check};
    }
    return {"start", prompt.start_label.empty() ? tr("Start") : prompt.start_label, Answer::start};
}

Card asking(const OpenPrompt& prompt, const Capabilities& server) {
    const Button first = first_button(prompt, server);
    std::vector<Button> buttons{first, first};
    buttons.front().id = "default";
    if (prompt.may_snooze) buttons.push_back({"snooze", tr("Snooze"), Answer::snooze});
    buttons.push_back({"skip", tr("Skip"), Answer::skip});
    Card card = make_card(prompt, server, std::move(buttons),
                          prompt.may_snooze ? tr("To answer: poise start, poise snooze or poise skip.")
                                            : tr("To answer: poise start or poise skip."));
    card.sound = prompt.sound;
    return card;
}

Card running(const OpenPrompt& prompt, const Capabilities& server) {
    Card card = make_card(prompt, server, {{"done", tr("Done"), Answer::done}, {"skip", tr("Stop"), Answer::skip}},
                          tr("When it is done: poise done. To stop: poise skip."));
    card.urgency = Urgency::low;
    return card;
}

} // namespace

std::optional<Card> card_of(const OpenPrompt& prompt, const Capabilities& server) {
    switch (prompt.phase) {
    case Phase::offered:
    case Phase::shown: return asking(prompt, server);
    case Phase::running: return prompt.kind == Kind::microbreak ? std::nullopt : std::optional{running(prompt, server)};
    case Phase::snoozed: return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Card> card_of(const Upcoming& next, const Capabilities& server) {
    if (next.title.empty()) return std::nullopt;
    Card card;
    card.summary = next.title;
    card.body = to_body(next.text, server);
    card.urgency = Urgency::low;
    card.stays = false;
    return card;
}

Card end_of_rest(std::string sound) {
    Card card;
    card.summary = tr("The break is over");
    card.urgency = Urgency::low;
    card.sound = std::move(sound);
    card.stays = false;
    return card;
}

std::string to_body(std::string_view text, const Capabilities& server) {
    return server.body_markup ? escaped(text) : std::string{text};
}

// These notices are gone for good once read, so they are marked like private ones: kept by no history. A refusal is
// named like the one that the daemon may tell itself for the same refusal (snooze_refused), which it then replaces.
Notice refusal(Answer answer, std::string_view reason) {
    Notice notice = not_possible(reason);
    notice.id = std::string{name(answer)} + "_refused";
    return notice;
}

Notice not_possible(std::string_view reason) {
    std::string text =
        reason.empty() ? tr("Not possible now") : tr("Not possible now: {why}", {{"why", std::string{reason}}});
    if (text.back() != '.') text += '.';
    return to_read("not_possible", std::move(text));
}

Notice to_read(std::string id, std::string text) { return {std::move(id), Urgency::low, std::move(text), true}; }

Notice nobody_to_answer() {
    return to_read("no_daemon", tr("Poise is not running, so this answer is lost. It asks again once it is back."));
}

} // namespace poise::tray
