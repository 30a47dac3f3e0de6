// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "configuration_file.hpp"
#include "guide_toml.hpp"
#include "own_guide.hpp"
#include "problem_text.hpp"
#include "say.hpp"
#include "simulate.hpp"

#include <CLI/App.hpp>

#include <cerrno>
#include <memory>

namespace poise {

namespace {

struct SimulationAsked {
    std::string trace;         // "-": standard input
    std::string configuration; // empty: the defaults, so that a trace gives the same for everybody
    std::string guide;         // ... and the built-in one
};

std::optional<Settings> settings_for(const std::string& file, Console& console) {
    if (file.empty()) return Settings{};
    const auto configuration = read_configuration_file(file);
    if (!is_usable(configuration, console)) return std::nullopt;
    if (configuration.exists) return configuration.settings;
    console.complain(unreadable(file, ENOENT));
    return std::nullopt;
}

std::optional<std::string> given_text_of(const std::string& file, Console& console) {
    auto text = read_file_or_input(file);
    if (text) return *std::move(text);
    console.complain(unreadable(file, text.error()));
    return std::nullopt;
}

Result<Guide> guide_in(const std::string& file, const std::string& text) {
    if (!is_pack(text)) return load_guide(text);
    auto [guide, refused] = load_packs(*own_guide(), {{file, text}});
    if (!refused.empty()) return Unexpected{std::move(refused.front().problems)};
    return std::move(guide);
}

/// A pack is tried with the built-in guide. Nothing: it cannot be used.
GuidePtr guide_for(const std::string& file, Console& console) {
    if (file.empty()) return own_guide();
    const auto text = given_text_of(file, console);
    if (!text) return nullptr;
    auto guide = guide_in(file, *text);
    if (guide) return std::make_shared<const Guide>(*std::move(guide));
    for (const auto& problem : guide.error()) console.complain(to_line(file, problem));
    return nullptr;
}

std::optional<Trace> trace_in(const std::string& file, const Guide& guide, Console& console) {
    const auto text = given_text_of(file, console);
    if (!text) return std::nullopt;
    auto trace = parse_trace(*text, guide);
    if (trace) return *std::move(trace);
    for (const auto& problem : trace.error()) console.complain(printable(to_line("trace", problem), longest_line));
    return std::nullopt;
}

Exit run_simulate(const SimulationAsked& asked, Console& console) {
    const InEnglish for_machines;
    const auto settings = settings_for(asked.configuration, console);
    const GuidePtr guide = guide_for(asked.guide, console);
    if (!guide) return Exit::bad_input; // what a trace may name stands in it
    const auto trace = trace_in(asked.trace, *guide, console);
    if (!settings || !trace) return Exit::bad_input;
    simulate(*trace, {*settings, guide, [&](const std::string& line) { console.print_line(line); },
                      [&](const std::string& warning) { console.complain(warning); }});
    return Exit::done;
}

} // namespace

void add_simulate(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("simulate", "Run a trace of events through the schedule, on a virtual clock");
    const auto asked = std::make_shared<SimulationAsked>();
    command->add_option("TRACE", asked->trace, "a file of JSON Lines, or - for standard input")
        ->required()
        ->type_name("");
    command->add_option("--config", asked->configuration, "the configuration to try (default: the defaults)")
        ->type_name("FILE");
    command->add_option("--guide", asked->guide, "the guide to try, or a pack (default: the built-in guide)")
        ->type_name("FILE");
    command->callback(
        [&chosen, asked] { chosen = [asked](Console& console) { return run_simulate(*asked, console); }; });
}

} // namespace poise
