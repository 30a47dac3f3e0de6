// SPDX-License-Identifier: GPL-3.0-or-later
// Looks again for a server whose socket is there and answers nobody yet: a few times, ever more rarely, and then not
// until something says that it starts anew.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstddef>
#include <functional>
#include <memory>

namespace poise {

class Retry {
public:
    Retry(boost::asio::io_context& io, std::function<void()> look) : look_{std::move(look)}, next_{io} {}

    void later();
    /// From the beginning.
    void anew();

private:
    std::function<void()> look_;
    boost::asio::steady_timer next_;
    std::size_t fruitless_ = 0;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
