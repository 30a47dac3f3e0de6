// SPDX-License-Identifier: GPL-3.0-or-later
#include "any_of.hpp"

#include <gtest/gtest.h>

namespace poise {
namespace {

struct AnyOfTest : testing::Test {
    std::string told;
    AnyOf any{[this](bool on) { told += on ? "on " : "off "; }};
};

TEST_F(AnyOfTest, HoldsFromTheFirstWordUntilTheLastIsTakenBack) {
    any.say("video", true);
    any.say("slides", true);
    any.say("video", false);
    EXPECT_EQ(told, "on ");
    EXPECT_TRUE(any.sources().contains("slides"));
    any.say("slides", false);
    EXPECT_EQ(told, "on off ");
}

TEST_F(AnyOfTest, ARepeatedWordCountsOnce) {
    any.say("video", true);
    any.say("video", true);
    any.say("video", false);
    EXPECT_EQ(told, "on off ");
    any.say("video", false);
    EXPECT_EQ(told, "on off ");
}

TEST_F(AnyOfTest, WhatWasNeverSaidCannotBeTakenBack) {
    any.say("video", true);
    any.say("slides", false);
    EXPECT_EQ(told, "on ");
}

} // namespace
} // namespace poise
