// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to prompts and to the person, one after the other, from what the bus says of properties that change and
// of prompts that end. What is said twice happens once.
#pragma once

#include "client_values.hpp"

#include <deque>
#include <optional>
#include <string>

namespace poise {

class Happenings {
public:
    /// How it is before anything happens.
    explicit Happenings(DaemonView);

    void change(const ValueMap& properties);
    void end(PromptId, const std::string& outcome);
    /// The oldest that has not been told.
    [[nodiscard]] std::optional<Happening> take();

private:
    void change_prompt(std::optional<PromptView>);
    void change_pause(std::optional<std::chrono::sys_seconds>);
    void change_word(const char* event, std::string& known, const std::string& word);

    DaemonView known_;
    std::optional<PromptView> last_prompt_; // also when it is open no more: which of the two is said first is not known
    std::deque<Happening> untold_;
};

} // namespace poise
