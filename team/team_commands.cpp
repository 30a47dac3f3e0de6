// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_commands.hpp"

#ifdef POISE_HAS_BOARD
#include "board_commands.hpp"
#endif
#include "outbox.hpp"
#include "say.hpp"
#include "system_clock.hpp"
#include "xdg_paths.hpp"

#include <CLI/App.hpp>

namespace poise {

namespace {

std::filesystem::path own_journal() {
    const auto path = journal_path();
    if (!path) throw Failure{Exit::failed, path.error()};
    return *path;
}

} // namespace

void add_team_commands(CLI::App& app, Command& chosen) {
    app.require_subcommand(1);
    for (const auto add : {add_member_commands, add_team_report, add_keeper_commands}) add(app, chosen);
#ifdef POISE_HAS_BOARD
    add_board_commands(app, chosen);
#else
    app.add_subcommand("board", "A team on a server: not in this build")->allow_extras()->callback([&chosen] {
        chosen = [](Console&) -> Exit {
            throw Failure{Exit::failed, tr("this poise-team was built without the board, which needs libpqxx")};
        };
    });
#endif
}

Today today() {
    const Moment now = SystemClock{}.now();
    return {now.utc, day_of(stamp(now))};
}

Day monday_before(Day day) { return day - (std::chrono::weekday{day} - std::chrono::Monday); }

std::filesystem::path own_team_folder() { return team_folder(own_journal()); }
std::filesystem::path own_keeper_folder() { return own_journal().parent_path() / "keeper"; }

} // namespace poise
