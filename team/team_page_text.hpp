// SPDX-License-Identifier: GPL-3.0-or-later
// A team's weeks for a terminal, a spreadsheet and a program: the same values as on its page.
#pragma once

#include "page.hpp"
#include "team_page.hpp"

#include <string>

namespace poise {

/// Any page, its tables in columns.
[[nodiscard]] std::string page_text(const Page&);

[[nodiscard]] std::string team_json(const TeamReport&);
/// A figure a line; suppressed weeks have none.
[[nodiscard]] std::string team_csv(const TeamReport&);
/// Any of them, by the word that --format takes: html, json or csv, else as text.
[[nodiscard]] std::string team_report_in(const std::string& format, const TeamReport&);

} // namespace poise
