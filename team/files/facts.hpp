// SPDX-License-Identifier: GPL-3.0-or-later
// What the keeper tells every member: the team's rules, the very figures that its leads can see, and how often they
// were asked for. Signed; with a number that only grows, so that an old one is not taken for the newest.
#pragma once

#include "crypto.hpp"
#include "invitation.hpp"
#include "team_week.hpp"

namespace poise {

struct TeamFacts {
    Hex team;
    int serial = 0;
    int minimum = 0;
    int readers = 0;
    int reads = 0;
    Hex ledger;                  // its head: two members can compare
    std::vector<TeamWeek> weeks; // the newest last
    bool operator==(const TeamFacts&) const = default;
};

[[nodiscard]] std::string signed_facts(const TeamFacts&, const SigningKey&);
[[nodiscard]] Result<TeamFacts, std::string> read_facts(std::string_view, const TeamTerms&);

} // namespace poise
