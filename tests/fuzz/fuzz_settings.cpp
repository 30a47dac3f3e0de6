// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as poise.toml: refused with a place and a reason, or read as settings that can be shown and read again.
#include "must.hpp"

#include "problem_text.hpp"
#include "settings_toml.hpp"

#include <cstdint>
#include <string_view>

using poise::fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text{data, data + size};
    const auto loaded = poise::load_settings(text);
    if (!loaded) {
        must(!loaded.error().empty(), "refused without a reason");
        for (const auto& problem : loaded.error()) {
            must(problem.line >= 0 && problem.column >= 0 && !problem.what.empty(), "a problem without a place");
            must(poise::to_line("poise.toml", problem).find('\n') == std::string::npos, "a problem of two lines");
        }
        return 0;
    }
    const std::string shown = poise::show_settings(loaded->settings);
    const auto again = poise::load_settings(shown);
    must(static_cast<bool>(again), "what is shown cannot be read:\n" + shown);
    must(again->settings == loaded->settings, "what is shown says something else:\n" + shown);
    return 0;
}
