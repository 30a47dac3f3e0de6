// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a break as dictionaries: everything that a client needs to guide a person through a drill, so that it
// reads no guide of its own. The keys are a promise (docs/bus.md).
#pragma once

#include "poise/guide.hpp"
#include "poise/prompt.hpp"

#include <sdbus-c++/Types.h>

#include <map>
#include <string>
#include <vector>

namespace poise {

using Dictionary = std::map<std::string, sdbus::Variant>;

/// One for each drill that the guide knows.
[[nodiscard]] std::vector<Dictionary> parts_of(const Prompt&, const Guide&);

/// S12: id, question, advice.
[[nodiscard]] std::vector<Dictionary> workstation_points(const Guide&);

} // namespace poise
