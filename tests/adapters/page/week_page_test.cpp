// SPDX-License-Identifier: GPL-3.0-or-later
#include "week_page.hpp"

#include "poise/iso_time.hpp"
#include "weeks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace poise::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> titles(const Page& page) {
    std::vector<std::string> all;
    for (const auto& section : page.sections) all.push_back(section.title);
    return all;
}

Section section(const Page& page, std::string_view title) {
    return *std::ranges::find(page.sections, title, &Section::title);
}

/// "heading: cell detail | cell"
std::string row(const Table& table, std::string_view heading) {
    const auto found = std::ranges::find(table.rows, heading, &Row::heading);
    if (found == table.rows.end()) return "no such row";
    std::string text;
    for (const Cell& cell : found->cells) {
        if (!text.empty()) text += " | ";
        text += cell.text + (cell.detail.empty() ? "" : " (" + cell.detail + ")");
    }
    return text;
}

TEST(F8, TheWeeksPageBeginsWithHowItGoes) {
    const Page page = week_page(a_full_week());
    EXPECT_EQ(page.title, "Your week 2026-W48");
    EXPECT_EQ(page.about, "Mon 2026-11-23 to Sun 2026-11-29, Europe/Berlin. Written 2026-11-30 08:05.");
    EXPECT_THAT(titles(page),
                ElementsAre("How it goes", "What was done of what was asked", "Sitting and standing", "Hours", "Pain",
                            "The two levers", "What changed", "Your plan", "What was not measured"));
    const auto& first = page.sections.front();
    EXPECT_THAT(first.sentences, ElementsAre("Your key task: To sit through a film"));
    EXPECT_EQ(row(first.tables[0], "2026-W48: the task, compared with the week before"), "easier");
    EXPECT_EQ(row(first.tables[0], "Freer after a mobility block"), "60 % (3 of 5 answers)");
}

TEST(WeekPage, PutsEveryShareBesideItsWhole) {
    Days days;
    auto& kind = days[*parse_iso_day("2026-11-23")].kinds[index(Kind::microbreak)];
    kind.outcomes = {12, 1, 4, 2, 1, 3};
    WeekFigures week = an_empty_week();
    week.now = make_report(days, week.now.from, week.now.to, "UTC");
    const auto breaks = section(week_page(week), "What was done of what was asked");
    EXPECT_EQ(row(breaks.tables[0], "microbreak"), "83 % (16.5 of 20 due) | 78 % (12.5 of 16 asked)");
    EXPECT_EQ(row(breaks.tables[0], "snack"), "no data | no data");
    EXPECT_EQ(row(breaks.tables[1], "microbreak"), "12 | 1 | 4 | 2 | 1 | 20");
    EXPECT_EQ(row(breaks.tables[2], "microbreak"), "3 | 0 | 0");
}

TEST(WeekPage, SaysNoDataAndNoPercentageWhereThereIsNone) {
    const Page page = week_page(an_empty_week());
    EXPECT_THAT(page.about, HasSubstr("No data: nothing was recorded in these days."));
    EXPECT_THAT(section(page, "Hours").sentences, ElementsAre("No data: no time at the desk was seen."));
    EXPECT_EQ(row(section(page, "The two levers").tables[0], "mobility"), "none | no data | 0 | 0 | 0");
    EXPECT_EQ(row(section(page, "What changed").tables[0], "coverage"), "no data | no data | no data");
    for (const auto& each : page.sections) {
        for (const auto& table : each.tables) {
            for (const auto& line : table.rows) {
                for (const auto& cell : line.cells) EXPECT_EQ((cell.text + cell.detail).find('%'), std::string::npos);
            }
        }
    }
}

TEST(WeekPage, TellsWhatIsMoreAndWhatIsLessThanTheWeekBefore) {
    const auto changed = section(week_page(a_full_week()), "What changed");
    EXPECT_THAT(changed.sentences, ElementsAre("Compared with 2026-11-16 to 2026-11-22."));
    EXPECT_EQ(row(changed.tables[0], "standing"), "8 h 5 min | 8 h 55 min | +50 min");
    EXPECT_EQ(row(changed.tables[0], "sitting"), "23 h 9 min | 22 h 19 min | −50 min");
    EXPECT_EQ(row(changed.tables[0], "posture changes"), "45 | 45 | as before");
}

TEST(WeekPage, SaysWhatIsProposedAndHowToRefuseIt) { // F4
    EXPECT_THAT(section(week_page(a_full_week()), "Your plan").sentences,
                Contains(testing::StartsWith("Poise proposes: You did 81 %")));
    EXPECT_THAT(section(week_page(an_empty_week()), "Your plan").sentences, ElementsAre("Poise proposes no change."));
}

TEST(WeekPage, SaysWhatWasNotMeasured) {
    const auto said = section(week_page(an_empty_week()), "What was not measured").sentences;
    for (const char* what : {"Keys and clicks", "Pain", "Function"})
        EXPECT_THAT(said, Contains(testing::StartsWith(what)));
}

TEST(WeekPage, TellsOfALongTimeTheMeanOfEachWeekday) {
    const auto hours = section(week_page(a_quarter()), "Hours");
    EXPECT_THAT(hours.tables[0].columns, ElementsAre("Hour", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"));
    EXPECT_EQ(row(hours.tables[0], "08:00"), "35 | 34 | 33 | 32 | 31 | 30 | 29");
}

TEST(WeekPage, ComparesWithTheSameWeekdays) {
    const Day monday = *parse_iso_day("2026-11-23");
    using std::chrono::days;
    EXPECT_EQ(back_to_compare(monday, monday + days{2}), days{7});
    EXPECT_EQ(back_to_compare(monday, monday + days{6}), days{7});
    EXPECT_EQ(back_to_compare(monday, monday + days{7}), days{14});
}

} // namespace
} // namespace poise::test
