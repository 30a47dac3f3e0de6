// SPDX-License-Identifier: GPL-3.0-or-later
// Decides what is on screen for the open prompt, between the daemon on one side and the notification server on the
// other, either of which may go and come back at any time. A prompt is confirmed only after the server has accepted it
// (nothing counts that was not shown), and only a button answers: a notification clicked away sends nothing, the daemon
// will ask again. Knows neither a bus nor a library, so that its tests need none.
#pragma once

#include "view.hpp"

#include <functional>
#include <optional>
#include <string_view>

namespace poise::tray {

class Presenter {
public:
    /// What it can have done. None of these calls back into the presenter.
    struct Outlets {
        std::function<Capabilities()> capabilities;
        std::function<bool(const Card&)> show; // replaces what is on screen; whether the server accepted it
        std::function<void()> close;
        std::function<void(const Notice&)> tell;
        std::function<void(PromptId)> confirm;
        std::function<void(Answer, PromptId)> answer;
    };
    explicit Presenter(Outlets outlets) : outlets_{std::move(outlets)} {}

    /// The daemon is there and has this prompt open.
    void daemon_appeared(std::optional<OpenPrompt> open);
    /// What is on screen stays there: the daemon's next start decides about it.
    void daemon_vanished();
    void prompt_shown(OpenPrompt prompt);
    void prompt_changed(std::optional<OpenPrompt> prompt);
    /// Without an outcome: it was withdrawn.
    void prompt_ended(PromptId id, std::optional<Outcome> outcome);
    /// What is asked next has changed. A long block is announced once, and its prompt takes the announcement's place.
    void next_changed(const std::optional<Upcoming>& next);
    void answer_refused(Answer answer, PromptId id, std::string_view reason);

    /// A server is there that shows nothing of ours yet.
    void server_appeared();
    void pressed(Answer answer, PromptId id);

private:
    void present();
    void forget();

    Outlets outlets_;
    bool daemon_is_there_ = false;
    std::optional<OpenPrompt> open_;
    std::optional<OpenPrompt> rest_; // that runs, and whose end is to be heard
    std::string announced_;          // the kind that is on screen before its prompt; empty: none
};

} // namespace poise::tray
