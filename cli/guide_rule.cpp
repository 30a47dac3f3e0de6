// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide_rule.hpp"

#include "built_in_rules.hpp"

namespace poise {

std::optional<std::string> rule_entry(std::string_view id) {
    const std::string_view text = built_in_rules_text();
    const std::string row = "\n| " + std::string{id} + " | "; // as a row of the table begins
    const auto begin = text.find(row);
    if (begin == std::string_view::npos) return std::nullopt;
    const std::string_view rest = text.substr(begin + row.size());
    return std::string{id} + "  Poise " + std::string{rest.substr(0, rest.find(" |\n"))} + ".\n";
}

} // namespace poise
