// SPDX-License-Identifier: GPL-3.0-or-later
// Notices that the machine has slept though nobody said so. CLOCK_BOOTTIME goes on in suspend and CLOCK_MONOTONIC does
// not: what lies between them has grown by the length of the sleep. Asking costs two readings, so that the engine can
// ask before every event; a sleep is reported once.
#pragma once

#include "poise/event.hpp"

#include <optional>

namespace poise {

class SleepWatch {
public:
    struct Reading {
        Instant boot;
        Duration awake; // CLOCK_MONOTONIC
    };
    [[nodiscard]] static Reading read();

    explicit SleepWatch(Reading at = read()) : slept_{at.boot.time_since_epoch() - at.awake} {}

    /// The sleep since the last look; it is taken to have ended just now, as the clock watch wakes us at a resume.
    [[nodiscard]] std::optional<SleptUnseen> look(Reading at = read());

private:
    Duration slept_; // since the boot
};

} // namespace poise
