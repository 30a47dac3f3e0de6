// SPDX-License-Identifier: GPL-3.0-or-later
// What anybody may ever see of a team's week: the mean of its members' own figures, equal in weight, coarse, and only
// where enough of them stand behind it. There is no figure of a person, no exact number of members, no highest and no
// lowest. All that is computed is whole numbers, so that C++, SQL and anybody's own script agree to the digit:
// a member's share is floor(1,000,000 x part / whole), a figure per active day floor(1,000 x figure / days_active), the
// mean of n of them is rounded half up to a multiple of its grain.
#pragma once

#include "weekly_record.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

/// How many stand behind a week; never exactly.
enum class MemberBand { from_5, from_10, from_25, from_100 };
[[nodiscard]] std::string_view name(MemberBand); // "5-9", "10-24", "25-99", "100+"

/// The share of members with a long sit at all, masked at both ends.
enum class ShareBand { under_20, between, over_80 };
[[nodiscard]] std::string_view name(ShareBand); // "under 20", "20-80", "over 80"

/// A multiple of its grain. 0 stands for "under a grain", 100 for "over 100 less a grain": never for nobody or
/// everybody.
using Percent = int;
/// In quarters: of an hour, or of a count per active day.
using Quarters = int;

inline constexpr std::size_t told_outcomes = 5;
/// taken, partial, natural, skipped, missed
using Mix = std::array<Percent, told_outcomes>;

/// Nothing: fewer than the minimum had anything due.
struct KindFigures {
    std::optional<Percent> coverage, adherence;
    std::optional<Mix> mix;
    bool operator==(const KindFigures&) const = default;
};

struct TeamFigures {
    MemberBand members{};
    KindFigures microbreak, posture_change;
    std::optional<Quarters> movement; // per active day, of those who told it
    std::optional<Quarters> sitting, standing, working;
    std::optional<ShareBand> long_sits;
    bool operator==(const TeamFigures&) const = default;
};

struct TeamWeek {
    IsoWeek week{};
    std::optional<TeamFigures> figures; // nothing: suppressed, and nobody learns by how much
    bool operator==(const TeamWeek&) const = default;
};

/// A member in force in that week, and what they sent.
struct Contribution {
    WeeklyRecord record;
    bool is_reader = false; // who reads the report is no part of it
};

inline constexpr int least_minimum = 5; // may only be raised

/// The rules, one by one, so that a test can see what each is for. Nothing but a test switches one off.
struct DisclosureGuards {
    bool minimum = true;       // too few: nothing at all
    bool readers_apart = true; // a reader knows their own figures, and would be one of the few
    bool enough_each = true;   // a figure of fewer than the minimum is none
    bool clamped = true;       // one member moves a mean by what a person can do, no more
    bool equal_weight = true;  // the mean of the members, not of what all of them had due
    bool coarse = true;
};

[[nodiscard]] TeamWeek team_week(IsoWeek, std::span<const Contribution>, int minimum, const DisclosureGuards& = {});

/// 10, 5, 2 or 1
[[nodiscard]] Percent percent_grain(MemberBand);
/// Half below 25 members, a quarter from there on.
[[nodiscard]] Quarters quarter_grain(MemberBand);

/// {"week":"2026-W48","status":"released","members":"5-9","figures":{...}}, or with the status "suppressed" alone.
[[nodiscard]] std::string to_json(const TeamWeek&);
/// Of what to_json wrote; the error is for a person.
[[nodiscard]] Result<TeamWeek, std::string> parse_team_week(std::string_view json);

} // namespace poise
