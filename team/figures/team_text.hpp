// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a team as people read them, on a page as in a terminal.
#pragma once

#include "team_week.hpp"

#include <string>

namespace poise {

/// "70 %", "under 10 %", "over 90 %", "no data"
[[nodiscard]] std::string percent_text(std::optional<Percent>, MemberBand);
/// "1.5", "0.25", "no data"
[[nodiscard]] std::string quarters_text(std::optional<Quarters>);
/// "5.5 h"
[[nodiscard]] std::string hours_text(std::optional<Quarters>);
/// "20 to 80 %"
[[nodiscard]] std::string share_text(std::optional<ShareBand>);

} // namespace poise
