// SPDX-License-Identifier: GPL-3.0-or-later
// What a watch costs while nothing happens: it sleeps, and takes little room. Of sense_probe, from outside.
#pragma once

#include "child_process.hpp"
#include "waiting.hpp"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <cstdio>
#include <utility>

namespace poise::test {

/// For as long as it is `watched`, once it has slept for as long as `settled`: on a busy machine it takes its time to
/// begin.
inline void expect_unwoken(const ChildProcess& probe, Milliseconds settled, Milliseconds watched) {
    boost::asio::io_context io;
    constexpr int looks = 20; // whoever has not slept by then never does
    long before = probe.voluntary_switches();
    for (int look = 0; look < looks; ++look) {
        run_for(io, settled);
        const long now = probe.voluntary_switches();
        if (std::exchange(before, now) == now) break;
    }
    run_for(io, watched);
    EXPECT_LE(probe.voluntary_switches() - before, 1);
}

/// Beside a probe that watches nothing.
inline void expect_small(const ChildProcess& probe, const ChildProcess& alone) {
    const long cost = probe.proportional_set_size() - alone.proportional_set_size();
    std::printf("the watch costs %ld KiB\n", cost);
    EXPECT_LE(cost, 512) << "KiB";
}

} // namespace poise::test
