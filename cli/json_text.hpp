// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as the commands print it: for scripts, and indented for those who look at it. Bytes that are no UTF-8 (a file's
// name may have some) are replaced, so that no one has to fear a text.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace poise {

[[nodiscard]] inline std::string json_text(const nlohmann::ordered_json& json) {
    constexpr int indentation = 2;
    return json.dump(indentation, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

/// One line for each value, where they follow each other.
[[nodiscard]] inline std::string json_line(const nlohmann::ordered_json& json) {
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace poise
