// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a slip of the hand or a broken disk makes of the configuration, reading it ends in a value or in problems
// that point into the file.
#include "config_edit.hpp"
#include "loading.hpp"
#include "mutation.hpp"

#include <algorithm>

namespace poise::test {

namespace {

TEST(SettingsToml, GivesAValueOrProblemsWithinTheFileWhateverTheFileHolds) {
    Mutation mutation{config_file("poise.toml"), 20261123};
    int taken = 0;
    for (int i = 0; i < 20000; ++i) {
        const auto text = mutation.next();
        const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
        const auto loaded = load_settings(text);
        if (loaded) {
            ++taken;
            ASSERT_EQ(settings_of(show_settings(loaded->settings)), loaded->settings) << text;
        } else {
            ASSERT_FALSE(loaded.error().empty()) << text;
        }
        for (const auto& problem : loaded ? loaded->warnings : loaded.error()) {
            ASSERT_GE(problem.line, 1) << problem.what << "\n" << text;
            ASSERT_LE(problem.line, lines) << problem.what << "\n" << text;
            ASSERT_GE(problem.column, 1) << problem.what << "\n" << text;
        }
    }
    // The test would prove little if hardly any mutation were still taken, or hardly any refused.
    EXPECT_GT(taken, 2000);
    EXPECT_LT(taken, 18000);
}

TEST(SetValue, GivesATextThatLoadsOrProblemsWhateverTheFileHolds) {
    Mutation mutation{config_file("demo.toml"), 7};
    for (int i = 0; i < 5000; ++i) {
        const auto text = mutation.next();
        const auto edited = set_value(text, "prompts.snooze", "7min");
        if (edited) {
            ASSERT_EQ(settings_of(*edited).snooze, std::chrono::minutes{7}) << *edited;
        } else {
            ASSERT_FALSE(edited.error().empty()) << text;
        }
    }
}

} // namespace

} // namespace poise::test
