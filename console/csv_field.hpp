// SPDX-License-Identifier: GPL-3.0-or-later
// A field of a CSV file that no spreadsheet takes for anything but a text or a number.
#pragma once

#include <string>
#include <string_view>

namespace poise {

/// One field: quoted where it must be, and with an apostrophe in front where a spreadsheet would run it.
[[nodiscard]] std::string csv_field(std::string_view text);

} // namespace poise
