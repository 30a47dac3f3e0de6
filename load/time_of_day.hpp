// SPDX-License-Identifier: GPL-3.0-or-later
// Times of the day, windows of the day and weekdays as people write them: "16:30", "08:00-12:00", "mon". Reading gives
// a value or a sentence that says what is expected; writing gives back what reading takes.
#pragma once

#include "poise/result.hpp"
#include "poise/settings.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace poise {

/// 00:00 to 23:59.
[[nodiscard]] Result<TimeOfDay, std::string> parse_time_of_day(std::string_view text);
/// The end may be 24:00, and may lie before the beginning: whether that is meant is not known here.
[[nodiscard]] Result<DayWindow, std::string> parse_day_window(std::string_view text);

[[nodiscard]] std::string to_clock(TimeOfDay);
[[nodiscard]] std::string to_clock(const DayWindow&);
/// "08:00-12:00, 13:00-17:30"
[[nodiscard]] std::string to_clock(std::span<const DayWindow>);

inline constexpr std::array<std::string_view, 7> weekday_names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
[[nodiscard]] std::optional<std::chrono::weekday> parse_weekday(std::string_view text);
[[nodiscard]] std::string_view name(std::chrono::weekday);

} // namespace poise
