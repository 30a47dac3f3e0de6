// SPDX-License-Identifier: GPL-3.0-or-later
// A report as JSON: the format of `poise report --format json` and of simulate's summary. What was not measured is
// null.
#pragma once

#include "poise/report.hpp"

#include <nlohmann/json.hpp>

namespace poise {

[[nodiscard]] nlohmann::ordered_json to_json(const Report&);

} // namespace poise
