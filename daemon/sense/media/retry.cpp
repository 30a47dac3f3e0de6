// SPDX-License-Identifier: GPL-3.0-or-later
#include "retry.hpp"

#include <array>
#include <chrono>

namespace poise {

namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

// D: the socket is there a moment before anybody listens, and stays where systemd keeps it for the next start.
constexpr std::array<milliseconds, 5> delays{milliseconds{100}, seconds{1}, seconds{5}, seconds{30}, minutes{5}};

} // namespace

void Retry::later() {
    if (std::chrono::steady_clock::now() - looked_at_ >= lived) fruitless_ = 0;
    if (fruitless_ == delays.size()) return;
    next_.expires_after(delays.at(fruitless_++));
    next_.async_wait([this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
        if (error || alive.expired()) return;
        looked_at_ = std::chrono::steady_clock::now();
        look_();
    });
}

void Retry::anew() {
    fruitless_ = 0;
    later();
}

} // namespace poise
