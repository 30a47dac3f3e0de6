// SPDX-License-Identifier: GPL-3.0-or-later
// Where a notice leads: the button on it, for those that have more to show than a line. Pure, like view.hpp.
#pragma once

#include "menu_view.hpp"

#include "poise/effect.hpp"

#include <optional>
#include <string>

namespace poise::tray {

struct Offer {
    std::string label;
    Command command{};
    bool operator==(const Offer&) const = default;
};

/// Nothing: it is only to be read.
[[nodiscard]] std::optional<Offer> offer_of(const Notice&);

} // namespace poise::tray
