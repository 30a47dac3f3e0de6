// SPDX-License-Identifier: GPL-3.0-or-later
// Changes one value in the text of poise.toml, as a careful person would with an editor: every other byte stays,
// comments, order and line ends included. What comes out can always be loaded.
#pragma once

#include "poise/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace poise {

/// `dotted_key` is "prompts.snooze", or "snooze" alone. `value_text` is TOML, or what it would hold without its quotes:
/// 20min for "20min"; tue,fri for ["tue", "fri"]; nothing at all for off. A key or table that the text lacks is added.
[[nodiscard]] Result<std::string> set_value(std::string_view text, std::string_view dotted_key,
                                            std::string_view value_text);

/// The same in a file, which need not be there. Throws std::runtime_error where it cannot be written.
[[nodiscard]] Problems set_in_file(const std::filesystem::path&, std::string_view dotted_key,
                                   std::string_view value_text);

} // namespace poise
