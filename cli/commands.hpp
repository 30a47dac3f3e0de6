// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of `poise`, one function for each family. It describes the family to the command line parser; parsing
// only chooses, and what was chosen runs when all arguments have been understood.
#pragma once

#include "program.hpp"

namespace poise {

/// How a command prints what it found.
enum class Format { text, json };

void add_status(CLI::App&, Command& chosen);  // status, explain
void add_answers(CLI::App&, Command& chosen); // start, snooze, skip, done, partly, hurts, pause ...
void add_when(CLI::App&, Command& chosen);    // a command of one's own
void add_screen(CLI::App&, Command& chosen);
void add_checkin(CLI::App&, Command& chosen);
void add_practice(CLI::App&, Command& chosen); // task, levers, freer, flare, plan
void add_report(CLI::App&, Command& chosen);
void add_transfer(CLI::App&, Command& chosen); // export, import
void add_erase(CLI::App&, Command& chosen);
void add_guide(CLI::App&, Command& chosen);
void add_config(CLI::App&, Command& chosen);
void add_doctor(CLI::App&, Command& chosen);
void add_simulate(CLI::App&, Command& chosen);
void add_completion(CLI::App&, Command& chosen);
void add_team(CLI::App&, Command& chosen); // its words alone: see team_command.hpp

} // namespace poise
