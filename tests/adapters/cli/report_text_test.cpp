// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_range.hpp"
#include "report_text.hpp"

#include "poise/iso_time.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

Day day(const char* text) { return *parse_iso_day(text); }

KindTotals& of(DayTotals& totals, Kind kind) { return totals.kinds[index(kind)]; }

/// A Monday and a Tuesday, of which the Tuesday was quiet.
Days two_days() {
    Days days;
    DayTotals& first_day = days[day("2026-11-23")];
    of(first_day, Kind::microbreak).outcomes = {12, 1, 4, 2, 1, 3};
    of(first_day, Kind::microbreak).snoozes = 2;
    of(first_day, Kind::microbreak).rests = 5;
    of(first_day, Kind::posture_change).outcomes = {6, 0, 0, 0, 0, 0};
    of(first_day, Kind::snack).outcomes = {0, 0, 0, 2, 0, 0};
    first_day.working = 5h + 30min;
    first_day.passive = 1h;
    first_day.resting = 20min;
    first_day.away = 90min;
    first_day.sitting = 5h + 10min;
    first_day.standing = 1h + 40min;
    first_day.hours[8] = 60min;
    first_day.hours[9] = 30min;
    first_day.hours[12] = 1min;
    for (int hour = 13; hour < 18; ++hour) first_day.hours[static_cast<std::size_t>(hour)] = 63min + 48s;
    first_day.longest_sit_bout = 51min;
    first_day.sit_bouts_over_45min = 1;
    first_day.posture_changes = 9;
    first_day.input_counted = true;
    first_day.keys = 12345;
    first_day.clicks = 1;
    first_day.function = Function::easier;
    first_day.freer = true;
    first_day.levers[index(Lever::mobility)] = {2, 1, 1};
    first_day.plan_changes = {"A little more of each drill."};
    first_day.pains = {{16, 3, 40min}, {17, 4, {}}};
    first_day.notices = {"idle_source_lost"};
    DayTotals& tuesday = days[day("2026-11-24")];
    tuesday.unknown = 12min;
    return days;
}

Report report_of(const Days& days, const char* from, const char* to) {
    return make_report(days, day(from), day(to), "Europe/Berlin");
}

TEST(ReportText, ShowsAWeekInAsciiWithEveryShareBesideItsWhole) {
    EXPECT_EQ(report_text(report_of(two_days(), "2026-11-23", "2026-11-24"), Drawing::ascii),
              R"(Week 2026-W48: Mon 2026-11-23 to Tue 2026-11-24 (Europe/Berlin)

Function          2026-W48 easier (F3)
Pain              3.5 of 10, the mean of your check-ins (what to expect: poise guide show F9)
Still freer       1 of 1 mornings (F7)
Plan              A little more of each drill.

Coverage           80 %  22.5 of 28 due  ###################
Adherence          77 %  18.5 of 24 asked  ###################
Lever, mobility    75 %  1.5 of 2 asked  ##################
Lever, strength   no data

                    due   taken partial natural skipped  missed  coverage
microbreak           20      12       1       4       2       1      83 %
posture_change        6       6       0       0       0       0     100 %
snack                 2       0       0       0       2       0       0 %
mobility              0       0       0       0       0       0   no data
strength              0       0       0       0       0       0   no data
breath                0       0       0       0       0       0   no data
workstation_check     0       0       0       0       0       0   no data
checkin               0       0       0       0       0       0   no data

not counted        withdrawn  snoozes   rests
microbreak                 3        2       5

At the desk       6 h 50 min
  sitting         5 h 10 min    ##################
  standing        1 h 40 min    ######
  working         5 h 30 min    ###################
  passive         1 h           ####
  resting         20 min        #
Away              1 h 30 min
Not seen          12 min without an idle source, in no total
Longest sitting   51 min; longer than 45 min: 1 (S2)
Posture changes   9
Input             12345 keys, 1 click
Notice            idle_source_lost

Hours             0     6     12    18      (a column an hour, in eighths)
Mon 2026-11-23    ........84..188888......  6 h 50 min
Tue 2026-11-24    ........................
)");
}

TEST(ReportText, DrawsInUtf8WhereTheLocaleHasIt) {
    const std::string text = report_text(report_of(two_days(), "2026-11-23", "2026-11-24"), Drawing::utf8);
    EXPECT_NE(text.find("Coverage           80 %  22.5 of 28 due  ███████████████████▎\n"), std::string::npos) << text;
    EXPECT_NE(text.find("Mon 2026-11-23    ········█▄··▁█████······  6 h 50 min\n"), std::string::npos) << text;
}

