// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_day.hpp"

namespace poise {

namespace {

KindCounts counts_of(const KindTotals& totals) {
    return {totals.of(Outcome::taken), totals.of(Outcome::partial), totals.of(Outcome::natural),
            totals.of(Outcome::skipped), totals.of(Outcome::missed)};
}

} // namespace

OpenDay open_day(const DayTotals& totals) {
    OpenDay day{counts_of(totals.kinds[index(Kind::microbreak)]),
                counts_of(totals.kinds[index(Kind::posture_change)]),
                0,
                totals.sitting,
                totals.standing,
                totals.working,
                totals.sit_bouts_over_45min};
    for (const Kind kind : all_kinds) {
        if (kind == Kind::microbreak || kind == Kind::posture_change) continue;
        day.movement += totals.kinds[index(kind)].of(Outcome::taken);
    }
    return day;
}

std::vector<OpenDay> open_days(const Days& days, Day monday) {
    std::vector<OpenDay> week;
    for (auto each = days.lower_bound(monday); each != days.end() && each->first < monday + std::chrono::weeks{1};
         ++each) {
        week.push_back(open_day(each->second));
    }
    return week;
}

} // namespace poise
