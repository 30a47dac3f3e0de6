// SPDX-License-Identifier: GPL-3.0-or-later
// Values as the bus carries them; texts are made the UTF-8 that it insists on.
#pragma once

#include "utf8.hpp"

#include "poise/time.hpp"

#include <sdbus-c++/Types.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

[[nodiscard]] inline sdbus::Variant text_variant(std::string_view value) { return sdbus::Variant{to_utf8(value)}; }

[[nodiscard]] inline sdbus::Variant texts_variant(std::vector<std::string> values) {
    for (auto& value : values) value = to_utf8(value);
    return sdbus::Variant{values};
}

[[nodiscard]] inline double to_seconds(Duration length) { return std::chrono::duration<double>(length).count(); }

[[nodiscard]] inline sdbus::Variant seconds_variant(Duration length) { return sdbus::Variant{to_seconds(length)}; }

} // namespace poise
