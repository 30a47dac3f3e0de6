// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_csv.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace poise::test {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::StartsWith;

constexpr Day monday{std::chrono::days{20'780}};

Report a_day() {
    Days days;
    auto& day = days[monday];
    day.kinds[index(Kind::microbreak)].outcomes[index(Outcome::taken)] = 2;
    day.kinds[index(Kind::microbreak)].outcomes[index(Outcome::skipped)] = 1;
    day.hours[9] = 59min;
    day.working = day.sitting = 59min;
    day.pains = {{9, 3, 50min}, {10, 4, std::nullopt}};
    day.function = Function::harder;
    day.levers[index(Lever::strength)] = {3, 2, 0};
    day.plan_changes = {"Other drills for two weeks."};
    day.notices = {"idle_source_lost", "=HYPERLINK(\"http://evil\")", "idle_source_lost"};
    return make_report(days, monday, monday, "Europe/Berlin");
}

TEST(ReportCsv, HasARowForEachNumber) {
    const std::string csv = report_csv(a_day());
    EXPECT_THAT(csv, StartsWith("from,to,about,measure,value\r\n"
                                "2026-11-23,2026-11-23,microbreak,due,3\r\n"
                                "2026-11-23,2026-11-23,microbreak,taken,2\r\n"
                                "2026-11-23,2026-11-23,microbreak,partial,0\r\n"
                                "2026-11-23,2026-11-23,microbreak,natural,0\r\n"
                                "2026-11-23,2026-11-23,microbreak,skipped,1\r\n"
                                "2026-11-23,2026-11-23,microbreak,missed,0\r\n"
                                "2026-11-23,2026-11-23,microbreak,withdrawn,0\r\n"
                                "2026-11-23,2026-11-23,microbreak,snoozes,0\r\n"
                                "2026-11-23,2026-11-23,microbreak,rests,0\r\n"
                                "2026-11-23,2026-11-23,microbreak,coverage,0.6666666666666666\r\n"
                                "2026-11-23,2026-11-23,microbreak,adherence,0.6666666666666666\r\n"
                                "2026-11-23,2026-11-23,posture_change,due,0\r\n"));
    EXPECT_THAT(csv, HasSubstr("\r\n2026-11-23,2026-11-23,all,sit_s,3540\r\n"));
    EXPECT_THAT(csv, HasSubstr("\r\n2026-11-23,2026-11-23,2026-11-23,hour_9_s,3540\r\n"));
    EXPECT_THAT(csv, HasSubstr("\r\n2026-11-23,2026-11-23,pain,mean,3.5\r\n"));
    EXPECT_THAT(csv, HasSubstr("\r\n2026-11-23,2026-11-23,pain,mean_at_hour_9,3.0\r\n"));
    EXPECT_THAT(csv, HasSubstr("\r\n2026-11-23,2026-11-23,all,zone,Europe/Berlin\r\n"));
    EXPECT_THAT(csv, HasSubstr("\r\n2026-11-23,2026-11-23,notice,idle_source_lost,2\r\n"));
    EXPECT_THAT(csv, HasSubstr(",function,2026-W48,harder\r\n"));
    EXPECT_THAT(csv, HasSubstr(",lever_strength,taken,2\r\n"));
    EXPECT_THAT(csv, HasSubstr(",plan,change,Other drills for two weeks.\r\n"));
    const auto rows = std::ranges::count(csv, '\n');
    EXPECT_EQ(rows, 1 + 8 * 11 + 14 + (1 + 1 + 2 * 3 + 2 + 1) + 4 + 24 + 1 + 2);
}

TEST(ReportCsv, LeavesEmptyWhatWasNotMeasured) {
    const std::string csv = report_csv(make_report({}, monday, monday, "UTC"));
    EXPECT_THAT(csv, HasSubstr(",breath,due,0\r\n"));
    EXPECT_THAT(csv, HasSubstr(",breath,coverage,\r\n"));
    EXPECT_THAT(csv, HasSubstr(",all,adherence,\r\n"));
    EXPECT_THAT(csv, HasSubstr(",all,keys,\r\n"));
    EXPECT_THAT(csv, HasSubstr(",pain,mean,\r\n"));
}

TEST(ReportCsv, RunsNoFormula) {
    EXPECT_THAT(report_csv(a_day()), HasSubstr(",notice,\"'=HYPERLINK(\"\"http://evil\"\")\",1\r\n"));
    for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"}) {
        EXPECT_THAT(csv_field(formula), StartsWith("'")) << formula;
    }
    EXPECT_EQ(csv_field("\r=1"), "\"'\r=1\"");
    EXPECT_EQ(csv_field("\n=1"), "\"'\n=1\"");
}

TEST(ReportCsv, QuotesAsRfc4180Says) {
    EXPECT_EQ(csv_field(""), "");
    EXPECT_EQ(csv_field("plain text"), "plain text");
    EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_field("say \"no\""), "\"say \"\"no\"\"\"");
    EXPECT_EQ(csv_field("two\nlines"), "\"two\nlines\"");
}

} // namespace
} // namespace poise::test
