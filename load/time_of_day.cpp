// SPDX-License-Identifier: GPL-3.0-or-later
#include "time_of_day.hpp"

#include "problem_text.hpp"
#include "say.hpp"
#include "trimmed.hpp"

#include <algorithm>

namespace poise {

namespace {

constexpr TimeOfDay midnight_at_the_end = std::chrono::hours{24};

std::optional<int> parse_digits(std::string_view text) {
    if (text.empty() || text.size() > 2) return std::nullopt;
    int number = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// "H:MM" or "HH:MM", up to and including 24:00.
std::optional<TimeOfDay> parse_clock(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || text.size() != colon + 3) return std::nullopt;
    const auto hour = parse_digits(text.substr(0, colon));
    const auto minute = parse_digits(text.substr(colon + 1));
    if (!hour || !minute || *minute >= 60) return std::nullopt;
    const TimeOfDay time = std::chrono::hours{*hour} + std::chrono::minutes{*minute};
    if (time > midnight_at_the_end) return std::nullopt;
    return time;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

} // namespace

Result<TimeOfDay, std::string> parse_time_of_day(std::string_view text) {
    const auto time = parse_clock(trimmed(text));
    if (time && *time < midnight_at_the_end) return *time;
    return Unexpected{
        tr("{text} is not a time of day (expected \"HH:MM\", 00:00 to 23:59)", {{"text", in_backticks(text)}})};
}

Result<DayWindow, std::string> parse_day_window(std::string_view text) {
    const auto hyphen = text.find('-');
    if (hyphen != std::string_view::npos) {
        const auto from = parse_clock(trimmed(text.substr(0, hyphen)));
        const auto to = parse_clock(trimmed(text.substr(hyphen + 1)));
        if (from && to && *from < midnight_at_the_end) return DayWindow{*from, *to};
    }
    return Unexpected{in_backticks(text) + " is not a window of the day (expected \"HH:MM-HH:MM\", 00:00 to 24:00)"};
}

std::string to_clock(TimeOfDay time) {
    const auto hour = std::chrono::floor<std::chrono::hours>(time);
    return two_digits(static_cast<int>(hour.count())) + ":" + two_digits(static_cast<int>((time - hour).count()));
}

std::string to_clock(const DayWindow& window) { return to_clock(window.from) + "-" + to_clock(window.to); }

std::string to_clock(std::span<const DayWindow> windows) {
    std::string text;
    for (const auto& window : windows) text += (text.empty() ? "" : ", ") + to_clock(window);
    return text;
}

std::optional<std::chrono::weekday> parse_weekday(std::string_view text) {
    const auto found = std::find(weekday_names.begin(), weekday_names.end(), text);
    if (found == weekday_names.end()) return std::nullopt;
    return std::chrono::weekday{static_cast<unsigned>(found - weekday_names.begin()) + 1};
}

std::string_view name(std::chrono::weekday day) { return weekday_names[day.iso_encoding() - 1]; }

} // namespace poise
