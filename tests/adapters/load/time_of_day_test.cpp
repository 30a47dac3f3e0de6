// SPDX-License-Identifier: GPL-3.0-or-later
#include "time_of_day.hpp"

#include <gtest/gtest.h>

namespace poise {

using namespace std::chrono_literals;

namespace {

TEST(TimesOfDay, AreReadFromMidnightToTheLastMinute) {
    const std::pair<const char*, TimeOfDay> cases[] = {
        {"00:00", 0min}, {"16:30", 16h + 30min}, {"8:05", 8h + 5min}, {" 23:59 ", 23h + 59min}};
    for (const auto& [text, time] : cases) {
        const auto read = parse_time_of_day(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(*read, time) << text;
    }
}

TEST(TimesOfDay, AreRefusedWhereNoClockShowsThem) {
    for (const char* text : {"", "16", "16.30", "16:3", "16:300", "16:60", "24:00", "25:00", "-1:00", "1x:00", "016:30",
                             "16:30:00", "four"}) {
        const auto read = parse_time_of_day(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error(),
                  "`" + std::string{text} + "` is not a time of day (expected \"HH:MM\", 00:00 to 23:59)");
    }
}

TEST(DayWindows, MayEndAtMidnightOrRunOverIt) {
    const std::pair<const char*, DayWindow> cases[] = {
        {"08:00-12:00", {8h, 12h}}, {"00:00-24:00", {0h, 24h}}, {"22:00 - 6:00", {22h, 6h}}, {"09:00-09:00", {9h, 9h}}};
    for (const auto& [text, window] : cases) {
        const auto read = parse_day_window(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(*read, window) << text;
        EXPECT_EQ(*parse_day_window(to_clock(*read)), window);
    }
}

TEST(DayWindows, AreRefusedWhereTheyAreNone) {
    for (const char* text : {"", "-", "08:00", "08:00-", "08:00-24:01", "24:00-24:00", "08:00-12:00-13:00", "8-12"}) {
        const auto read = parse_day_window(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error(),
                  "`" + std::string{text} + "` is not a window of the day (expected \"HH:MM-HH:MM\", 00:00 to 24:00)");
    }
}

TEST(Weekdays, AreSpelledWithThreeLetters) {
    for (const auto word : weekday_names) EXPECT_EQ(name(parse_weekday(word).value()), word);
    EXPECT_EQ(parse_weekday("sun"), std::chrono::Sunday);
    EXPECT_FALSE(parse_weekday("Monday"));
}

} // namespace

} // namespace poise
