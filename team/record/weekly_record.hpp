// SPDX-License-Identifier: GPL-3.0-or-later
// The one thing that leaves a machine whose user has enrolled in a team: a week in some twenty whole numbers. It has no
// time of day, no zone, no host, no name, and nothing that only the person may see; it never looks at red flags, driver
// or settings, so that nothing can be read from what is missing. Pure: who signs, seals and carries it is in
// team/files.
#pragma once

#include "open_day.hpp"
#include "poise/result.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace poise {

/// Bouts over 45 min in a week, as a band.
enum class LongSits { none, one_to_four, five_to_nine, ten_and_more };

struct WeeklyRecord {
    Day monday{};
    int revision = 1;
    int days_active = 0;
    KindCounts microbreak, posture_change;
    std::optional<int> movement; // nothing, for whatever reason: none taken, withheld, or by lot
    int sitting_min = 0, standing_min = 0, working_min = 0;
    LongSits long_sits{};
    bool operator==(const WeeklyRecord&) const = default;
};

inline constexpr int newest_schema = 1;
inline constexpr int highest_revision = 9999;
inline constexpr int fewest_days_active = 2; // a week with fewer would tell of one day
inline constexpr int highest_count = 2000;
inline constexpr int highest_movement = 500;
inline constexpr int record_minutes = 5;          // minutes are told in steps of this
inline constexpr int longest_week_min = 169 * 60; // the clocks go back in it

/// Whether the movement count is told; none taken is told as nothing anyway.
enum class MovementCount { told, withheld };

/// D: one week in eight tells none by lot, so that none told means nothing. `drawn` is the hash of a secret and of that
/// Monday in hexadecimal: the same week is the same record however often it is made.
[[nodiscard]] MovementCount movement_told(bool withholds, std::string_view drawn);

/// Nothing: fewer than two days at the desk, or more of something than a week can hold.
[[nodiscard]] std::optional<WeeklyRecord> make_record(Day monday, int revision, std::span<const OpenDay>,
                                                      MovementCount);

/// What is wrong with it as a whole; empty: nothing.
[[nodiscard]] std::string fault_of(const WeeklyRecord&);

/// "0", "1-4", "5-9", "10+"
[[nodiscard]] std::string_view name(LongSits);

/// One object with its keys in one order, no space and whole numbers only: the same record is the same bytes.
[[nodiscard]] std::string to_json(const WeeklyRecord&);

/// Takes these bytes and nothing else. The error is for a person, and quotes nothing that could steer a terminal.
[[nodiscard]] Result<WeeklyRecord, std::string> parse_record(std::string_view json);

} // namespace poise
