// SPDX-License-Identifier: GPL-3.0-or-later
// For whoever reviews the guidance: when and how much is asked, what changes it, and which of these figures are ours.
#pragma once

#include <string>

namespace poise {

/// As Markdown; the figures are those that the core goes by.
[[nodiscard]] std::string loop_table();

} // namespace poise
