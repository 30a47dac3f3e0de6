// SPDX-License-Identifier: GPL-3.0-or-later
// page.mustache with its style sheet, as they were built in (embed.cmake).
#pragma once

#include <string>

namespace poise {

[[nodiscard]] const std::string& page_template();
/// Charts.css was there when this was built.
[[nodiscard]] bool page_has_charts();

} // namespace poise
