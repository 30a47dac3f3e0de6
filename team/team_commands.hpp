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

/// All of it.
void add_team_commands(CLI::App&, Command& chosen);

/// One reading of the clocks.
struct Today {
    UtcTime utc;
    Day day; // here
};
[[nodiscard]] Today today();
[[nodiscard]] Day monday_before(Day);

[[nodiscard]] std::filesystem::path own_team_folder();
[[nodiscard]] std::filesystem::path own_keeper_folder();

/// Runs what throws std::runtime_error, which becomes the Failure that a command ends with.
template <class Work>
auto or_failure(Work work) {
    try {
        return work();
    } catch (const Failure&) {
        throw;
    } catch (const OutputFailed&) {
        throw;
    } catch (const std::runtime_error& error) {
        throw Failure{Exit::bad_input, error.what()};
    }
}

} // namespace poise
