// SPDX-License-Identifier: GPL-3.0-or-later
// One line for the journal of the system, which knows the time and the process by itself.
#pragma once

#include <cstdio>
#include <string>

namespace poise {

inline void log(const std::string& line) { std::fprintf(stderr, "poised: %s\n", line.c_str()); }

} // namespace poise
