// SPDX-License-Identifier: GPL-3.0-or-later
#include "records.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace poise::test {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using testing::HasSubstr;

constexpr const char* as_written =
    R"({"schema":1,"monday":"2026-11-23","revision":1,"days_active":4,)"
    R"("microbreak":{"due":20,"taken":12,"partial":1,"natural":4,"skipped":2,"missed":1},)"
    R"("posture_change":{"due":10,"taken":5,"partial":0,"natural":2,"skipped":3,"missed":0},)"
    R"("movement":7,"sitting_min":1200,"standing_min":300,"working_min":1000,"long_sits":"1-4"})";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

std::string why_not(std::string_view json) {
    const auto record = parse_record(json);
    return record ? "it was taken" : record.error();
}

OpenDay at_the_desk(Duration sitting) {
    OpenDay day;
    day.sitting = sitting;
    return day;
}

TEST(WeeklyRecord, IsOneTextAndIsReadBack) {
    EXPECT_EQ(to_json(a_record()), as_written);
    const auto back = parse_record(as_written);
    ASSERT_TRUE(back) << back.error();
    EXPECT_EQ(*back, a_record());
}

TEST(WeeklyRecord, IsReadBackWhateverItHolds) {
    std::mt19937 random{7};
    for (int i = 0; i < 2000; ++i) {
        const WeeklyRecord record = random_record(random);
        const auto back = parse_record(to_json(record));
        ASSERT_TRUE(back) << to_json(record) << ": " << back.error();
        ASSERT_EQ(*back, record);
    }
}

TEST(WeeklyRecord, AddsTheDaysUpAndTellsMinutesInSteps) {
    OpenDay day{{1, 1, 1, 1, 1}, {1, 0, 0, 0, 1}, 2, minutes{62} + seconds{30}, minutes{30}, minutes{61}, 3};
    const auto record = make_record(a_monday, 3, std::vector{day, day}, MovementCount::told);
    ASSERT_TRUE(record);
    EXPECT_EQ(*record, (WeeklyRecord{
                           a_monday, 3, 2, {2, 2, 2, 2, 2}, {2, 0, 0, 0, 2}, 4, 125, 60, 120, LongSits::five_to_nine}));
}

TEST(WeeklyRecord, IsNotMadeOfFewerThanTwoDaysAtTheDesk) {
    const std::vector days{at_the_desk(minutes{300}), at_the_desk(minutes{4}), OpenDay{}};
    EXPECT_FALSE(make_record(a_monday, 1, days, MovementCount::told));
    EXPECT_FALSE(make_record(a_monday, 1, {}, MovementCount::told));
    EXPECT_TRUE(make_record(a_monday, 1, std::vector{days[0], at_the_desk(minutes{5})}, MovementCount::told));
}

TEST(WeeklyRecord, TellsNoMovementTheSameWayWhyever) {
    std::vector days{at_the_desk(minutes{300}), at_the_desk(minutes{300})};
    const auto none = make_record(a_monday, 1, days, MovementCount::told);
    days[0].movement = 6;
    const auto withheld = make_record(a_monday, 1, days, MovementCount::withheld);
    ASSERT_TRUE(none && withheld);
    EXPECT_EQ(to_json(*none), to_json(*withheld));
    EXPECT_THAT(to_json(*none), HasSubstr("\"movement\":null"));
}

TEST(WeeklyRecord, OfMoreThanAWeekCanHoldIsNone) {
    OpenDay day = at_the_desk(minutes{300});
    day.microbreak.missed = 1001;
    EXPECT_FALSE(make_record(a_monday, 1, std::vector{day, day}, MovementCount::told));
    EXPECT_FALSE(make_record(a_monday + std::chrono::days{1}, 1,
                             std::vector{at_the_desk(minutes{9}), at_the_desk(minutes{9})}, MovementCount::told));
}

