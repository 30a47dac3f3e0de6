// SPDX-License-Identifier: GPL-3.0-or-later
// The guide in words: doses as people say them, a list of the drills, one entry with everything that is known of it,
// and all of it as the Markdown of docs/guidance.md.
#pragma once

#include "poise/guide.hpp"
#include "say.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace poise {

/// "6 to 10 times, each held for 2 to 3 breaths; 1 to 3 rounds"
[[nodiscard]] std::string dose_text(const DoseRange&);

/// A line for each drill, in columns.
[[nodiscard]] std::string guide_list(const Guide&);

/// Everything with this id, or that comes from this rule; nothing if there is nothing.
[[nodiscard]] std::optional<std::string> guide_entry(const Guide&, std::string_view id);

/// For review: doses, places in the source, what was added and why.
[[nodiscard]] std::string guide_table(const Guide&);

/// "E8 and E10.rows"; a pack may have forbidden either.
[[nodiscard]] std::string levers_of(const Programme&);

/// "desk, standing"
template <class Words>
[[nodiscard]] std::string in_a_list(const Words& words) {
    std::string text;
    for (const auto& word : words) {
        if (!text.empty()) text += ", ";
        if constexpr (requires { std::string{word}; }) {
            text += said(word);
        } else {
            text += said(name(word));
        }
    }
    return text;
}

} // namespace poise
