// SPDX-License-Identifier: GPL-3.0-or-later
// What a red flag, its clearance or the choice of a driver put in force. It outlives the facts that said so, when they
// are erased, or when their file is gone: neither housekeeping nor a bad disk may unlock exercise.
#pragma once

#include "connection.hpp"
#include "poise/fact.hpp"

#include <optional>
#include <set>
#include <string>

namespace poise {

/// As poise::restore would find it (rules 10 and R5).
struct InForce {
    std::optional<Driver> driver;
    std::set<std::string> red_flags;
    bool cleared = false;
    bool operator==(const InForce&) const = default;
};

/// The fact can change what is in force.
[[nodiscard]] bool is_for_safety(const Fact&);

[[nodiscard]] InForce read_in_force(Connection&);
/// Where the journal does not say so any more.
void record_again(Connection&, const InForce&, const Stamp&);

} // namespace poise
