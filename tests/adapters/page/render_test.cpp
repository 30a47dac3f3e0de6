// SPDX-License-Identifier: GPL-3.0-or-later
// The HTML as text; tests/browser looks at it as a browser does.
#include "render.hpp"

#include "built_in_page.hpp"
#include "week_page.hpp"
#include "weeks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace poise::test {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++found;
    return found;
}

TEST(Render, EscapesWhateverAPersonOrAFileSaid) {
    const std::string html = render(week_page(a_hostile_week()));
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("<img")));
    EXPECT_THAT(html, HasSubstr("&quot;&apos;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
    EXPECT_THAT(html, HasSubstr("{{title}}")) << "a text is no template";
    EXPECT_GE(count(html, "&amp;amp;"), 7u) << "task, zone, written, levers, plan, notice, bout length";
}

TEST(Render, NeedsNothingButItself) {
    const std::string html = render(week_page(a_full_week()));
    for (const char* forbidden :
         {"<script", "<link", "<img", "url(", "@import", " style=", " src=", " href=", "javascript:"}) {
        EXPECT_THAT(html, Not(HasSubstr(forbidden)));
    }
    EXPECT_THAT(html, HasSubstr("default-src 'none'; style-src 'sha256-"));
    EXPECT_EQ(count(html, "<style>"), 1u);
}

TEST(Render, DrawsAChartOfATablesOwnCells) {
    if (!page_has_charts()) GTEST_SKIP() << "built without Charts.css";
    const Page page{"t",
                    "a",
                    {{"s",
                      {},
                      {{"c",
                        {"", "one", "two"},
                        {{"x", {{"1", "", {}, "", 1.0}, {"3", "", {}, "", 3.0}}},
                         {"y", {{"2", "", {}, "", 2.0}, {"0", "", {}, "", 0.0}}}},
                        Chart::bars}}}},
                    "f"};
    const std::string html = render(page);
    EXPECT_THAT(html, HasSubstr("<tr><th scope=\"row\">x</th><td class=\"s25\"><span class=\"data\">1</span></td>"
                                "<td class=\"s75\"><span class=\"data\">3</span></td></tr>"));
    EXPECT_THAT(html, HasSubstr("<td class=\"s50\"><span class=\"data\">2</span></td>"));
    EXPECT_THAT(html, HasSubstr("<li>one</li><li>two</li>"));
    EXPECT_THAT(html, HasSubstr("MIT License")) << "the licence of Charts.css goes with it";
}

TEST(Render, DrawsNothingOfNothing) {
    EXPECT_THAT(render(week_page(an_empty_week())), Not(HasSubstr("<table class=\"charts-css")));
}

} // namespace
} // namespace poise::test
