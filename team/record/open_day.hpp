// SPDX-License-Identifier: GPL-3.0-or-later
// What of a day others may be told of, together with many other days. A weekly record is made of OpenDays alone, so
// what is not in this struct cannot leave the machine: no pain, no function, no freer, no plan, no notice, no lever, no
// withdrawn prompt, no hour and no kind by its name but the two that everybody is asked for (tests/sealed).
#pragma once

#include "poise/report.hpp"

#include <vector>

namespace poise {

/// How what was due ended. Withdrawn ones are not among them: they would tell of a red flag.
struct KindCounts {
    int taken = 0, partial = 0, natural = 0, skipped = 0, missed = 0;

    [[nodiscard]] int due() const { return taken + partial + natural + skipped + missed; }
    bool operator==(const KindCounts&) const = default;
};

struct OpenDay {
    KindCounts microbreak, posture_change;
    int movement = 0; // taken of all other kinds, whichever they were
    Duration sitting{}, standing{}, working{};
    int long_sits = 0; // S2: bouts over 45 min
    bool operator==(const OpenDay&) const = default;
};

[[nodiscard]] OpenDay open_day(const DayTotals&);

/// Those of the week that begins on `monday`.
[[nodiscard]] std::vector<OpenDay> open_days(const Days&, Day monday);

} // namespace poise
