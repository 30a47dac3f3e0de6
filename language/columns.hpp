// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of texts in a terminal, in any language: a letter is a column wide however many bytes it has.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace poise {

[[nodiscard]] inline std::size_t width_of(std::string_view text) {
    constexpr unsigned char continuation = 0b1000'0000;
    constexpr unsigned char upper_two = 0b1100'0000;
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & upper_two) != continuation; }));
}

/// On the left of its column, which grows with it.
[[nodiscard]] inline std::string padded(std::string text, std::size_t width) {
    return text.append(width - std::min(width, width_of(text)), ' ');
}
[[nodiscard]] inline std::string right(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, width_of(text)), ' ') + text;
}

} // namespace poise
