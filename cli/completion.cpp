// SPDX-License-Identifier: GPL-3.0-or-later
// `poise completion SHELL`: made from what the parser itself knows, so that no command can be missing.
#include "completion_script.hpp"

#include "commands.hpp"
#include "word_option.hpp"

#include <CLI/App.hpp>

#include <memory>

namespace poise {

namespace {

/// The words that an argument must be one of (word_option.hpp); empty: it may be anything.
std::vector<std::string> words_for(CLI::Option& option) {
    std::vector<std::string> words;
    try {
        const std::string named = option.get_validator()->get_name();
        for (std::size_t from = 0; from < named.size();) {
            const auto to = std::min(named.find(' ', from), named.size());
            words.push_back(named.substr(from, to - from));
            from = to + 1;
        }
    } catch (const CLI::OptionNotFound&) {
        return {}; // it has no validator
    }
    return words;
}

std::vector<std::string> spellings_of(const CLI::Option& option) {
    std::vector<std::string> spellings;
    for (const auto& letter : option.get_snames()) spellings.push_back("-" + letter);
    for (const auto& name : option.get_lnames()) spellings.push_back("--" + name);
    return spellings;
}

void collect(CLI::App& app, const std::string& said, std::vector<Level>& levels) {
    Level level{.commands = said, .next = {}, .words = {}, .options = {}};
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    for (const auto* command : commands) level.next.push_back({command->get_name(), command->get_description()});
    for (auto* option : app.get_options()) {
        const auto words = words_for(*option);
        if (option->get_positional()) {
            level.words.insert(level.words.end(), words.begin(), words.end());
        } else {
            level.options.push_back(
                {spellings_of(*option), option->get_description(), option->get_items_expected_max() > 0, words});
        }
    }
    levels.push_back(level);
    for (auto* command : commands) {
        collect(*command, said.empty() ? command->get_name() : said + " " + command->get_name(), levels);
    }
}

} // namespace

void add_completion(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("completion", "Print what a shell needs to complete poise's commands");
    const auto shell = std::make_shared<std::string>();
    command->add_option("SHELL", *shell, "bash, zsh or fish")
        ->required()
        ->check(one_of({"bash", "zsh", "fish"}))
        ->type_name("");
    command->callback([&app, &chosen, shell] {
        chosen = [&app, shell](Console& console) {
            std::vector<Level> levels;
            collect(app, "", levels);
            console.print(*shell == "bash"  ? bash_completion(levels)
                          : *shell == "zsh" ? zsh_completion(levels)
                                            : fish_completion(levels));
            return Exit::done;
        };
    });
}

} // namespace poise
