// SPDX-License-Identifier: GPL-3.0-or-later
// Arguments that must be one of a few words: what was given is quoted, and the words are listed. The validator is named
// by its words, so that shells can offer them.
#pragma once

#include "problem_text.hpp"

#include <CLI/App.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

[[nodiscard]] inline CLI::Validator one_of(std::vector<std::string_view> words) {
    std::string named;
    for (const auto word : words) named += (named.empty() ? "" : " ") + std::string{word};
    const auto problem = [words = std::move(words)](const std::string& given) -> std::string {
        if (std::ranges::find(words, given) != words.end()) return "";
        return in_backticks(given) + " is unknown (expected one of " + in_a_row(words) + ")";
    };
    return CLI::Validator{problem, "", named};
}

/// The names of these values of an enumeration of words.hpp.
template <class Words>
[[nodiscard]] std::vector<std::string_view> names_of(const Words& words) {
    std::vector<std::string_view> names;
    for (const auto word : words) names.push_back(name(word));
    return names;
}

} // namespace poise
