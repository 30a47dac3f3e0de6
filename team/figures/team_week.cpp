// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_week.hpp"

#include <algorithm>
#include <cstdint>

namespace poise {

namespace {

using MemberValues = std::vector<std::int64_t>; // one of each member who has it

constexpr std::int64_t one = 1'000'000;                // of shares
constexpr std::int64_t thousandth = 1'000;             // of figures per day
constexpr std::int64_t day_min = thousandth * 60 * 24; // nobody sits longer
constexpr std::int64_t most_movement = 100 * thousandth;
constexpr std::int64_t quarter = thousandth / 4;
constexpr std::int64_t quarter_hour = 15 * thousandth;

MemberBand band_of(std::size_t members) {
    if (members < 10) return MemberBand::from_5;
    if (members < 25) return MemberBand::from_10;
    return members < 100 ? MemberBand::from_25 : MemberBand::from_100;
}

/// Nothing: nothing was due.
void add_share(MemberValues& values, std::int64_t part, std::int64_t whole) {
    if (whole > 0) values.push_back(std::clamp<std::int64_t>(part * one / whole, 0, one));
}

/// To a multiple of `grain`, half up.
std::int64_t rounded(std::int64_t sum, std::int64_t count, std::int64_t grain) {
    return (2 * sum + count * grain) / (2 * count * grain) * grain;
}

/// What is done with all members' values of one figure.
class Coarsening {
public:
    Coarsening(MemberBand band, int minimum, const DisclosureGuards& guards)
        : band_{band}, minimum_{guards.enough_each ? static_cast<std::size_t>(std::max(minimum, least_minimum)) : 1},
          coarse_{guards.coarse} {}

    [[nodiscard]] std::optional<Percent> percent(const MemberValues& values) const {
        const std::int64_t grain = (coarse_ ? percent_grain(band_) : 1) * (one / 100);
        return told(values, grain, one / 100);
    }
    [[nodiscard]] std::optional<Quarters> quarters(const MemberValues& values, std::int64_t unit) const {
        return told(values, (coarse_ ? quarter_grain(band_) : 1) * unit, unit);
    }
    [[nodiscard]] std::optional<ShareBand> share_band(const MemberValues& values) const {
        if (values.size() < minimum_) return std::nullopt;
        const auto sum = sum_of(values);
        const auto count = static_cast<std::int64_t>(values.size());
        if (5 * sum < count * one) return ShareBand::under_20;
        return 5 * sum > 4 * count * one ? ShareBand::over_80 : ShareBand::between;
    }

private:
    static std::int64_t sum_of(const MemberValues& values) {
        std::int64_t sum = 0;
        for (const auto value : values) sum += value;
        return sum;
    }
    [[nodiscard]] std::optional<int> told(const MemberValues& values, std::int64_t grain, std::int64_t unit) const {
        if (values.size() < minimum_) return std::nullopt;
        return static_cast<int>(rounded(sum_of(values), static_cast<std::int64_t>(values.size()), grain) / unit);
    }

