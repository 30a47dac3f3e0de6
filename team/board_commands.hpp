// SPDX-License-Identifier: GPL-3.0-or-later
// `poise team board ...`: a team whose weeks hang on a PostgreSQL server. Those of members and readers go over the
// network as the login of this machine's seat; those of an admin go over the server's own socket.
#pragma once

#include "address.hpp"
#include "registry.hpp"
#include "team_commands.hpp"

#include <CLI/App.hpp>

#include <memory>
#include <optional>
#include <string>

namespace poise {

void add_board_commands(CLI::App&, Command& chosen);

// Families of it.
void add_board_admin_commands(CLI::App& board, Command& chosen); // init-db, authority, invite, approve, revoke, timers
void add_board_team_commands(CLI::App& board, Command& chosen);
void add_board_seat_commands(CLI::App& board,
                             Command& chosen); // enrol, import, renew, publish, weeks, facts, audit, erase, leave
void add_board_report_command(CLI::App& board, Command& chosen);

/// A command that runs with what its options were given.
template <class Asked>
CLI::App* add_command(CLI::App& parent, Command& chosen, const std::shared_ptr<Asked>& asked, const char* name,
                      const char* about, Exit (*run)(const Asked&, Console&)) {
    auto* added = parent.add_subcommand(name, about);
    added->callback(choice_of(chosen, [asked, run](Console& console) { return run(*asked, console); }));
    return added;
}
/// What every command of an admin has: --socket, --port, --database, --user.
void add_server_options(CLI::App&, LocalServer&);
/// Throws Failure.
[[nodiscard]] std::unique_ptr<Registry> registry_on(const LocalServer&);

} // namespace poise
