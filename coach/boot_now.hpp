// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "poise/time.hpp"

namespace poise::coach {

/// CLOCK_BOOTTIME, as the daemon reckons.
[[nodiscard]] Instant boot_now();

} // namespace poise::coach
