// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of `poise-team`, one function for each family, as in cli/. `poise team ...` runs this program.
#pragma once

#include "program.hpp"

#include "poise/report.hpp"
#include "weekly_record.hpp"

#include <filesystem>

namespace poise {

void add_member_commands(CLI::App&, Command& chosen); // enrol, show, export, withhold, leave, facts
void add_keeper_commands(CLI::App&, Command& chosen); // keeper init, invite, admit, revoke, members
void add_team_report(CLI::App&, Command& chosen);
/// --format and --output, as every report of a team has them.
void add_report_options(CLI::App&, std::string& format, std::string& file);
/// To that file, or to standard output where there is none.
void print_report(const std::string& text, const std::string& file, Console&);

/// All of it.
void add_team_commands(CLI::App&, Command& chosen);

/// One reading of the clocks.
struct Today {
    UtcTime utc;
    Day day; // here
};
[[nodiscard]] Today today();

/// The week that a person names, such as 2026-W47. Throws Failure.
[[nodiscard]] IsoWeek week_named(const std::string&);
/// "2026-11-29 12:00", as the clocks of the place go.
[[nodiscard]] std::string minute_text(UtcTime, Offset);

/// Throws Failure.
[[nodiscard]] std::string text_of_file(const std::string& path);
/// A new file for its owner alone.
void write_own_file(const std::string& path, const std::string& text);
/// A new file for whom the umask leaves it to.
void write_file_for_readers(const std::string& path, const std::string& text);

[[nodiscard]] std::filesystem::path own_team_folder();
[[nodiscard]] std::filesystem::path own_board_folder();
[[nodiscard]] std::filesystem::path own_keeper_folder();
/// The same, where a team is kept in it. Throws Failure.
[[nodiscard]] std::filesystem::path kept_team_folder();

/// For a command's callback: this work is what has been chosen.
template <class Work>
auto choice_of(Command& chosen, Work work) {
    return [&chosen, work] { chosen = [work](Console& console) { return or_failure([&] { return work(console); }); }; };
}

} // namespace poise
