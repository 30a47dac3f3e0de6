// SPDX-License-Identifier: GPL-3.0-or-later
#include "waiting_facts.hpp"

#include "sample_facts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace poise::test {
namespace {

std::vector<Fact> waiting_in(const WaitingFacts& waiting) { return {waiting.facts().begin(), waiting.facts().end()}; }

TEST(WaitingFacts, KeepTheirOrder) {
    WaitingFacts waiting;
    for (const char* text : {"a", "b", "c"}) waiting.add(note(text));
    EXPECT_THAT(waiting_in(waiting), testing::ElementsAre(note("a"), note("b"), note("c")));
}

TEST(WaitingFacts, HoldOneVersionOfAnOpenSpan) {
    WaitingFacts waiting;
    waiting.add(bout(1, 1min));
    waiting.add(note("a"));
    waiting.add(bout(2, 1min));
    waiting.add(bout(1, 2min, SpanEnd::left));
    EXPECT_THAT(waiting_in(waiting), testing::ElementsAre(note("a"), bout(2, 1min), bout(1, 2min, SpanEnd::left)));
    EXPECT_EQ(waiting.dropped(), 0u);
}

TEST(WaitingFacts, LetTheOldestHeartbeatGoFirst) {
    WaitingFacts waiting{3};
    waiting.add(note("a"));
    waiting.add(bout(1, 1min));
    waiting.add(bout(2, 1min));
    waiting.add(note("b"));
    EXPECT_THAT(waiting_in(waiting), testing::ElementsAre(note("a"), bout(2, 1min), note("b")));
    EXPECT_EQ(waiting.dropped(), 1u);
}

TEST(WaitingFacts, ForgetARedFlagLast) {
    WaitingFacts waiting{2};
    const Fact flag{sample_stamp(), Safety{{"fever"}}};
    waiting.add(flag);
    for (const char* text : {"a", "b", "c"}) waiting.add(note(text));
    EXPECT_THAT(waiting_in(waiting), testing::ElementsAre(flag, note("c")));
    EXPECT_EQ(waiting.dropped(), 2u);
}

} // namespace
} // namespace poise::test
