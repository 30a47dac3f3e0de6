// SPDX-License-Identifier: GPL-3.0-or-later
// Weeks to make pages of: a full one with a week before it, an empty one, one whose every text is an attack.
#pragma once

#include "week_page.hpp"

namespace poise::test {

[[nodiscard]] WeekFigures a_full_week();
[[nodiscard]] WeekFigures an_empty_week();
[[nodiscard]] WeekFigures a_quarter();
/// Every text that a person or a file can put into a page is this.
inline constexpr const char* hostile_text =
    "\"'><script>alert(1)</script><img src=x onerror=alert(1)> {{title}} &amp; =1+1";
[[nodiscard]] WeekFigures a_hostile_week();

} // namespace poise::test
