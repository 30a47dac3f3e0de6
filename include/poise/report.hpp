// SPDX-License-Identifier: GPL-3.0-or-later
// What a report is made of. Facts are added up by civil day; the journal keeps these days beside the facts and brings
// them up to date in the same transaction, so that a report never reads more than the days it is about. The parts of a
// report add up: sit + stand = working + passive + resting = the hours together, in whole seconds.
#pragma once

#include "poise/fact.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace poise {

struct KindTotals {
    std::array<int, outcome_count> outcomes{};
    int snoozes = 0;
    int rests = 0; // fulfilled by a rest before the last fifth of the interval

    [[nodiscard]] int of(Outcome outcome) const { return outcomes[index(outcome)]; }
    /// Withdrawn ones count against nobody.
    [[nodiscard]] int due() const {
        return of(Outcome::taken) + of(Outcome::partial) + of(Outcome::natural) + of(Outcome::skipped) +
               of(Outcome::missed);
    }
    bool operator==(const KindTotals&) const = default;
};

/// Sealed (F1): one answer to "how was your back".
struct PainRecord {
    int hour{};
    int pain{};
    std::optional<Duration> sat_for;
    bool operator==(const PainRecord&) const = default;
};

/// F2: how often a break that held the lever came to an outcome, and how often it was done.
struct LeverTotals {
    int due = 0;
    int taken = 0;
    int partial = 0;
    bool operator==(const LeverTotals&) const = default;
};

/// One civil day, added up.
struct DayTotals {
    std::array<KindTotals, kind_count> kinds{};
    std::array<Duration, 24> hours{}; // working, passive and resting together
    Duration working{}, passive{}, resting{}, away{}, unknown{};
    Duration sitting{}, standing{};
    Duration longest_sit_bout{};  // of the bouts that began on this day and are closed
    int sit_bouts_over_45min = 0; // likewise (S2)
    int posture_changes = 0;
    bool input_counted = false;
    std::int64_t keys = 0, clicks = 0;
    std::array<LeverTotals, lever_count> levers{};
    std::vector<PainRecord> pains;
    std::optional<Function> function;      // F3, sealed
    std::optional<bool> freer;             // F7, sealed
    std::vector<std::string> plan_changes; // F4, sealed: the reasons
    std::vector<std::string> notices;
    bool operator==(const DayTotals&) const = default;
};
using Days = std::map<Day, DayTotals>;

/// Adds a fact to its day, or days. Where it rewrites an open span, `before` is what it said until now.
void add_up(Days&, const Fact&, const Fact* before = nullptr);

/// The days that add_up would touch, so that a journal can read them first.
[[nodiscard]] std::vector<Day> days_of(const Fact&);

struct Report {
    Day from{}, to{}; // both included
    std::optional<IsoWeek> week;
    std::string zone;
    std::optional<double> coverage;  // none: nothing was due
    std::optional<double> adherence; // none: nothing was asked
    std::array<KindTotals, kind_count> by_kind{};
    std::int64_t sit_s{}, stand_s{}, working_s{}, passive_s{}, resting_s{}, away_s{}, unknown_s{};
    std::int64_t longest_sit_bout_s{};
    int sit_bouts_over_45min{};
    int posture_changes{};
    bool input_counted = false;
    std::int64_t keys{}, clicks{};
    std::vector<std::array<std::int64_t, 24>> by_hour; // one row a day
    std::array<LeverTotals, lever_count> levers{};
    std::string key_task;                       // F3
    std::map<IsoWeek, Function> function_weeks; // F3, F8: the last answer of each week
    int freer_yes{}, freer_no{};                // F7
    std::vector<std::string> plan_changes;      // F4
    std::optional<double> pain_mean;
    std::map<int, double> pain_by_hour;
    std::map<std::string, double> pain_by_bout_length;
    std::vector<std::string> notices;
};

/// [from, to]; `open` is the bout that is not over yet, if there is one.
[[nodiscard]] Report make_report(const Days&, Day from, Day to, std::string zone, const Bout* open = nullptr,
                                 std::string key_task = {});

/// (taken + natural + partial/2) / due, and (taken + partial/2) / (due - natural).
[[nodiscard]] std::optional<double> coverage(const KindTotals&);
[[nodiscard]] std::optional<double> adherence(const KindTotals&);

/// S2: a sitting bout longer than this is a long one.
inline constexpr Duration long_sit_bout = std::chrono::minutes{45};

} // namespace poise
