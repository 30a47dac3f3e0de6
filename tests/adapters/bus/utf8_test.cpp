// SPDX-License-Identifier: GPL-3.0-or-later
#include "utf8.hpp"

#include <gtest/gtest.h>

#include <random>

using poise::to_utf8;

TEST(ToUtf8, KeepsWhatIsUtf8) {
    for (const std::string text :
         {"", "poise.db", "h\xC3\xA4nde", "\xE2\x82\xAC", "\xF0\x9F\xA7\x98", "\xEF\xBF\xBD"}) {
        EXPECT_EQ(to_utf8(text), text);
    }
}

TEST(ToUtf8, PutsAQuestionMarkForEveryByteThatIsNot) {
    EXPECT_EQ(to_utf8("/home/j\xFCrgen"), "/home/j?rgen");
    EXPECT_EQ(to_utf8("cut \xE2\x82"), "cut ??");
    EXPECT_EQ(to_utf8("overlong \xC0\xAF \xE0\x80\xAF \xF0\x80\x80\xAF"), "overlong ?? ??? ????");
    EXPECT_EQ(to_utf8("surrogate \xED\xA0\x80"), "surrogate ???");
    EXPECT_EQ(to_utf8("too far \xF4\x90\x80\x80"), "too far ????");
    EXPECT_EQ(to_utf8(std::string_view{"a\0b", 3}), "a?b");
}

TEST(ToUtf8, LeavesItsOwnAnswersAlone) {
    std::mt19937 random{1};
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes(random() % 8, ' ');
        for (char& byte : bytes) byte = static_cast<char>(random());
        const std::string clean = to_utf8(bytes);
        ASSERT_EQ(to_utf8(clean), clean);
    }
}
