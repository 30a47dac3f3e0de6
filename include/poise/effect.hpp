// SPDX-License-Identifier: GPL-3.0-or-later
// What the core wants done, in this order: Record before everything, so that a crash never shows what was not recorded.
#pragma once

#include "poise/fact.hpp"

#include <string>
#include <variant>

namespace poise {

struct Record {
    Fact fact;
    bool operator==(const Record&) const = default;
};
struct Withdraw {
    PromptId id{};
    Why why{};
    bool operator==(const Withdraw&) const = default;
};
struct Show {
    Prompt prompt;
    bool again = false; // a repeat, or back from a snooze
    bool operator==(const Show&) const = default;
};

/// Something to tell the person that asks for no answer.
struct Notice {
    std::string id; // "idle_source_lost"
    Urgency urgency = Urgency::normal;
    std::string text;
    bool is_private = false; // R5: transient, kept by no notification history
    bool operator==(const Notice&) const = default;
};
struct Tell {
    Notice notice;
    bool operator==(const Tell&) const = default;
};

using Effect = std::variant<Record, Withdraw, Show, Tell>;

} // namespace poise