TEST(ReportText, LeadsWithFunctionAndNamesTheKeyTask) { // F8
    const std::string text = report_text(
        make_report(two_days(), day("2026-11-23"), day("2026-11-24"), "Europe/Berlin", nullptr, "carry my daughter"),
        Drawing::ascii);
    EXPECT_NE(text.find(")\n\nFunction          \"carry my daughter\": 2026-W48 easier (F3)\nPain "), std::string::npos)
        << text;
}

TEST(ReportText, SaysThatThereIsNoData) {
    EXPECT_EQ(report_text(report_of({}, "2026-11-23", "2026-11-23"), Drawing::ascii),
              "Week 2026-W48: Mon 2026-11-23 (Europe/Berlin)\n\nno data\n");
}

TEST(ReportText, CallsNoShareOfNothingAPercentage) {
    Days days;
    days[day("2026-11-23")].working = 1h;
    days[day("2026-11-23")].sitting = 1h;
    const std::string text = report_text(report_of(days, "2026-11-23", "2026-11-23"), Drawing::ascii);
    EXPECT_NE(text.find("\nCoverage          no data\nAdherence         no data\nLever, mobility   no data\n"),
              std::string::npos)
        << text;
    EXPECT_EQ(text.find('%'), std::string::npos) << text;
}

TEST(ReportText, CallsOnlyAllOfItAHundredPercent) {
    Days days;
    of(days[day("2026-11-23")], Kind::microbreak).outcomes = {999, 0, 0, 1, 0, 0};
    of(days[day("2026-11-23")], Kind::snack).outcomes = {1, 0, 0, 999, 0, 0};
    const std::string text = report_text(report_of(days, "2026-11-23", "2026-11-23"), Drawing::ascii);
    EXPECT_NE(text.find("microbreak         1000     999       0       0       1       0      99 %\n"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("snack              1000       1       0       0     999       0       1 %\n"),
              std::string::npos)
        << text;
}

TEST(ReportText, DrawsTheMeanDayOfALongTime) {
    Days days;
    for (Day each = day("2026-01-01"); each <= day("2026-02-19"); each += std::chrono::days{2}) {
        days[each].hours[9] = 1h;
        days[each].working = 1h;
        days[each].sitting = 1h;
    }
    const std::string text = report_text(report_of(days, "2026-01-01", "2026-02-19"), Drawing::ascii);
    EXPECT_NE(text.find("\nThu 2026-01-01 to Thu 2026-02-19"), 0) << text;
    EXPECT_NE(text.find("the mean day      .........4..............  30 min\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("Fri 2026-01-02"), std::string::npos) << text;
}

TEST(ReportRange, IsThisWeekSoFarUnlessDaysAreNamed) {
    struct Case {
        RangeAsked asked;
        const char* range;
    };
    const std::vector<Case> cases{
        {{"", "", ""}, "2026-11-23 2026-11-25"},
        {{"2026-W47", "", ""}, "2026-11-16 2026-11-22"},
        {{"2026-W53", "", ""}, "2026-12-28 2027-01-03"},
        {{"", "2026-11-02", ""}, "2026-11-02 2026-11-25"},
        {{"", "2026-11-02", "2026-11-02"}, "2026-11-02 2026-11-02"},
        {{"", "", "2026-11-29"}, "2026-11-23 2026-11-29"},
        {{"", "1926-11-29", ""}, "1926-11-29 2026-11-25"},
        {{"2027-W53", "", ""}, "`2027-W53` is no week (expected one such as 2026-W47)"},
        {{"47", "", ""}, "`47` is no week (expected one such as 2026-W47)"},
        {{"", "2026-02-29", ""}, "`2026-02-29` is no day (expected one such as 2026-11-23)"},
        {{"", "", "tomorrow"}, "`tomorrow` is no day (expected one such as 2026-11-23)"},
        {{"", "2026-11-26", ""}, "2026-11-26 is later than 2026-11-25 (expected --from before --to)"},
        {{"", "2026-11-03", "2026-11-02"}, "2026-11-03 is later than 2026-11-02 (expected --from before --to)"},
        {{"", "1026-11-03", ""}, "1026-11-03 to 2026-11-25 is too long (expected at most 100 years)"},
    };
    for (const auto& [asked, expected] : cases) {
        const auto range = range_of(asked, day("2026-11-25"));
        EXPECT_EQ(range ? to_iso(range->from) + " " + to_iso(range->to) : range.error(), expected);
    }
}

} // namespace
} // namespace poise::test
