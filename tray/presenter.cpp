// SPDX-License-Identifier: GPL-3.0-or-later
#include "presenter.hpp"

#include <utility>

namespace poise::tray {

void Presenter::present() {
    rest_ = open_->phase == Phase::running && !open_->end_sound.empty() ? open_ : std::nullopt;
    const auto card = card_of(*open_, outlets_.capabilities());
    if (!card) return outlets_.close();
    if (outlets_.show(*card)) outlets_.confirm(open_->id);
}

void Presenter::forget() {
    announced_.clear();
    open_.reset();
    outlets_.close();
}

void Presenter::daemon_appeared(std::optional<OpenPrompt> open) {
    daemon_is_there_ = true;
    if (!open) return forget();
    open_ = std::move(open);
    present();
}

void Presenter::daemon_vanished() { daemon_is_there_ = false; }

void Presenter::next_changed(const std::optional<Upcoming>& next) {
    if (open_) return;
    if (!announced_.empty() && (!next || next->kind != announced_)) forget();
    if (!next || next->kind == announced_) return;
    const auto card = card_of(*next, outlets_.capabilities());
    if (card && outlets_.show(*card)) announced_ = next->kind;
}

void Presenter::prompt_shown(OpenPrompt prompt) {
    announced_.clear();
    open_ = std::move(prompt);
    present();
}

void Presenter::prompt_changed(std::optional<OpenPrompt> prompt) {
    if (!open_) return;
    if (!prompt) return forget();
    if (prompt->id != open_->id) return; // another one, which the daemon asks to show in a message of its own
    const bool to_new_view =
        prompt->phase != open_->phase && (prompt->phase == Phase::running || prompt->phase == Phase::snoozed);
    open_ = std::move(prompt);
    // Nothing else is worth a second pop-up: a person who clicked this prompt away is not to see it for a detail.
    if (to_new_view) present();
}

void Presenter::prompt_ended(PromptId id, std::optional<Outcome> outcome) {
    if (open_ && open_->id == id) forget();
    const auto rest = std::exchange(rest_, std::nullopt);
    if (rest && rest->id == id && outcome == Outcome::taken) outlets_.show(end_of_rest(rest->end_sound));
}

void Presenter::answer_refused(Answer answer, PromptId id, std::string_view reason) {
    outlets_.tell(refusal(answer, reason));
    if (open_ && open_->id == id) present(); // the press has closed it, but it is still asked
}

void Presenter::server_appeared() {
    if (open_) present();
}

void Presenter::pressed(Answer answer, PromptId id) {
    if (!daemon_is_there_) return outlets_.tell(nobody_to_answer());
    if (rest_ && rest_->id == id) rest_.reset(); // who ends it by hand knows
    outlets_.answer(answer, id);
}

} // namespace poise::tray