TEST(WeeklyRecord, IsRefusedWhereAFigureIsNoFigureOfAWeek) {
    const std::pair<std::pair<const char*, const char*>, const char*> cases[] = {
        {{"\"schema\":1", "\"schema\":2"}, "its schema is not 1"},
        {{"2026-11-23", "2026-11-24"}, "its day is no Monday"},
        {{"2026-11-23", "2026-11-31"}, "its day is no Monday"},
        {{"2026-11-23", "x"}, "its day is no Monday"},
        {{"\"revision\":1", "\"revision\":0"}, "revision is out of range"},
        {{"\"revision\":1", "\"revision\":10000"}, "revision is out of range"},
        {{"\"revision\":1", "\"revision\":1.0"}, "revision is missing or not what it should be"},
        {{"\"revision\":1", "\"revision\":1e0"}, "revision is missing or not what it should be"},
        {{"\"revision\":1", "\"revision\":\"1\""}, "revision is missing or not what it should be"},
        {{"\"revision\":1", "\"revision\":18446744073709551617"}, "revision is missing or not what it should be"},
        {{"\"revision\":1", "\"revision\":18446744073709551615"}, "revision is missing or not what it should be"},
        {{"\"revision\":1", "\"revision\":-9223372036854775808"}, "revision is missing or not what it should be"},
        {{"\"revision\":1,", ""}, "revision is missing or not what it should be"},
        {{"\"days_active\":4", "\"days_active\":1"}, "days_active is out of range"},
        {{"\"days_active\":4", "\"days_active\":8"}, "days_active is out of range"},
        {{"\"due\":20", "\"due\":21"}, "due is not the sum of its parts"},
        {{"\"taken\":12", "\"taken\":-12"}, "taken is out of range"},
        {{"\"taken\":12", "\"taken\":2001"}, "taken is out of range"},
        {{"\"taken\":12", "\"taken\":2147483647"}, "taken is out of range"},
        {{"\"due\":20,\"taken\":12", "\"due\":2007,\"taken\":1999"}, "microbreak is out of range"},
        {{"\"movement\":7", "\"movement\":0"}, "movement is out of range"},
        {{"\"movement\":7", "\"movement\":501"}, "movement is out of range"},
        {{"\"movement\":7,", ""}, "movement is missing or not what it should be"},
        {{"\"sitting_min\":1200", "\"sitting_min\":1201"}, "sitting_min is out of range"},
        {{"\"sitting_min\":1200", "\"sitting_min\":10140"}, "sitting and standing are longer than a week"},
        {{"\"working_min\":1000", "\"working_min\":1510"}, "working is longer than sitting and standing"},
        {{"\"1-4\"", "\"1-5\""}, "long_sits is out of range"},
        {{"\"1-4\"", "1"}, "long_sits is missing or not what it should be"},
        {{"\"movement\":7", "\"movement\":7,\"pain\":3"}, "unknown key pain"},
        {{"\"missed\":1}", "\"missed\":1,\"withdrawn\":9}"}, "unknown key withdrawn"},
        {{"\"movement\":7", "\"movement\":7,\"a\\u001b[31m\":3"}, "unknown key a?[31m"},
        {{"\"movement\":7", "\"movement\":8,\"movement\":7"}, "the key movement stands there twice"},
        {{"\"missed\":1}", "\"missed\":0,\"missed\":1}"}, "the key missed stands there twice"},
        {{"\"movement\":7", "\"movement\": 7"}, "it is not written as Poise writes it"},
        {{"\"revision\":1,\"days_active\":4", "\"days_active\":4,\"revision\":1"},
         "it is not written as Poise writes it"},
    };
    for (const auto& [change, why] : cases)
        EXPECT_EQ(why_not(replaced(as_written, change.first, change.second)), why) << change.second;
}

TEST(WeeklyRecord, IsRefusedWhereItIsNoText) {
    EXPECT_EQ(why_not(""), "it is no JSON object");
    EXPECT_EQ(why_not("[]"), "it is no JSON object");
    EXPECT_EQ(why_not("7"), "it is no JSON object");
    EXPECT_EQ(why_not("\xff\xfe"), "it is no JSON object");
    EXPECT_EQ(why_not(std::string{as_written} + "{}"), "it is no JSON object");
    EXPECT_EQ(why_not(std::string{as_written} + "\n"), "it is not written as Poise writes it");
    for (std::size_t length = 0; length < std::string_view{as_written}.size(); ++length)
        EXPECT_NE(why_not(std::string_view{as_written}.substr(0, length)), "it was taken") << length;
}

TEST(WeeklyRecord, IsNotReadAnyDeeperThanARecordCanBe) {
    EXPECT_EQ(why_not(R"({"a":{"b":{"c":{"d":{"e":1}}}}})"), "it is nested too deeply");
    EXPECT_EQ(why_not(std::string(60000, '[')), "it is nested too deeply");
    std::string objects;
    for (int i = 0; i < 10000; ++i) objects += "{\"a\":";
    EXPECT_EQ(why_not(objects), "it is nested too deeply");
}

/// A byte anywhere that is another: never a crash, never a record that is not its own text.
TEST(WeeklyRecord, WithAByteChangedIsAnotherRecordOrNone) {
    const std::string text = as_written;
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const char byte : {'\0', ' ', '"', '\\', '{', '}', '[', ',', ':', '-', '.', '0', '9', 'e', 'n', '\xff'}) {
            std::string other = text;
            other[at] = byte;
            if (const auto record = parse_record(other)) {
                ASSERT_EQ(to_json(*record), other);
            }
        }
    }
}

} // namespace
} // namespace poise::test
