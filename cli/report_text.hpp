// SPDX-License-Identifier: GPL-3.0-or-later
// A report for a person at a terminal of 80 columns. Every share stands beside what it is a share of, and where nothing
// was due it says so: 0 of 0 is no percentage.
#pragma once

#include "drawing.hpp"
#include "poise/report.hpp"

#include <string>

namespace poise {

[[nodiscard]] std::string report_text(const Report&, Drawing);

} // namespace poise
