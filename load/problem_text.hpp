// SPDX-License-Identifier: GPL-3.0-or-later
// How problems with a text are put into words, the same for every file that people write. What is quoted from the file
// is cut to a readable length and stripped of control characters: it ends up in terminals and notifications.
#pragma once

#include "poise/result.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace poise {

/// Where something stands in a text, counted from 1 in lines and code points.
struct TextPlace {
    int line = 0;
    int column = 0;
    auto operator<=>(const TextPlace&) const = default;
};

/// `file:line:column: problem (what is expected)`, without what is not known.
[[nodiscard]] std::string to_line(std::string_view file, const Problem&);

/// In the order of the text.
void sort_by_place(Problems&);

/// D: bytes of a line that a person reads; what is quoted may come from anywhere.
constexpr std::size_t longest_line = 400;

/// Without control characters, and cut after so many bytes.
[[nodiscard]] std::string printable(std::string_view text, std::size_t longest);
[[nodiscard]] std::string in_backticks(std::string_view quoted);

/// `"desk", "standing", "floor"`
[[nodiscard]] std::string in_a_row(std::span<const std::string_view> words);

/// "did you mean `snooze`?" for a word that is nearly a known one, else nothing.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string_view> known);

} // namespace poise
