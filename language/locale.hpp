// SPDX-License-Identifier: GPL-3.0-or-later
// Which language it is: for main() alone.
#pragma once

namespace poise {

inline constexpr const char* text_domain = "poise";

/// As the environment says. Figures stay as machines write them: LC_NUMERIC is never touched.
void speak_the_persons_language();

} // namespace poise
