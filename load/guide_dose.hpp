// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a dose: { hold = ["20s", "30s"], each_side = true, rounds = [1, 3] }. A single value is the least and the most.
// What comes out can be asked of a person: one go is a hold, or breath cycles, or repetitions, and none is endless.
#pragma once

#include "poise/guide.hpp"
#include "toml_entry.hpp"

namespace poise {

/// From the key `dose` of a drill, where every problem is noted.
[[nodiscard]] DoseRange read_dose(TomlEntry& drill);

} // namespace poise
