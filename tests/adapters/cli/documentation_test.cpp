// SPDX-License-Identifier: GPL-3.0-or-later
// docs/cli.md leaves nothing out: no command, no option, no key of the JSON.
#include "poise_program.hpp"
#include "snapshots.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <regex>
#include <set>

namespace poise::test {
namespace {

using testing::HasSubstr;

std::string documentation() { return text_of(std::filesystem::path{POISE_SOURCE_DIR} / "docs/cli.md"); }

std::set<std::string> matches(const std::string& text, const char* expression) {
    const std::regex pattern{expression};
    std::set<std::string> found;
    for (std::sregex_iterator match{text.begin(), text.end(), pattern}; match != std::sregex_iterator{}; ++match) {
        found.insert((*match)[1]);
    }
    return found;
}

/// The commands below one, and the options of all of them.
void collect(const std::vector<std::string>& command, std::set<std::string>& commands, std::set<std::string>& options) {
    auto asking = command;
    asking.emplace_back("--help");
    const std::string help = Person{}.runs(asking).output;
    for (const auto& option : matches(help, "\n  [^\n]*(--[a-z]+)")) options.insert(option);
    const auto listed = help.find("\nSubcommands:");
    if (listed == std::string::npos) return;
    for (const auto& name : matches(help.substr(listed), "\n  ([a-z]+) ")) {
        auto below = command;
        below.push_back(name);
        std::string spelled = "poise";
        for (const auto& word : below) spelled += " " + word;
        commands.insert(spelled);
        collect(below, commands, options);
    }
}

TEST(Documentation, NamesEveryCommandAndOption) {
    std::set<std::string> commands;
    std::set<std::string> options;
    collect({}, commands, options);
    EXPECT_THAT(commands, testing::IsSupersetOf({"poise status", "poise config set", "poise simulate"}));
    EXPECT_THAT(options, testing::IsSupersetOf({"--json", "--week", "--pain", "--help"}));
    const std::string text = documentation();
    for (const auto& word : commands) EXPECT_THAT(text, HasSubstr(word));
    for (const auto& word : options) EXPECT_THAT(text, HasSubstr(word));
}

void expect_keys(const nlohmann::ordered_json& json, const std::string& text) {
    if (!json.is_structured()) return;
    for (const auto& [key, value] : json.items()) {
        if (json.is_object()) {
            EXPECT_THAT(text, HasSubstr("`" + key + "`"));
        }
        expect_keys(value, text);
    }
}

TEST(Documentation, NamesEveryKeyOfTheStatus) {
    const std::string text = documentation();
    expect_keys(status_json(with_prompt("shown"), berlin), text);
    expect_keys(status_json(a_bad_day(), berlin), text);
}

} // namespace
} // namespace poise::test
