// SPDX-License-Identifier: GPL-3.0-or-later
// What poise::IdleSource promises, tried on each source that knows how long a pause is. A Desk is a private desktop for
// such a source, a fixture with: io and clock; make_source(listener); touch(), a key; and touches(), every kind of
// input.
#pragma once

#include "heard.hpp"
#include "waiting.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <vector>

namespace poise::test {

using namespace std::chrono_literals;

/// A desk with its source open, and what that says.
template <class Desk>
struct Listening : Desk {
    Heard heard;
    std::unique_ptr<IdleSource> source;

    void open() {
        source.reset(); // of two, each would be heard
        source = this->make_source(heard.listener());
    }
    void watch(Duration threshold) {
        open();
        this->touch();
        source->watch(threshold);
    }
    bool idles(int times) {
        return run_until(this->io, 10s, [&] { return heard.idles >= times; });
    }
    bool actives(int times) {
        return run_until(this->io, 10s, [&] { return heard.actives >= times; });
    }
};

template <class Desk>
struct AnIdleSource : Listening<Desk> {};
TYPED_TEST_SUITE_P(AnIdleSource);

TYPED_TEST_P(AnIdleSource, TellsAPauseWhenItReachesTheThresholdAndSinceWhen) {
    this->open();
    this->touch();
    const Instant touched = this->clock.instant();
    this->source->watch(1500ms);
    ASSERT_TRUE(this->idles(1));
    EXPECT_GE(this->heard.at - touched, 1300ms);
    EXPECT_LE(this->heard.at - touched, 2500ms);
    EXPECT_LE(apart(*this->heard.since, touched), 200ms);
}

TYPED_TEST_P(AnIdleSource, TellsTheReturnForEveryKindOfInput) {
    this->watch(500ms);
    int round = 0;
    for (const std::function<void()>& touch : this->touches()) {
        ++round;
        ASSERT_TRUE(this->idles(round)) << round;
        EXPECT_EQ(this->heard.actives, round - 1);
        touch();
        const Instant touched = this->clock.instant();
        ASSERT_TRUE(this->actives(round)) << round;
        EXPECT_LE(this->heard.at - touched, 1s);
    }
    EXPECT_GE(round, 3);
}

TYPED_TEST_P(AnIdleSource, SaysNothingWhilePausesAreShort) {
    this->watch(1500ms);
    for (int i = 0; i < 6; ++i) {
        run_for(this->io, 500ms);
        this->touch();
    }
    EXPECT_EQ(this->heard.idles, 0);
    EXPECT_EQ(this->heard.actives, 0);
}

TYPED_TEST_P(AnIdleSource, TellsAtOnceWhenThePauseIsLongEnoughAlready) {
    this->watch(60s);
    run_for(this->io, 1200ms);
    EXPECT_EQ(this->heard.idles, 0);
    const Instant asked = this->clock.instant();
    this->source->watch(1s);
    ASSERT_TRUE(this->idles(1));
    EXPECT_LE(this->heard.at - asked, 500ms);
    EXPECT_GE(asked - *this->heard.since, 1s);
    this->touch();
    EXPECT_TRUE(this->actives(1));
}

TYPED_TEST_P(AnIdleSource, TellsTheReturnEvenIfTheThresholdWasRaisedMeanwhile) {
    this->watch(500ms);
    ASSERT_TRUE(this->idles(1));
    this->source->watch(60s);
    run_for(this->io, 100ms);
    this->touch();
    ASSERT_TRUE(this->actives(1));
    run_for(this->io, 1s);
    EXPECT_EQ(this->heard.idles, 1);
    this->source->watch(500ms);
    EXPECT_TRUE(this->idles(2));
}

TYPED_TEST_P(AnIdleSource, KeepsOnlyTheLatestThreshold) {
    this->watch(300ms);
    this->source->watch(400ms);
    this->source->watch(1200ms);
    run_for(this->io, 900ms);
    EXPECT_EQ(this->heard.idles, 0);
    EXPECT_TRUE(this->idles(1));
}

TYPED_TEST_P(AnIdleSource, KnowsHowLongThePauseIs) {
    this->watch(60s);
    run_for(this->io, 400ms);
    const auto idle = this->source->idle_time();
    ASSERT_TRUE(idle);
    EXPECT_GE(*idle, 350ms);
    EXPECT_LE(*idle, 1500ms);
}

REGISTER_TYPED_TEST_SUITE_P(AnIdleSource, TellsAPauseWhenItReachesTheThresholdAndSinceWhen,
                            TellsTheReturnForEveryKindOfInput, SaysNothingWhilePausesAreShort,
                            TellsAtOnceWhenThePauseIsLongEnoughAlready,
                            TellsTheReturnEvenIfTheThresholdWasRaisedMeanwhile, KeepsOnlyTheLatestThreshold,
                            KnowsHowLongThePauseIs);

} // namespace poise::test
