// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the X senses share: a private X server that this process takes for its session.
#pragma once

#include "system_clock.hpp"

#include "private_x.hpp"
#include "scoped.hpp"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

namespace poise::test {

struct XSense : testing::Test {
    PrivateX x;
    ScopedEnvironment display{"DISPLAY", x.display()};
    ScopedEnvironment type{"XDG_SESSION_TYPE", "x11"};
    ScopedEnvironment no_wayland{"WAYLAND_DISPLAY", std::nullopt};
    boost::asio::io_context io;
    SystemClock clock;
};

} // namespace poise::test