    MemberBand band_;
    std::size_t minimum_;
    bool coarse_;
};

/// All that anybody had due, as though one had had it.
KindCounts pooled(std::span<const KindCounts> members) {
    KindCounts all;
    for (const auto& one_of_them : members) {
        all.taken += one_of_them.taken;
        all.partial += one_of_them.partial;
        all.natural += one_of_them.natural;
        all.skipped += one_of_them.skipped;
        all.missed += one_of_them.missed;
    }
    return all;
}

KindFigures kind_figures(std::vector<KindCounts> members, const Coarsening& coarsening,
                         const DisclosureGuards& guards) {
    if (!guards.equal_weight) std::ranges::fill(members, pooled(members));
    MemberValues coverage;
    MemberValues adherence;
    std::array<MemberValues, told_outcomes> mix;
    for (const auto& counts : members) {
        add_share(coverage, 2 * counts.taken + 2 * counts.natural + counts.partial, 2 * std::int64_t{counts.due()});
        add_share(adherence, 2 * counts.taken + counts.partial, 2 * (std::int64_t{counts.due()} - counts.natural));
        const std::array<int, told_outcomes> outcomes{counts.taken, counts.partial, counts.natural, counts.skipped,
                                                      counts.missed};
        for (std::size_t i = 0; i < told_outcomes; ++i) add_share(mix[i], outcomes[i], counts.due());
    }
    KindFigures figures{coarsening.percent(coverage), coarsening.percent(adherence), {}};
    if (figures.coverage) {
        figures.mix.emplace();
        for (std::size_t i = 0; i < told_outcomes; ++i) (*figures.mix)[i] = *coarsening.percent(mix[i]);
    }
    return figures;
}

template <class Figure>
std::optional<Quarters> per_day(std::span<const WeeklyRecord> records, Figure figure, std::int64_t most,
                                std::int64_t unit, const Coarsening& coarsening, const DisclosureGuards& guards) {
    MemberValues values;
    for (const auto& record : records) {
        const std::optional<std::int64_t> value = figure(record);
        if (!value) continue;
        const std::int64_t daily = *value * thousandth / record.days_active;
        values.push_back(guards.clamped ? std::min(daily, most) : daily);
    }
    return coarsening.quarters(values, unit);
}

} // namespace

std::string_view name(MemberBand band) {
    switch (band) {
    case MemberBand::from_5: return "5-9";
    case MemberBand::from_10: return "10-24";
    case MemberBand::from_25: return "25-99";
    case MemberBand::from_100: return "100+";
    }
    return {};
}

std::string_view name(ShareBand band) {
    switch (band) {
    case ShareBand::under_20: return "under 20";
    case ShareBand::between: return "20-80";
    case ShareBand::over_80: return "over 80";
    }
    return {};
}

Percent percent_grain(MemberBand band) {
    switch (band) {
    case MemberBand::from_5: return 10;
    case MemberBand::from_10: return 5;
    case MemberBand::from_25: return 2;
    case MemberBand::from_100: return 1;
    }
    return 10;
}

Quarters quarter_grain(MemberBand band) { return band < MemberBand::from_25 ? 2 : 1; }

TeamWeek team_week(IsoWeek week, std::span<const Contribution> contributions, int minimum,
                   const DisclosureGuards& guards) {
    std::vector<WeeklyRecord> records;
    for (const auto& [record, is_reader] : contributions) {
        if (is_reader && guards.readers_apart) continue;
        if (iso_week(record.monday) == week && fault_of(record).empty()) records.push_back(record);
    }
    const auto enough = static_cast<std::size_t>(guards.minimum ? std::max(minimum, least_minimum) : 1);
    if (records.size() < enough) return {week, std::nullopt};

    const MemberBand band = band_of(records.size());
    const Coarsening coarsening{band, minimum, guards};
    std::vector<KindCounts> microbreaks;
    std::vector<KindCounts> posture_changes;
    MemberValues long_sits;
    for (const auto& record : records) {
        microbreaks.push_back(record.microbreak);
        posture_changes.push_back(record.posture_change);
        long_sits.push_back(record.long_sits == LongSits::none ? 0 : one);
    }
    using Amount = std::optional<std::int64_t>;
    const auto daily = [&](auto figure, std::int64_t most, std::int64_t unit) {
        return per_day(records, figure, most, unit, coarsening, guards);
    };
    TeamFigures figures;
    figures.members = band;
    figures.microbreak = kind_figures(std::move(microbreaks), coarsening, guards);
    figures.posture_change = kind_figures(std::move(posture_changes), coarsening, guards);
    figures.movement = daily([](const WeeklyRecord& r) { return r.movement ? Amount{*r.movement} : Amount{}; },
                             most_movement, quarter);
    figures.sitting = daily([](const WeeklyRecord& r) { return Amount{r.sitting_min}; }, day_min, quarter_hour);
    figures.standing = daily([](const WeeklyRecord& r) { return Amount{r.standing_min}; }, day_min, quarter_hour);
    figures.working = daily([](const WeeklyRecord& r) { return Amount{r.working_min}; }, day_min, quarter_hour);
    figures.long_sits = coarsening.share_band(long_sits);
    return {week, figures};
}

} // namespace poise
