// SPDX-License-Identifier: GPL-3.0-or-later
#include "retry.hpp"

#include "waiting.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

/// A server that is there whenever somebody looks, and ends after so long.
struct ShortLived {
    boost::asio::io_context io;
    boost::asio::steady_timer life{io};
    std::chrono::milliseconds length;
    int looks = 0;
    Retry retry{io, [this] {
                    ++looks;
                    life.expires_after(length);
                    life.async_wait([this](const auto&) { retry.later(); });
                }};

    explicit ShortLived(std::chrono::milliseconds lives, std::chrono::milliseconds lived) : length{lives} {
        retry.lived = lived;
        retry.later();
    }
};

TEST(Retry, EachEndOfAServerThatLivedIsTheFirst) {
    ShortLived server{20ms, 10ms};
    EXPECT_TRUE(run_until(server.io, 20s, [&] { return server.looks == 8; })) << server.looks;
}

TEST(Retry, LooksEverMoreRarelyForOneThatDiesAtOnce) {
    ShortLived server{20ms, 1h};
    run_for(server.io, 900ms);
    EXPECT_EQ(server.looks, 1);
}

} // namespace
} // namespace poise::test
