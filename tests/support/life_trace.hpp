// SPDX-License-Identifier: GPL-3.0-or-later
// A life as a trace that `poise simulate` replays.
#pragma once

#include "life.hpp"

#include <string>

namespace poise::test {

/// JSON Lines, from the life's first moment to now.
[[nodiscard]] std::string trace_of(const Life&);

} // namespace poise::test
