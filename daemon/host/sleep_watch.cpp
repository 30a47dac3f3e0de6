// SPDX-License-Identifier: GPL-3.0-or-later
#include "sleep_watch.hpp"

#include "system_clock.hpp"

namespace poise {

namespace {

// D: the two clocks are read one after the other, and a loaded machine may pause in between.
constexpr Duration shortest_sleep = std::chrono::seconds{1};

} // namespace

SleepWatch::Reading SleepWatch::read() {
    // In this order a pause in between makes a sleep look shorter.
    const Instant boot = boot_time();
    return {boot, time_awake()};
}

std::optional<SleptUnseen> SleepWatch::look(Reading at) {
    const Duration slept = at.boot.time_since_epoch() - at.awake;
    const Duration more = slept - slept_;
    if (more < shortest_sleep) return std::nullopt;
    slept_ = slept;
    return SleptUnseen{at.boot - more};
}

} // namespace poise
