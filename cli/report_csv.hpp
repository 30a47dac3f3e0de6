// SPDX-License-Identifier: GPL-3.0-or-later
// A report as one tidy table for spreadsheets: a row for each number, which says what it is about. CSV as RFC 4180 has
// it, and no text in it is taken for a formula. What was not measured is an empty field, never 0.
#pragma once

#include "csv_field.hpp"
#include "poise/report.hpp"

#include <string>
#include <string_view>

namespace poise {

/// Columns from, to, about, measure and value; docs/cli.md lists what they hold.
[[nodiscard]] std::string report_csv(const Report&);

} // namespace poise
