// SPDX-License-Identifier: GPL-3.0-or-later
// What a keeper gives to a person who may join a team: which team, whose keys, where letters go, and under which rules
// its figures are told. And when its weeks are closed.
#pragma once

#include "carrier.hpp"
#include "crypto.hpp"
#include "poise/result.hpp"
#include "poise/time.hpp"

#include <nlohmann/json_fwd.hpp>

namespace poise {

class StrictFields;

/// A team as its members know it.
struct TeamTerms {
    Hex team;
    std::string label;
    CarrierName carrier;
    Hex seal_key, verify_key; // the keeper's
    int minimum = 5;
    unsigned close_day = 3; // ISO weekday after the week: Wednesday
    bool operator==(const TeamTerms&) const = default;
};

struct Invitation {
    TeamTerms terms;
    Hex token;
    Day until{};
    bool operator==(const Invitation&) const = default;
};

[[nodiscard]] std::string to_text(const Invitation&);
[[nodiscard]] Result<Invitation, std::string> parse_invitation(std::string_view);

void write_terms(nlohmann::ordered_json&, const TeamTerms&);
[[nodiscard]] TeamTerms read_terms(StrictFields&); // throws UntrustedJson

/// Letters, digits, spaces and - _ . & ( ), 60 of them at most: it stands in files, pages and terminals.
[[nodiscard]] bool is_label(std::string_view);
/// For two people to compare: eight groups of the keys' hash.
[[nodiscard]] std::string fingerprint(const TeamTerms&);

/// Noon of UTC on its closing day: from then on its figures are what they are.
[[nodiscard]] UtcTime closes(Day monday, unsigned close_day);
/// When the week has ended somewhere on Earth (UTC+14).
[[nodiscard]] UtcTime ends_somewhere(Day monday);

} // namespace poise
