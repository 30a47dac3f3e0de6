// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv_field.hpp"

namespace poise {

std::string csv_field(std::string_view text) {
    // What OWASP's "CSV Injection" lists: a spreadsheet takes such a field for a formula.
    constexpr std::string_view begins_a_formula = "=+-@\t\r\n";
    std::string field;
    if (!text.empty() && begins_a_formula.find(text.front()) != std::string_view::npos) field = "'";
    field += text;
    if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
    std::string quoted = "\"";
    for (const char character : field) quoted += character == '"' ? "\"\"" : std::string(1, character);
    return quoted + "\"";
}

} // namespace poise
