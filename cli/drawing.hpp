// SPDX-License-Identifier: GPL-3.0-or-later
// The few things that a report draws in a terminal, in characters that the person's locale has.
#pragma once

#include <cstdint>
#include <string>

namespace poise {

enum class Drawing { utf8, ascii };

/// `share` of a whole bar, which is `width` characters long.
[[nodiscard]] std::string bar(double share, int width, Drawing);

/// One character for how much of an hour something lasted.
[[nodiscard]] std::string hour_mark(std::int64_t seconds, Drawing);

/// What those characters mean.
[[nodiscard]] std::string hour_legend(Drawing);

} // namespace poise
