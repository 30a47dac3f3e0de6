// SPDX-License-Identifier: GPL-3.0-or-later
// The whole command line as the parser knows it: the program parses with it, the shells' completions are made from it.
#pragma once

#include "commands.hpp"

namespace poise {

/// Every command of `poise`; parsing sets `chosen`.
void add_commands(CLI::App&, Command& chosen);

} // namespace poise
