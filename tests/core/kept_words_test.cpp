// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_words.hpp"

#include <gtest/gtest.h>

namespace poise {
namespace {

TEST(Fill, PutsEachValueInItsPlaceAsOftenAsItIsThere) {
    EXPECT_EQ(fill("{one} and {other}, {one}", {{"one", "1"}, {"other", "2"}}), "1 and 2, 1");
}

TEST(Fill, LeavesAloneWhatIsNoValueAndDoesNotFillValues) {
    EXPECT_EQ(fill("{one} {two} {", {{"one", "{two}"}}), "{two} {two} {");
}

TEST(TrMany, TakesTheFormOfTheNumber) {
    EXPECT_EQ(tr_many("{count} drill", "{count} drills", 1), "1 drill");
    EXPECT_EQ(tr_many("{count} drill", "{count} drills", 0), "0 drills");
}

TEST(KeptWords, AreToldAgainWithTheirValue) {
    for (const char* sentence : kept::all) {
        const std::string text =
            fill(sentence, {{"time", "1 h 5 min"}, {"task", "lift a \"box\". Twice"}, {"share", "80 %"}});
        EXPECT_EQ(retold(text), text);
        EXPECT_EQ(retold(text + " " + text), text + " " + text);
        EXPECT_EQ(retold("Somebody's own. " + text), "Somebody's own. " + text);
    }
    EXPECT_EQ(retold(""), "");
}

} // namespace
} // namespace poise
