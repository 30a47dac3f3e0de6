// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_commands.hpp"

#ifdef POISE_HAS_BOARD
#include "board_commands.hpp"
#endif
#include "file_text.hpp"
#include "outbox.hpp"
#include "poise/iso_time.hpp"
#include "problem_text.hpp"
#include "say.hpp"
#include "system_clock.hpp"
#include "xdg_paths.hpp"

#include <CLI/App.hpp>

#include <cstring>

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

IsoWeek week_named(const std::string& text) {
    const auto week = parse_iso_week(text);
    if (!week) {
        throw Failure{Exit::usage,
                      tr("{text} is no week (expected one such as 2026-W47)", {{"text", in_backticks(text)}})};
    }
    return *week;
}

std::string minute_text(UtcTime at, Offset offset) {
    std::string text = to_iso(at, offset).substr(0, sizeof "2026-11-29T12:00" - 1);
    text.replace(text.find('T'), 1, " ");
    return text;
}

std::string text_of_file(const std::string& path) {
    auto text = read_file(path);
    if (!text) {
        throw Failure{Exit::bad_input,
                      tr("{file}: {why}", {{"file", printable(path, 400)}, {"why", std::strerror(text.error())}})};
    }
    return *std::move(text);
}

void write_own_file(const std::string& path, const std::string& text) {
    replace_file(path, text, for_the_owner); // libpq refuses a key that others can read
}

void write_file_for_readers(const std::string& path, const std::string& text) {
    constexpr mode_t less_the_umask = 0666;
    replace_file(path, text, less_the_umask);
}

std::filesystem::path own_team_folder() { return team_folder(own_journal()); }
std::filesystem::path own_board_folder() { return board_folder(own_journal()); }
std::filesystem::path own_keeper_folder() { return own_journal().parent_path() / "keeper"; }

std::filesystem::path kept_team_folder() {
    auto folder = own_keeper_folder();
    if (std::filesystem::exists(folder)) return folder;
    throw Failure{Exit::failed,
                  tr("no team is kept here: its keeper makes the report, or, where it has a board, `poise "
                     "team board report` (poise team keeper init sets a team up)")};
}

} // namespace poise
