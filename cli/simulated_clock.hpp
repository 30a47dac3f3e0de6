// SPDX-License-Identifier: GPL-3.0-or-later
// The clocks of the virtual machine that `poise simulate` runs on: elapsed time that only goes forward, a wall clock
// that can be set, and a zone that can change.
#pragma once

#include "poise/time.hpp"

#include <optional>
#include <string>

namespace date {
class time_zone;
}

namespace poise {

class SimulatedClock {
public:
    /// An empty zone is the fixed offset `offset`.
    SimulatedClock(UtcTime start, const std::string& zone, Offset offset);

    [[nodiscard]] Moment at(Instant);
    void shift_wall_clock(Duration shift) { wall_clock_shift_ += shift; }
    void set_zone(const std::string& zone);

private:
    struct Period { // of one offset
        UtcTime begin, end;
        Offset offset;
        Offset next_offset;
    };
    const Period& period_at(UtcTime);

    UtcTime start_;
    Duration wall_clock_shift_{};
    const date::time_zone* zone_ = nullptr;
    Offset fixed_offset_;
    std::optional<Period> period_;
};

} // namespace poise
