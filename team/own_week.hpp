// SPDX-License-Identifier: GPL-3.0-or-later
// A member's own machine, whatever carries their weeks: the week in the journal, the switch in the configuration, and
// the question before anything changes. Throws Failure.
#pragma once

#include "program.hpp"

#include "poise/report.hpp"
#include "weekly_record.hpp"

#include <string>

namespace poise {

/// Empty where there is no journal.
[[nodiscard]] Days week_in_journal(Day monday);

/// For who has no week to look at: figures of nobody.
[[nodiscard]] WeeklyRecord example_week(Day monday);

void set_team_enabled(bool);
[[nodiscard]] bool is_team_enabled();

struct Question {
    std::string text;
    std::string nobody_there; // what to do where nobody can be asked
    std::string refused;
};
/// Returns only where the answer is yes, or `yes` was said before.
void ask_first(bool yes, const Question&, Console&);

} // namespace poise
