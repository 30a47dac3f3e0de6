// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a slip of the hand or a broken disk makes of the configuration, reading it ends in a value or in problems
// that point into the file.
#include "config_edit.hpp"
#include "loading.hpp"

#include <algorithm>
#include <random>

namespace poise::test {

namespace {

class Mutation {
public:
    Mutation(std::string original, std::uint64_t seed) : original_{std::move(original)}, random_{seed} {}

    std::string next() {
        std::string text = original_;
        for (auto slips = number(1, 4); slips > 0; --slips) slip(text);
        return text;
    }

private:
    std::size_t number(std::size_t least, std::size_t most) {
        return std::uniform_int_distribution<std::size_t>{least, most}(random_);
    }
    char any_byte() {
        constexpr std::string_view telling = "[]{}\"'=.,#\n\r\t\\0-_:+ \x80\xff\xc3";
        return number(0, 1) == 0 ? telling[number(0, telling.size() - 1)] : static_cast<char>(number(0, 255));
    }

    void slip(std::string& text) {
        const auto at = number(0, text.size());
        const auto length = std::min(number(1, 30), text.size() - at);
        const auto from = number(0, text.size());
        switch (number(0, 6)) {
        case 0: text.insert(at, 1, any_byte()); break;
        case 1: text.erase(at, length); break;
        case 2: text.insert(at, text.substr(from, number(1, 60))); break; // said twice
        case 3: text.resize(at); break;                                   // cut off
        case 4:
            for (auto i = at; i < at + length; ++i) text[i] = any_byte();
            break;
        case 5:
            if (at < text.size()) text[at] = any_byte();
            break;
        case 6: text.replace(at, length, text.substr(from, length)); break;
        }
    }

    std::string original_;
    std::mt19937_64 random_;
};

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
