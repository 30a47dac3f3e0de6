// SPDX-License-Identifier: GPL-3.0-or-later
#include "unwoken.hpp"
#include "x_sense.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

/// The senses in another process, whose wake-ups are counted.
struct XSilence : XSense {
    std::optional<ChildProcess> probe;
    void start(const std::string& threshold) {
        probe.emplace(std::vector<std::string>{SENSE_PROBE, threshold, "x11", "counter"}, x.environment());
        EXPECT_EQ(probe->read_line(10s), "counting 1");
        EXPECT_EQ(probe->read_line(10s), "found 0");
    }
};

TEST_F(XSilence, NothingWakesItWhileNothingHappens) {
    x.xdotool({"key", "a"});
    start("500");
    EXPECT_TRUE(probe->read_line(10s).starts_with("input ended"));
    expect_unwoken(*probe, 500ms, 10s);
}

TEST_F(XSilence, NoKeyWakesItWhileTheInputGoesOn) {
    x.xdotool({"key", "a"});
    start("5000");
    x.xdotool({"key", "a"});
    run_for(io, 500ms);
    const long before = probe->voluntary_switches();
    x.xdotool({"type", "--delay", "12", std::string(300, 'a')});
    x.xdotool({"click", "--repeat", "50", "--delay", "12", "1"});
    EXPECT_LE(probe->voluntary_switches() - before, 2); // one of them fetches the counts
    long keys = 0;
    long clicks = 0;
    for (std::string line = probe->read_line(20s); line.starts_with("counted "); line = probe->read_line(20s)) {
        long more_keys = 0;
        long more_clicks = 0;
        ASSERT_EQ(std::sscanf(line.c_str(), "counted %ld %ld", &more_keys, &more_clicks), 2);
        keys += more_keys;
        clicks += more_clicks;
    }
    EXPECT_EQ(keys, 301); // and the one before
    EXPECT_EQ(clicks, 50);
}

} // namespace
} // namespace poise::test
