// SPDX-License-Identifier: GPL-3.0-or-later
#include "app.hpp"

#include <CLI/App.hpp>

namespace poise {

void add_commands(CLI::App& app, Command& chosen) {
    app.require_subcommand(1);
    for (const auto add :
         {add_status, add_answers, add_checkin, add_screen, add_practice, add_guide, add_report, add_transfer,
          add_erase, add_config, add_when, add_doctor, add_simulate, add_team, add_completion}) {
        add(app, chosen);
    }
}

} // namespace poise
