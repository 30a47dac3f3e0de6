// SPDX-License-Identifier: GPL-3.0-or-later
// A journal as somebody has it who has worked with Poise for ten years, in a folder of its own under /tmp that goes
// with this program. The last year is lived through the core; the nine before it are the same year, moved back.
#pragma once

#include "poise/time.hpp"

#include <cstddef>
#include <filesystem>

namespace poise::bench {

struct OldJournal {
    std::filesystem::path path;
    Moment now; // a moment after its last fact
    std::size_t facts;
};

/// Made when it is first asked for.
[[nodiscard]] const OldJournal& ten_years();
/// The last week of it and nothing else.
[[nodiscard]] const OldJournal& one_week();

} // namespace poise::bench
