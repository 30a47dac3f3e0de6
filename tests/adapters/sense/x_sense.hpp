// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the X senses share: a private X server that this process takes for its session.
#pragma once

#include "system_clock.hpp"

#include "private_x.hpp"
#include "scoped.hpp"

#include "poise/ports.hpp"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace poise::test {

struct XSense : testing::Test {
    PrivateX x;
    ScopedEnvironment display{"DISPLAY", x.display()};
    ScopedEnvironment type{"XDG_SESSION_TYPE", "x11"};
    ScopedEnvironment no_wayland{"WAYLAND_DISPLAY", std::nullopt};
    boost::asio::io_context io;
    SystemClock clock;
};

/// With an idle source of X on it.
template <class Source>
struct XDesk : XSense {
    std::unique_ptr<IdleSource> make_source(IdleSource::Listener listener) {
        return std::make_unique<Source>(io, clock, std::move(listener));
    }
    void touch() { x.xdotool({"key", "a"}); }
    std::vector<std::function<void()>> touches() {
        return {[this] { touch(); },
                [this] {
                    x.xdotool({"click", "1"});
                },
                [this] {
                    x.xdotool({"mousemove_relative", "5", "5"});
                }};
    }
};

} // namespace poise::test
