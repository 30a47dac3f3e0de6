// SPDX-License-Identifier: GPL-3.0-or-later
#include "local_times.hpp"

#include "poise/iso_time.hpp"
#include "say.hpp"

namespace poise {

UtcTime utc_now() { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); }

Day local_day(UtcTime at, const OffsetAt& offset_at) {
    const LocalTime local{(at + offset_at(at)).time_since_epoch()};
    return std::chrono::floor<std::chrono::days>(local);
}

std::string iso_text(UtcTime at, const OffsetAt& offset_at) {
    return to_iso(std::chrono::floor<std::chrono::seconds>(at), offset_at(at));
}

std::string weekday_text(Day day) { return weekday_name(std::chrono::weekday{day}.iso_encoding()); }

std::string clock_text(UtcTime at, UtcTime now, const OffsetAt& offset_at) {
    constexpr std::size_t clock_begin = sizeof "2026-11-23T" - 1;
    constexpr std::size_t clock_length = sizeof "09:24" - 1;
    std::string clock = iso_text(at, offset_at).substr(clock_begin, clock_length);
    const Day day = local_day(at, offset_at);
    const auto distance = std::chrono::abs(day - local_day(now, offset_at));
    if (distance == std::chrono::days{0}) return clock;
    // A weekday that comes again within the week would name two days.
    return (distance < std::chrono::weeks{1} ? weekday_text(day) : to_iso(day)) + " " + clock;
}

} // namespace poise
