// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.hpp"

#include "problem_text.hpp"

#include <CLI/CLI.hpp>

#include <span>
#include <string_view>

namespace poise {

namespace {

/// "poise config set --help", for where the parsing stopped.
std::string help_of(const CLI::App& app) {
    const auto parsed = app.get_subcommands();
    return parsed.empty() ? " --help" : " " + parsed.front()->get_name() + help_of(*parsed.front());
}

/// The parser only says that a command is missing where it does not know the word.
std::string what_is_wrong(const CLI::App& app, const CLI::ParseError& error, std::span<const std::string> words) {
    const auto parsed = app.get_subcommands();
    if (!parsed.empty()) return what_is_wrong(*parsed.front(), error, words.subspan(1));
    std::vector<std::string_view> commands;
    for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        commands.push_back(command->get_name());
    }
    if (commands.empty()) return error.what();
    if (words.empty()) return "expected one of " + in_a_row(commands);
    if (words.front().starts_with('-')) return "unknown option " + in_backticks(words.front());
    const std::string meant = did_you_mean(words.front(), commands);
    return "unknown command " + in_backticks(words.front()) + (meant.empty() ? "" : " (" + meant + ")");
}

Exit run(const Program& program, const std::vector<std::string>& words, Console& console) {
    CLI::App app{program.about, program.name};
    app.set_version_flag("--version", std::string{program.name} + " " + program.version);
    app.get_formatter()->column_width(32);
    Command chosen;
    program.add_commands(app, chosen);
    try {
        app.parse(std::vector<std::string>{words.rbegin(), words.rend()});
    } catch (const CLI::CallForHelp&) {
        console.print(app.help());
        return Exit::done;
    } catch (const CLI::CallForVersion& version) {
        console.print_line(version.what());
        return Exit::done;
    } catch (const CLI::ParseError& error) {
        throw Failure{Exit::usage,
                      printable(what_is_wrong(app, error, words), 400) + " (try: " + program.name + help_of(app) + ")"};
    }
    return chosen(console);
}

Exit run_to_the_end(const Program& program, const std::vector<std::string>& words, Console& console) {
    try {
        const Exit exit = run(program, words, console);
        console.flush();
        return exit;
    } catch (const OutputFailed&) {
        throw;
    } catch (const Failure& failure) {
        console.complain(std::string{program.name} + ": " + failure.what());
        return failure.exit();
    }
}

} // namespace

int run_program(const Program& program, const std::vector<std::string>& words) {
    Console console;
    try {
        return static_cast<int>(run_to_the_end(program, words, console));
    } catch (const OutputFailed& failed) {
        if (failed.reader_is_gone()) return static_cast<int>(Exit::done);
        console.complain(std::string{program.name} + ": " + failed.what());
    } catch (const std::exception& error) {
        console.complain(std::string{program.name} + ": " + error.what());
    }
    return static_cast<int>(Exit::failed);
}

} // namespace poise
