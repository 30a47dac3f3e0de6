// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of poise.toml share: problems as the lines that a person would read, so that one comparison shows
// what is missing, what is extra and in which order.
#pragma once

#include "problem_text.hpp"
#include "settings_toml.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace poise::test {

inline std::string lines_of(const Problems& problems) {
    std::string text;
    for (const auto& problem : problems) text += to_line("p", problem) + "\n";
    return text;
}

/// The problems that keep a text from being taken; nothing where it is taken.
inline std::string problems_of(std::string_view text) {
    const auto loaded = load_settings(text);
    return loaded ? "" : lines_of(loaded.error());
}

/// The warnings about a text, which must be sound.
inline std::string warnings_of(std::string_view text) {
    const auto loaded = load_settings(text);
    return loaded ? lines_of(loaded->warnings) : "not loaded: " + lines_of(loaded.error());
}

/// The settings of a text, which must be sound.
inline Settings settings_of(std::string_view text) {
    const auto loaded = load_settings(text);
    EXPECT_TRUE(loaded) << lines_of(loaded.error());
    return loaded ? loaded->settings : Settings{};
}

inline std::string config_file(const std::string& name) {
    std::ifstream file{std::string{POISE_CONFIG_DIR} + "/" + name};
    std::stringstream content;
    content << file.rdbuf();
    EXPECT_TRUE(file) << name;
    return content.str();
}

} // namespace poise::test
