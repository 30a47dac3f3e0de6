// SPDX-License-Identifier: GPL-3.0-or-later
#include "boot_now.hpp"

#include <chrono>
#include <ctime>

namespace poise::coach {

Instant boot_now() {
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return Instant{std::chrono::duration_cast<Duration>(std::chrono::seconds{time.tv_sec} +
                                                        std::chrono::nanoseconds{time.tv_nsec})};
}

} // namespace poise::coach
