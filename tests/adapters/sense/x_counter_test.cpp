// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_input_counter.hpp"

#include "x_sense.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

struct XInputCounterTest : XSense {
    std::optional<bool> counting;
    std::int64_t keys = 0;
    std::int64_t clicks = 0;
    int posts = 0;
    std::optional<XInputCounter> counter;

    void start() {
        counter.emplace(io, [this](const Event& event) {
            if (const auto* told = std::get_if<InputCounting>(&event)) counting = told->available;
            if (const auto* counted = std::get_if<InputCounted>(&event)) {
                ++posts;
                keys += counted->keys;
                clicks += counted->clicks;
            }
        });
        counter->start();
    }
};

TEST_F(XInputCounterTest, CountsEveryKeyAndEveryClick) {
    start();
    EXPECT_EQ(counting, true);
    x.xdotool({"type", "--delay", "1", std::string(200, 'k')});
    x.xdotool({"click", "--repeat", "25", "--delay", "1", "1"});
    x.xdotool({"click", "--repeat", "25", "--delay", "1", "3"});
    counter->stop();
    EXPECT_EQ(keys, 200);
    EXPECT_EQ(clicks, 50);
    EXPECT_EQ(posts, 1);
}

TEST_F(XInputCounterTest, FetchesEveryTenSecondsWhileTheInputGoesOn) {
    start();
    x.xdotool({"key", "a", "b", "c"});
    run_for(io, 9s);
    EXPECT_EQ(posts, 0);
    EXPECT_TRUE(run_until(io, 2s, [&] { return keys == 3; }));
    run_for(io, 11s);
    EXPECT_EQ(posts, 1); // nothing is said where nothing was counted
}

TEST_F(XInputCounterTest, FetchesAtOnceForWhoeverIsAwakeAndTenSecondsAfter) {
    start();
    x.xdotool({"key", "a"});
    run_for(io, 4s);
    counter->fetch_now();
    EXPECT_EQ(keys, 1);
    x.xdotool({"key", "b"});
    run_for(io, 9s);
    EXPECT_EQ(keys, 1) << "not ten seconds after the start";
    EXPECT_TRUE(run_until(io, 2s, [&] { return keys == 2; }));
    counter->stop();
    x.xdotool({"key", "c"});
    counter->fetch_now();
    EXPECT_EQ(posts, 2) << "it has been stopped";
}

TEST_F(XInputCounterTest, AKeyThatIsHeldIsOnePress) {
    start();
    x.xdotool({"keydown", "a"});
    run_for(io, 2s); // the server repeats it after 660 ms, 25 times a second
    x.xdotool({"keyup", "a"});
    counter->stop();
    EXPECT_EQ(keys, 1);
}

TEST_F(XInputCounterTest, NeitherMotionNorTheWheelIsAClick) {
    start();
    x.xdotool({"mousemove_relative", "10", "10"});
    x.xdotool({"click", "--repeat", "5", "4"});
    x.xdotool({"click", "--repeat", "5", "5"});
    counter->stop();
    EXPECT_EQ(keys, 0);
    EXPECT_EQ(clicks, 0);
    EXPECT_EQ(posts, 0);
}

TEST_F(XInputCounterTest, CountsWhatCameBetweenStopAndStart) {
    start();
    counter->stop();
    x.xdotool({"key", "a"});
    counter->start();
    counter->stop();
    EXPECT_EQ(keys, 1); // the key that ends a pause
}

TEST_F(XInputCounterTest, LosesNothingWhenThousandsPileUp) {
    start();
    const std::size_t many = 6000;
    x.xdotool({"type", "--delay", "0", std::string(many, 'm')});
    counter->stop();
    EXPECT_EQ(keys, static_cast<std::int64_t>(many));
    x.xdotool({"key", "a"});
    counter->start();
    counter->stop();
    EXPECT_EQ(keys, static_cast<std::int64_t>(many) + 1);
}

TEST_F(XInputCounterTest, SaysWhenItCannotCountAnyMore) {
    start();
    x.kill();
    counter->stop();
    EXPECT_EQ(counting, false);
    counter->start();
    run_for(io, 100ms);
}

} // namespace
} // namespace poise::test
