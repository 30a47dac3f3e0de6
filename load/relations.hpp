// SPDX-License-Identifier: GPL-3.0-or-later
// What values must or should be to each other, once each is sound by itself. Problems are relations without which the
// schedule makes no sense; warnings are values outside the range that the guidance gives, or ones that cancel each
// other. Nothing is said about a value that has a problem of its own, nor about defaults, which keep every relation.
#pragma once

#include "poise/settings.hpp"
#include "problem_text.hpp"

#include <map>
#include <string_view>
#include <vector>

namespace poise {

/// Where a key's value stands in the file.
struct Source {
    TextPlace value;
    std::vector<TextPlace> entries; // of a list, in the order of the list in Settings
    bool has_problem = false;
};
/// By the name of the key; what the file does not mention is not there.
using Sources = std::map<std::string_view, Source>;

[[nodiscard]] Problems broken_relations(const Settings&, const Sources&);
[[nodiscard]] Problems warnings_about(const Settings&, const Sources&);

} // namespace poise
