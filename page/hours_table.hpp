// SPDX-License-Identifier: GPL-3.0-or-later
// When somebody was at the desk: hours down, weekdays across, so that it fits a narrow screen; shaded, with the minutes
// in every cell. More than a week is told as the mean of each weekday.
#pragma once

#include "page.hpp"

#include "poise/report.hpp"

namespace poise {

[[nodiscard]] Section hours_section(const Report&);

} // namespace poise
