// SPDX-License-Identifier: GPL-3.0-or-later
// What changed since the same days a week before. It says what is more and what is less, and judges nothing: a week
// with fewer days at the desk is not a better one.
#pragma once

#include "page.hpp"

#include "poise/report.hpp"

namespace poise {

[[nodiscard]] Section changes_section(const Report& now, const Report& before);

} // namespace poise
