// SPDX-License-Identifier: GPL-3.0-or-later
#include "client_happenings.hpp"

#include <utility>

namespace poise {

Happenings::Happenings(DaemonView view) : known_{std::move(view)}, last_prompt_{known_.prompt} {}

void Happenings::change(const ValueMap& properties) {
    const DaemonView view = to_daemon_view(properties);
    if (properties.contains("Prompt")) change_prompt(view.prompt);
    if (properties.contains("Posture")) change_word("posture", known_.posture, view.posture);
    if (properties.contains("Presence")) change_word("presence", known_.presence, view.presence);
    if (properties.contains("PausedUntil")) change_pause(view.paused_until);
}

void Happenings::change_prompt(std::optional<PromptView> prompt) {
    const auto before = std::exchange(known_.prompt, prompt);
    if (!prompt) return;
    last_prompt_ = prompt;
    if (before && before->id == prompt->id && before->phase == prompt->phase) return;
    if (prompt->phase == "shown")
        untold_.push_back({"shown", std::move(prompt), "", {}});
    else if (prompt->phase == "running")
        untold_.push_back({"started", std::move(prompt), "", {}});
}

void Happenings::end(PromptId id, const std::string& outcome) {
    const bool is_known = last_prompt_ && last_prompt_->id == id;
    untold_.push_back({"ended", is_known ? last_prompt_ : std::nullopt, outcome, {}});
}

void Happenings::change_pause(std::optional<std::chrono::sys_seconds> until) {
    if (std::exchange(known_.paused_until, until) == until) return;
    untold_.push_back({until ? "paused" : "resumed", {}, "", until});
}

void Happenings::change_word(const char* event, std::string& known, const std::string& word) {
    if (std::exchange(known, word) != word) untold_.push_back({event, {}, word, {}});
}

std::optional<Happening> Happenings::take() {
    if (untold_.empty()) return std::nullopt;
    Happening oldest = std::move(untold_.front());
    untold_.pop_front();
    return oldest;
}

} // namespace poise
