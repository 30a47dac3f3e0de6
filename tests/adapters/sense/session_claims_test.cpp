// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_claims.hpp"

#include "waiting.hpp"

#include <gtest/gtest.h>

#include <string>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

struct SessionClaimsTest : testing::Test {
    boost::asio::io_context io;
    std::string said;
    SessionClaims claims{io, [this](const Event& event) { said += std::holds_alternative<Locked>(event) ? "+" : "-"; }};

    SessionClaimsTest() { claims.doubt_after = 300ms; }
    bool becomes(const std::string& expected) {
        return run_until(io, 3s, [&] { return said == expected; });
    }
};

TEST_F(SessionClaimsTest, ALockThatASignalClaimsIsDoubtedWhenInputGoesOn) {
    claims.set_locked(true);
    claims.input_began(); // a mouse is nudged
    run_for(io, 100ms);
    claims.input_ended();
    run_for(io, 500ms);
    EXPECT_EQ(said, "+");
    claims.input_began(); // somebody works
    EXPECT_TRUE(becomes("+-"));
}

TEST_F(SessionClaimsTest, AScreenSaverIsALockThatNobodyDoubts) {
    claims.set_screen_saver(true);
    claims.input_began();
    run_for(io, 500ms);
    EXPECT_EQ(said, "+");
    claims.set_screen_saver(false);
    EXPECT_EQ(said, "+-");
}

TEST_F(SessionClaimsTest, TheEndOfAScreenSaverOpensWhatASignalLocked) {
    claims.set_locked(true);
    claims.set_screen_saver(true);
    claims.set_screen_saver(false); // a password was typed, and nobody said Unlock
    EXPECT_EQ(said, "+-");
}

TEST_F(SessionClaimsTest, TheEndOfAScreenSaverOpensNothingThatTheHintLocks) {
    claims.set_hint(true);
    claims.set_screen_saver(true);
    claims.set_screen_saver(false);
    EXPECT_EQ(said, "+");
    claims.set_hint(false);
    EXPECT_EQ(said, "+-");
}

TEST_F(SessionClaimsTest, WhatAWitnessClaimedWhoHasGoneStandsUntilItIsContradicted) {
    claims.set_in_front(false);
    claims.lose_witness();
    EXPECT_EQ(said, "+");
    claims.input_began();
    EXPECT_TRUE(becomes("+-"));
}

} // namespace
} // namespace poise::test
