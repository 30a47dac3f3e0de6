// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a page's tables: each kind of figure in one way everywhere.
#pragma once

#include "page.hpp"

#include "poise/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace poise {

[[nodiscard]] Cell no_data();
[[nodiscard]] Cell plain(std::string_view);
[[nodiscard]] Cell count(std::int64_t);
[[nodiscard]] Cell length(std::int64_t seconds);
/// "80 %  22.5 of 28 due", where that is "{part} of {whole} due"
[[nodiscard]] Cell share(double part, int whole, const char* of_whole);
/// Of 10; to be drawn. None: no data.
[[nodiscard]] Cell pain(std::optional<double> mean);
[[nodiscard]] Cell drawn(Cell, double amount);

/// "posture_change" as "posture change", in the person's language
[[nodiscard]] std::string spoken(std::string_view word);
/// "Mon"
[[nodiscard]] std::string weekday_of(Day);
/// "09:00"
[[nodiscard]] std::string hour_text(int hour);

} // namespace poise
