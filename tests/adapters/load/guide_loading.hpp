// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of guide.toml share, as loading.hpp does for poise.toml: a guide as small as a sound one can be, and
// ways to spoil it.
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

inline const std::string small_drill = R"([[drill]]
id = "E10"
name = "Rows"
kinds = ["microbreak", "snack", "mobility", "strength", "breath"]
places = ["desk"]
movements = ["pull"]
regions = ["neck"]
dose = { reps = 10 }
steps = ["Pull.", "Let go."]
breathing = "Out as you pull."
alt = "A person who pulls."
rule = "E10"
source = "A heading"
)";

inline std::string small_programme(Driver driver) {
    return "[[programme]]\ndriver = \"" + std::string{name(driver)} +
           "\"\nrule = \"P1\"\nname = \"Some\"\nfocus = \"Rows.\"\nprefers = [{ drill = \"E10\", why = \"Rows.\" }]\n"
           "allows_why = \"All of it.\"\nmobility_lever = \"E10\"\nstrength_lever = \"E10\"\nsource = \"A heading\"\n";
}

/// Its first drill begins on line 4, its first programme on line 17.
inline std::string small_guide() {
    std::string text = "regions = [\"neck\"]\nloads = [\"typing\"]\npositions = [\"sitting\"]\n" + small_drill;
    for (int i = 0; i <= static_cast<int>(Driver::curves); ++i) text += small_programme(static_cast<Driver>(i));
    return text + R"([[red_flag]]
id = "fever"
question = "Do you have a fever?"
care = "medical_review"
source = "A heading"
[[red_flag]]
id = "chest"
question = "Does your chest hurt?"
care = "emergency"
source = "A heading"
[[cue]]
id = "C1.chin"
text = "Draw the chin in."
rule = "C1"
source = "A heading"
[[workstation]]
id = "feet"
question = "Do your feet stand?"
advice = "Lower the chair."
)";
}

/// With the first of these words replaced.
inline std::string changed(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

} // namespace poise::test
