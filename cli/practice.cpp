// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "daemon_reply.hpp"
#include "guide_text.hpp"
#include "kept_words.hpp"
#include "own_guide.hpp"
#include "own_practice.hpp"
#include "problem_text.hpp"
#include "say.hpp"
#include "word_option.hpp"

#include "poise/plan.hpp"

#include <CLI/App.hpp>

#include <array>
#include <memory>
#include <optional>
#include <string>

namespace poise {

namespace {

/// A command with one of two words: `poise flare on`. Without a word, where that may be, `print` is asked.
void add_choice(CLI::App& app, Command& chosen, const char* name, const char* description, const char* yes,
                const char* no, Reply<Accepted> (DaemonClient::*ask)(bool), const Command& print = {}) {
    auto* command = app.add_subcommand(name, description);
    const auto word = std::make_shared<std::string>();
    command->add_option("ANSWER", *word, std::string{yes} + " or " + no)
        ->required(!print)
        ->check(one_of({yes, no}))
        ->type_name("");
    command->callback([&chosen, word, yes, ask, print] {
        chosen = print;
        if (word->empty()) return;
        chosen = [word, yes, ask](Console&) {
            auto daemon = reach_daemon();
            or_fail((daemon.*ask)(*word == yes));
            return Exit::done;
        };
    });
}

/// What the journal says, which anybody may have written.
std::string shown(const std::string& text) {
    constexpr std::size_t longest = 200;
    return printable(text, longest);
}

Exit print_task(Console& console) {
    const std::string task = own_practice().key_task;
    console.print_line(task.empty() ? tr("none") : shown(task));
    return Exit::done;
}

Exit print_levers(Console& console) {
    const OwnPractice own = own_practice();
    const GuidePtr guide = guide_in_force();
    const Programme* programme = find_programme(*guide, own.driver);
    for (const Lever lever : all_levers) {
        std::string drill = own.levers[index(lever)];
        const bool is_chosen = !drill.empty();
        if (!is_chosen && programme) {
            drill = lever == Lever::mobility ? programme->mobility_lever : programme->strength_lever;
        }
        std::string what = drill.empty() ? tr("none") : shown(drill);
        if (const Drill* known = find_drill(*guide, drill)) what += " " + known->name;
        const bool is_programmes = !is_chosen && !drill.empty();
        console.print_line(tr(is_programmes ? mark("{lever}: {drill} (your programme's)") : mark("{lever}: {drill}"),
                              {{"lever", said(name(lever))}, {"drill", what}}));
    }
    return Exit::done;
}

/// F4: where the doses and the ways lie, and how it came to that.
Exit print_plan(Console& console) {
    const auto [driver, task, levers, plan, change] = own_practice();
    console.print_line(
        tr("load {load} of {most}, progression {progression}", {{"load", std::to_string(plan.load)},
                                                                {"most", std::to_string(most_load)},
                                                                {"progression", std::to_string(plan.progression)}}));
    if (!plan.resting.empty())
        console.print_line(tr("resting: {drills}", {{"drills", shown(in_a_list(plan.resting))}}));
    if (change)
        console.print_line(
            tr("{change}: {why}", {{"change", said(name(change->step))}, {"why", shown(retold(change->why))}}));
    return Exit::done;
}

void add_task(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("task", "Say what you want to do with less pain, or print it");
    const auto task = std::make_shared<std::optional<std::string>>();
    command->add_option("TASK", *task, R"(in your own words; "" for none any more)")->type_name("");
    command->callback([&chosen, task] {
        chosen = print_task;
        if (!*task) return;
        chosen = [task](Console&) {
            or_fail(reach_daemon().name_key_task(**task));
            return Exit::done;
        };
    });
}

void add_levers(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("levers", "Choose the two drills that you work with each day, or print them");
    const auto drills = std::make_shared<std::array<std::optional<std::string>, lever_count>>();
    auto* mobility = command->add_option("MOBILITY", (*drills)[0], R"(such as E8; "" for your programme's)");
    auto* strength = command->add_option("STRENGTH", (*drills)[1], R"(such as E10.rows; "" for your programme's)");
    mobility->type_name("")->needs(strength);
    strength->type_name("");
    command->callback([&chosen, drills] {
        chosen = print_levers;
        if (!(*drills)[0]) return;
        chosen = [drills](Console&) {
            or_fail(reach_daemon().name_levers(*(*drills)[0], *(*drills)[1]));
            return Exit::done;
        };
    });
}

} // namespace

void add_practice(CLI::App& app, Command& chosen) {
    add_task(app, chosen);
    add_levers(app, chosen);
    add_choice(app, chosen, "freer", "Say whether yesterday's range of motion has stayed", "yes", "no",
               &DaemonClient::answer_freer);
    add_choice(app, chosen, "flare", "Shorter sessions for some days, or their end", "on", "off",
               &DaemonClient::set_flare);
    add_choice(app, chosen, "plan", "Accept the last change of your plan, refuse it, or print the plan", "accept",
               "refuse", &DaemonClient::answer_plan, print_plan);
}

} // namespace poise
