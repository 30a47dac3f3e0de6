// SPDX-License-Identifier: GPL-3.0-or-later
#include "offer.hpp"

#include "say.hpp"

#include "poise/iso_time.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace poise::tray {

namespace {

/// That it speaks of: in every language it is named as commands take it. Empty: none.
std::string week_named_in(std::string_view text) {
    constexpr std::size_t length = sizeof "2026-W47" - 1;
    for (std::size_t at = 0; at + length <= text.size(); ++at) {
        std::string word{text.substr(at, length)};
        if (parse_iso_week(word)) return word;
    }
    return "";
}

} // namespace

std::optional<Offer> offer_of(const Notice& notice) {
    constexpr std::array about_practice{"plan_changed", "flare_begun", "flare_over", "stop_and_screen"};
    if (notice.id == "week_report") {
        return Offer{tr("Show it"), {.verb = Verb::report, .week = week_named_in(notice.text)}};
    }
    if (std::ranges::find(about_practice, notice.id) == about_practice.end()) return std::nullopt;
    return Offer{tr("How it goes"), {.verb = Verb::practice}};
}

} // namespace poise::tray
