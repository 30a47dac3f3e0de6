// SPDX-License-Identifier: GPL-3.0-or-later
// What a prompt says to the person. It is made here, once, so that a notification, the guided break and a script show
// the same words. Plain English that says what to do; never what anything might be a sign of (R4).
#pragma once

#include "poise/guide.hpp"
#include "poise/prompt.hpp"

#include <string>

namespace poise {

struct PromptText {
    std::string title;       // "Rest your hands for 30 s"
    std::string text;        // why now, and the first thing to do
    std::string start_label; // of the button that answers it
    bool operator==(const PromptText&) const = default;
};

/// What is said of a prompt of this kind `heads_up` before it falls due.
[[nodiscard]] PromptText announcement(Kind, Duration length, Duration heads_up);

/// `posture` is the one that the person is in now.
[[nodiscard]] PromptText prompt_text(const Prompt&, Posture posture, const Guide&);

} // namespace poise
