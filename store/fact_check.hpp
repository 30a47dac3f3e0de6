// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that come from outside, from a file that anybody may have edited: whether they are such as the core could have
// recorded. What passes can be folded and added up without a number leaving its range.
#pragma once

#include "poise/fact.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace poise {

/// "id: ...", or nothing.
[[nodiscard]] std::optional<std::string> what_is_wrong_with(const Fact&);

/// The first key in `given` that `understood` lacks or says something else about. Keys that `given` lacks are no
/// difference: an earlier version knew fewer.
[[nodiscard]] std::optional<std::string> key_that_differs(const nlohmann::ordered_json& given,
                                                          const nlohmann::ordered_json& understood);

} // namespace poise
