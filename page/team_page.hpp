// SPDX-License-Identifier: GPL-3.0-or-later
// A team's weeks as a page: the newest first in full, then eight of them side by side. It says what may be said and
// nothing else; the rules for that were applied before (team/figures).
#pragma once

#include "page.hpp"
#include "team_week.hpp"

namespace poise {

/// What a report of a team is made of, whoever kept it.
struct TeamReport {
    std::string team; // its label
    int minimum = least_minimum;
    std::vector<TeamWeek> weeks; // closed ones, the newest last
    int reads = 0;               // this one included
    std::string written;         // when, in local time
    std::string next;            // which week is closed next, and when; empty: not known
};

[[nodiscard]] Page team_page(const TeamReport&);

} // namespace poise
