// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "daemon_reply.hpp"
#include "word_option.hpp"

#include "poise/plan.hpp"

#include <CLI/App.hpp>

#include <array>
#include <memory>
#include <string>

namespace poise {

namespace {

/// A command with one of two words: `poise flare on`.
void add_choice(CLI::App& app, Command& chosen, const char* name, const char* description, const char* yes,
                const char* no, Reply<Accepted> (DaemonClient::*ask)(bool)) {
    auto* command = app.add_subcommand(name, description);
    const auto word = std::make_shared<std::string>();
    command->add_option("ANSWER", *word, std::string{yes} + " or " + no)
        ->required()
        ->check(one_of({yes, no}))
        ->type_name("");
    command->callback([&chosen, word, yes, ask] {
        chosen = [word, yes, ask](Console&) {
            auto daemon = reach_daemon();
            or_fail((daemon.*ask)(*word == yes));
            return Exit::done;
        };
    });
}

void add_task(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("task", "Say what you want to do with less pain; it is asked about once a week");
    const auto task = std::make_shared<std::string>();
    command->add_option("TASK", *task, R"(in your own words; "" for none any more)")->required()->type_name("");
    command->callback([&chosen, task] {
        chosen = [task](Console&) {
            or_fail(reach_daemon().name_key_task(*task));
            return Exit::done;
        };
    });
}

void add_levers(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("levers", "Choose the two drills that you work with each day");
    const auto drills = std::make_shared<std::array<std::string, lever_count>>();
    command->add_option("MOBILITY", (*drills)[0], R"(such as E8; "" for your programme's)")->required()->type_name("");
    command->add_option("STRENGTH", (*drills)[1], R"(such as E10.rows; "" for your programme's)")
        ->required()
        ->type_name("");
    command->callback([&chosen, drills] {
        chosen = [drills](Console&) {
            or_fail(reach_daemon().name_levers((*drills)[0], (*drills)[1]));
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
    add_choice(app, chosen, "plan", "Accept the last change of your plan, or refuse it", "accept", "refuse",
               &DaemonClient::answer_plan);
}

} // namespace poise
