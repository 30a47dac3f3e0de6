// SPDX-License-Identifier: GPL-3.0-or-later
// The words of poise-coach's command line: one for each window.
#pragma once

#include <string_view>

namespace poise::coach {

/// The method of org.poise.Coach1 that opens it; of no word the running break's. Null: there is no such window.
[[nodiscard]] const char* method_to_show(std::string_view window);

} // namespace poise::coach
