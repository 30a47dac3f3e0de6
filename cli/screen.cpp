// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "configuration_file.hpp"
#include "daemon_reply.hpp"
#include "own_guide.hpp"
#include "poise/guide.hpp"
#include "say.hpp"
#include "texts.hpp"
#include "xdg_paths.hpp"

#include <CLI/App.hpp>

#include <algorithm>
#include <memory>

namespace poise {

namespace {

constexpr std::size_t id_width = 28;

Exit list_questions(Console& console) {
    const GuidePtr guide = guide_in_force();
    for (const RedFlag& flag : guide->red_flags) {
        std::string id = flag.id;
        id.resize(std::max(id.size() + 1, id_width), ' ');
        console.print_line(id + flag.question);
    }
    return Exit::done;
}

Exit clear(Console&) {
    auto daemon = reach_daemon();
    or_fail(daemon.clear_screen());
    return Exit::done;
}

/// Where exactly is unknown if the configuration is bad; help is called for all the same.
std::string country() {
    const auto path = configuration_path();
    const auto settings = path ? read_configuration_file(*path).settings : std::nullopt;
    return settings ? settings->country : "";
}

/// What to do (R1, R2) does not wait for the daemon: whoever needs help now reads it even where none runs.
Exit raise(const std::vector<std::string>& flags, Console& console) {
    const auto care = care_for(*guide_in_force(), flags);
    if (care) {
        console.print_line(advice_on(*care, country()));
        console.flush();
    }
    try {
        auto daemon = reach_daemon();
        or_fail(daemon.screen(flags));
    } catch (const Failure& failure) {
        if (!care) throw;
        throw Failure{failure.exit(),
                      tr("nothing was recorded, and exercise is not off: {why}", {{"why", failure.what()}})};
    }
    console.print_line(exercise_is_off_until_cleared());
    return Exit::done;
}

Exit ask_all_questions(Console& console) {
    std::vector<std::string> flags;
    const GuidePtr guide = guide_in_force();
    for (const RedFlag& flag : guide->red_flags) {
        const auto yes = console.ask_yes_or_no(flag.question);
        if (!yes) throw Failure{Exit::failed, tr("not all questions were answered, so nothing was recorded")};
        if (!*yes) continue;
        flags.push_back(flag.id);
        if (flag.care == Care::emergency) break; // R1: help comes before the other questions
    }
    if (!flags.empty()) return raise(flags, console);
    console.print_line(tr("No red flag. Nothing was recorded, and nothing was cleared."));
    return Exit::done;
}

struct ScreeningAsked {
    std::vector<std::string> flags;
    bool list = false;
    bool clear = false;
};

Exit run_screen(const ScreeningAsked& asked, Console& console) {
    if (asked.list) return list_questions(console);
    if (asked.clear) return clear(console);
    if (!asked.flags.empty()) return raise(asked.flags, console);
    if (Console::has_person()) return ask_all_questions(console);
    throw Failure{Exit::usage,
                  tr("there is nobody to ask: name the red flags (try: poise screen --flag NAME, and poise "
                     "screen --list for the names)")};
}

} // namespace

void add_screen(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("screen", "Answer the red flag questions, in a terminal or by name");
    const auto asked = std::make_shared<ScreeningAsked>();
    auto* flags = command->add_option("--flag", asked->flags, "red flags to be answered with yes")->type_name("NAME");
    auto* list = command->add_flag("--list", asked->list, "print the names and questions")->excludes(flags);
    command->add_flag("--clear", asked->clear, "the clearance by hand: exercise is on again")
        ->excludes(flags)
        ->excludes(list);
    command->callback([&chosen, asked] { chosen = [asked](Console& console) { return run_screen(*asked, console); }; });
}

} // namespace poise
