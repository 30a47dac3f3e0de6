// SPDX-License-Identifier: GPL-3.0-or-later
// Arguments that are a length of time, as in the configuration: 90s, 5min, 1h30min; and some time, not none.
#pragma once

#include "duration.hpp"
#include "problem_text.hpp"
#include "say.hpp"

#include <CLI/App.hpp>

#include <string>

namespace poise {

[[nodiscard]] inline CLI::Validator some_time() {
    const auto problem = [](const std::string& text) -> std::string {
        const auto length = parse_duration(text);
        if (!length) return length.error();
        if (*length > Duration::zero()) return "";
        return tr("{text} is no time at all (expected more)", {{"text", in_backticks(text)}});
    };
    return CLI::Validator{problem, ""};
}

} // namespace poise
