// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as a person reads them.
#pragma once

#include <string>

namespace poise {

/// "82 %"; only what is all or nothing is called so.
[[nodiscard]] std::string percent_text(double share);
/// "22.5"; halves are partials.
[[nodiscard]] std::string halves_text(double number);
/// "3.5"
[[nodiscard]] std::string one_digit_text(double number);

} // namespace poise
