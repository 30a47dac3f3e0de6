// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulated_clock.hpp"

#include <date/tz.h>

namespace poise {

SimulatedClock::SimulatedClock(UtcTime start, const std::string& zone, Offset offset)
    : start_{start}, fixed_offset_{offset} {
    if (!zone.empty()) set_zone(zone);
}

void SimulatedClock::set_zone(const std::string& zone) {
    zone_ = date::locate_zone(zone); // the trace's reader has checked that it exists
    period_.reset();
}

const SimulatedClock::Period& SimulatedClock::period_at(UtcTime utc) {
    if (period_ && period_->begin <= utc && utc < period_->end) return *period_;
    const auto info = zone_->get_info(utc);
    period_ = Period{info.begin, info.end, info.offset, zone_->get_info(info.end).offset};
    return *period_;
}

Moment SimulatedClock::at(Instant instant) {
    Moment moment;
    moment.instant = instant;
    moment.utc = start_ + instant.time_since_epoch() + wall_clock_shift_;
    moment.offset = fixed_offset_;
    if (!zone_) return moment;
    const Period& period = period_at(moment.utc);
    moment.offset = period.offset;
    if (period.end - moment.utc <= std::chrono::days{8}) moment.ahead.push_back({period.end, period.next_offset});
    return moment;
}

} // namespace poise
