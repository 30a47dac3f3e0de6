// SPDX-License-Identifier: GPL-3.0-or-later
// The HTML holds what the JSON holds: they are made apart, from the same report.
#include "render.hpp"
#include "report_json.hpp"
#include "week_page.hpp"
#include "weeks.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

namespace poise::test {
namespace {

using Json = nlohmann::ordered_json;

/// Every number of it, but of hours at which nobody was there.
void collect(const Json& json, std::set<double>& numbers) {
    if (json.is_number()) numbers.insert(json.get<double>());
    if (!json.is_structured()) return;
    for (const auto& each : json) collect(each, numbers);
}

/// The number that begins here, whatever is around it.
void collect(const std::string& html, std::set<double>& numbers) {
    for (const std::string_view before : {"value=\"", "datetime=\"PT", "<td>", "<small>", " of "}) {
        for (auto at = html.find(before); at != std::string::npos; at = html.find(before, at + 1)) {
            const char* const begin = html.c_str() + at + before.size();
            char* end = nullptr;
            const double number = std::strtod(begin, &end);
            if (end != begin) numbers.insert(number);
        }
    }
}

TEST(ReportHtml, HoldsEveryNumberOfTheJson) {
    const WeekFigures week = a_full_week();
    std::set<double> of_json;
    collect(to_json(week.now), of_json);
    ASSERT_GT(of_json.size(), 50u);
    std::set<double> of_html;
    collect(render(week_page(week)), of_html);
    for (const double number : of_json) EXPECT_TRUE(of_html.contains(number)) << number;
}

} // namespace
} // namespace poise::test
