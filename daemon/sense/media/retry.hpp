// SPDX-License-Identifier: GPL-3.0-or-later
// Looks again for a server whose socket is there and answers nobody yet: a few times, ever more rarely, and then not
// until something says that it starts anew. Where the last look found one that lived for a while, its end is the first
// of a new row: systemd keeps the socket over every restart, so nothing else would say that it is back.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>

namespace poise {

class Retry {
public:
    Retry(boost::asio::io_context& io, std::function<void()> look)
        : look_{std::move(look)}, next_{io}, looked_at_{std::chrono::steady_clock::now()} {}

    void later();
    /// From the beginning.
    void anew();

    /// D: a server that dies sooner was none; else a crash loop would be looked at ten times a second.
    std::chrono::milliseconds lived = std::chrono::minutes{1};

private:
    std::function<void()> look_;
    boost::asio::steady_timer next_;
    std::chrono::steady_clock::time_point looked_at_;
    std::size_t fruitless_ = 0;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
