// SPDX-License-Identifier: GPL-3.0-or-later
// docs/rules.md as a part of the program; the source file is made at build time (poise_embed).
#pragma once

#include <string_view>

namespace poise {

[[nodiscard]] std::string_view built_in_rules_text();

} // namespace poise
