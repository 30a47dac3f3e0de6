// SPDX-License-Identifier: GPL-3.0-or-later
// A record as a person reads it before it leaves: every field with its value and what it is, and then the very bytes.
#pragma once

#include "weekly_record.hpp"

#include <string>

namespace poise {

[[nodiscard]] std::string record_lines(const WeeklyRecord&);

/// What is told before somebody takes part: what the leads see, and what the limits are.
[[nodiscard]] std::string what_taking_part_means(int minimum);

} // namespace poise
