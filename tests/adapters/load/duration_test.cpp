// SPDX-License-Identifier: GPL-3.0-or-later
#include "duration.hpp"

#include <gtest/gtest.h>

#include <random>

namespace poise {

using namespace std::chrono_literals;

namespace {

std::string error_of(std::string_view text) {
    const auto length = parse_duration(text);
    return length ? "no error" : length.error();
}

struct Spelled {
    const char* text;
    Duration length;
};

TEST(Durations, AreReadAsPeopleWriteThem) {
    constexpr Spelled cases[] = {
        {"90s", 90s},           {"20min", 20min},
        {"1h30min", 90min},     {"1d12h", 36h},
        {"4w", 28 * 24h},       {"1w2d3h4min5s", 9 * 24h + 3h + 4min + 5s},
        {"1h 30min", 90min},    {" 20 min ", 20min},
        {"1.5h", 90min},        {"0.5s", 500ms},
        {"1min0.25s", 60250ms}, {"0s", 0s},
        {"0.0001s", 0s},        {"0.0006s", 1ms},
        {"007min", 7min},       {"5200w", longest_duration},
        {"0.000000001w", 1ms},
    };
    for (const auto& [text, length] : cases) {
        const auto read = parse_duration(text);
        ASSERT_TRUE(read) << text << ": " << read.error();
        EXPECT_EQ(*read, length) << text;
    }
}

TEST(Durations, SayWhatIsWrongWithThemAndWhatIsExpected) {
    const std::string a_duration = R"(numbers with units, such as "90s", "1h30min" or "4w")";
    const std::string a_unit = "s, min, h, d or w after each number";
    const std::pair<const char*, std::string> cases[] = {
        {"", "`` is not a duration (expected " + a_duration + ")"},
        {"  ", "`  ` is not a duration (expected " + a_duration + ")"},
        {"soon", "`soon` is not a duration (expected " + a_duration + ")"},
        {"min", "`min` is not a duration (expected " + a_duration + ")"},
        {"1.h", "`1.h` is not a duration (expected " + a_duration + ")"},
        {".5h", "`.5h` is not a duration (expected " + a_duration + ")"},
        {"1,5h", "`1,5h` lacks a unit (expected " + a_unit + ")"},
        {"1h-5min", "`1h-5min` is not a duration (expected " + a_duration + ")"},
        {"0.1234567890s", "`0.1234567890s` is not a duration (expected " + a_duration + ")"},
        {"-5min", "`-5min` is negative (expected " + a_duration + ")"},
        {"20", "`20` lacks a unit (expected " + a_unit + ")"},
        {"1h30", "`1h30` lacks a unit (expected " + a_unit + ")"},
        {"20m", "`20m` has the unknown unit `m` (expected " + a_unit + ")"},
        {"20MIN", "`20MIN` has the unknown unit `MIN` (expected " + a_unit + ")"},
        {"30min1h", "`30min1h` has its units out of order (expected each at most once, the longest first)"},
        {"1h1h", "`1h1h` has its units out of order (expected each at most once, the longest first)"},
        {"5200w1s", "`5200w1s` is too long (expected at most 5200w)"},
        {"99999999999999999999999999w", "`99999999999999999999999999w` is too long (expected at most 5200w)"},
        {"99999999999999999999999999s", "`99999999999999999999999999s` is too long (expected at most 5200w)"},
    };
    for (const auto& [text, error] : cases) EXPECT_EQ(error_of(text), error);
}

TEST(Durations, AreWrittenInOneUnitWhereThatCanBeRead) {
    constexpr Spelled cases[] = {
        {"0s", 0s},
        {"30s", 30s},
        {"1min", 60s},
        {"90s", 90s},
        {"10min", 10min},
        {"90min", 90min},
        {"3h", 3h},
        {"36h", 36h},
        {"4w", 28 * 24h},
        {"3h25min45s", 12345s},
        {"0.5s", 500ms},
        {"1min0.25s", 60250ms},
        {"0.001s", 1ms},
        {"1w1s", 7 * 24h + 1s},
        {"5200w", longest_duration},
    };
    for (const auto& [text, length] : cases) EXPECT_EQ(to_toml(length), text);
}

TEST(Durations, AreReadBackExactlyAsTheyWereWritten) {
    std::mt19937_64 random{20};
    for (int i = 0; i < 100000; ++i) {
        // All magnitudes alike, and most of them with trailing zeros as people's durations have.
        const auto bits = std::uniform_int_distribution<int>{0, 41}(random);
        Duration length{std::uniform_int_distribution<std::int64_t>{0, std::int64_t{1} << bits}(random)};
        if (i % 3 == 0) length = std::chrono::floor<std::chrono::seconds>(length);
        if (i % 3 == 1) length = std::chrono::floor<std::chrono::minutes>(length);
        const auto text = to_toml(length);
        const auto read = parse_duration(text);
        ASSERT_TRUE(read) << text << ": " << read.error();
        ASSERT_EQ(*read, length) << text;
    }
}

} // namespace

} // namespace poise
