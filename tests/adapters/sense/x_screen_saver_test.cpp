// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_screen_saver_idle_source.hpp"

#include "idle_source_promises.hpp"
#include "unwoken.hpp"
#include "x_sense.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using XScreenSaverIdleSourceTest = Listening<XDesk<XScreenSaverIdleSource>>;

INSTANTIATE_TYPED_TEST_SUITE_P(XScreenSaver, AnIdleSource, XDesk<XScreenSaverIdleSource>);

TEST_F(XScreenSaverIdleSourceTest, IsLostWithItsServer) {
    watch(500ms);
    x.kill();
    ASSERT_TRUE(run_until(io, 5s, [&] { return !heard.lost.empty(); }));
    EXPECT_EQ(heard.lost, "no connection to the X server " + x.display());
    source->watch(1s);
    EXPECT_EQ(source->idle_time(), std::nullopt);
}

TEST_F(XScreenSaverIdleSourceTest, AsksAgainWhereTheAnswerCameTooLate) {
    watch(1500ms);
    run_for(io, 300ms);
    x.hang();
    run_for(io, 1500ms); // and as long again as an answer is waited for
    x.go_on();
    EXPECT_TRUE(idles(1));
}

TEST_F(XScreenSaverIdleSourceTest, AsksNothingDuringAPause) {
    ChildProcess probe{{SENSE_PROBE, "500", "x11-screensaver"}, x.environment()};
    EXPECT_TRUE(probe.read_line(10s).starts_with("found"));
    touch();
    EXPECT_TRUE(probe.read_line(10s).starts_with("input "));
    expect_unwoken(probe, 1500ms, 5s);
}

} // namespace
} // namespace poise::test
