// SPDX-License-Identifier: GPL-3.0-or-later
// What the person's own files say now, read as the daemon reads them: a window never shows anything older.
#pragma once

#include "own_guide.hpp"
#include "poise/settings.hpp"
#include "questions.hpp"

#include <string>
#include <vector>

namespace poise::coach {

/// The defaults where there is no file, or a bad one.
[[nodiscard]] Settings settings_in_force();
[[nodiscard]] std::vector<RedFlagQuestion> red_flag_questions();

} // namespace poise::coach
