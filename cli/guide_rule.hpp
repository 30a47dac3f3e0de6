// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the guidance that are no drill, programme, cue or card: what settings, warnings and explanations name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace poise {

/// "S5  Poise puts a rotation and an extension into the blocks of every day", in English, as docs/rules.md has it;
/// nothing: no rule has that id.
[[nodiscard]] std::optional<std::string> rule_entry(std::string_view id);

} // namespace poise
