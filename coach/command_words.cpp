// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace poise::coach {

const char* method_to_show(std::string_view window) {
    constexpr std::pair<std::string_view, const char*> windows[] = {
        {"", "ShowBreak"},
        {"checkin", "ShowCheckin"},
        {"introduction", "ShowIntroduction"},
        {"practice", "ShowPractice"},
        {"settings", "ShowSettings"},
        {"workstation", "ShowWorkstationCheck"},
    };
    const auto* found = std::ranges::find(windows, window, &std::pair<std::string_view, const char*>::first);
    return found == std::end(windows) ? nullptr : found->second;
}

} // namespace poise::coach
