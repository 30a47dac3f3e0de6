// SPDX-License-Identifier: GPL-3.0-or-later
// What `poise doctor` looks at by itself, since a daemon that does not run cannot say why. Everything is looked at and
// nothing is changed. Some findings matter: without them Poise does not do its work. The others are there to explain.
#pragma once

#include "poise/ports.hpp"

#include <vector>

namespace poise {

struct Check {
    Finding finding;
    bool matters = false;
};

/// Configuration, journal and the session around us.
[[nodiscard]] std::vector<Check> check_surroundings();

/// The daemon, its clients, and what it says of itself.
[[nodiscard]] std::vector<Check> check_daemon();

[[nodiscard]] bool all_is_well(const std::vector<Check>&);

} // namespace poise
