// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of guide.toml share, as loading.hpp does for poise.toml.
#pragma once

#include "guide_toml.hpp"
#include "loading.hpp"
#include "own_guide.hpp"

namespace poise::test {

inline std::string guide_problems(std::string_view text) {
    const auto loaded = load_guide(text);
    return loaded ? "" : lines_of(loaded.error());
}

/// The guide of a text, which must be sound.
inline Guide guide_of(std::string_view text) {
    auto loaded = load_guide(text);
    EXPECT_TRUE(loaded) << lines_of(loaded.error());
    return loaded ? *std::move(loaded) : Guide{};
}

} // namespace poise::test
