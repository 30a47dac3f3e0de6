// SPDX-License-Identifier: GPL-3.0-or-later
#include "problem_text.hpp"

#include <gtest/gtest.h>

#include <array>

namespace poise {

namespace {

TEST(ProblemLines, NameThePlaceAsFarAsItIsKnown) {
    EXPECT_EQ(to_line("poise.toml", {3, 7, "is bad (expected good)"}), "poise.toml:3:7: is bad (expected good)");
    EXPECT_EQ(to_line("trace.jsonl", {3, 0, "is bad"}), "trace.jsonl:3: is bad");
    EXPECT_EQ(to_line("poise.toml", {0, 0, "is too large"}), "poise.toml: is too large");
}

TEST(Problems, AreSortedByPlaceAndElseStayInOrder) {
    Problems problems{{2, 1, "d"}, {1, 9, "c"}, {1, 2, "a"}, {1, 2, "b"}, {0, 0, "first"}};
    sort_by_place(problems);
    EXPECT_EQ(problems, (Problems{{0, 0, "first"}, {1, 2, "a"}, {1, 2, "b"}, {1, 9, "c"}, {2, 1, "d"}}));
}

TEST(Quotes, CannotStyleATerminalOrFillIt) {
    EXPECT_EQ(in_backticks("a\x1b[31m\nb\x7f"), "`a?[31m?b?`");
    EXPECT_EQ(in_backticks("\u009b31m"), "`?31m`");
    EXPECT_EQ(in_backticks("\u00a9\xc2"), "`\u00a9\xc2`");
    EXPECT_EQ(in_backticks(std::string(41, 'a')), "`" + std::string(40, 'a') + "...`");
    // A code point is never cut in two: 13 signs of 3 bytes fit into 40.
    std::string euros;
    for (int i = 0; i < 20; ++i) euros += "€";
    EXPECT_EQ(in_backticks(euros), "`" + euros.substr(0, 39) + "...`");
}

TEST(Suggestions, AreMadeForOneSlipInThreeLetters) {
    constexpr std::array<std::string_view, 4> known{"snooze", "spacing", "per_hour", "fri"};
    EXPECT_EQ(did_you_mean("snoze", known), "did you mean `snooze`?");
    EXPECT_EQ(did_you_mean("snoozee", known), "did you mean `snooze`?");
    EXPECT_EQ(did_you_mean("snoo-ze", known), "did you mean `snooze`?");
    EXPECT_EQ(did_you_mean("psacing", known), "did you mean `spacing`?");
    EXPECT_EQ(did_you_mean("fry", known), "did you mean `fri`?");
    EXPECT_EQ(did_you_mean("friday", known), "");
    EXPECT_EQ(did_you_mean("", known), "");
    EXPECT_EQ(did_you_mean(std::string(1000, 'x'), known), "");
}

} // namespace

} // namespace poise
