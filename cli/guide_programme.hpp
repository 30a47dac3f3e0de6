// SPDX-License-Identifier: GPL-3.0-or-later
// `poise guide programme`: which programme is in force, or choosing another.
#pragma once

#include "commands.hpp"

namespace poise {

void add_guide_programme(CLI::App& guide, Command& chosen);

} // namespace poise
