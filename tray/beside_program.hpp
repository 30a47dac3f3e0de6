// SPDX-License-Identifier: GPL-3.0-or-later
// What lies where this program does: as installed, in bin and share, and as it was built.
#pragma once

#include <string>

namespace poise::tray {

/// The path of what is there under `relative`, seen from the program's folder; empty: nothing is.
[[nodiscard]] std::string beside_program(const char* relative);

} // namespace poise::tray
