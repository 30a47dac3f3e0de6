// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has typed, without the blanks around it.
#pragma once

#include <algorithm>
#include <string_view>

namespace poise {

[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

} // namespace poise
