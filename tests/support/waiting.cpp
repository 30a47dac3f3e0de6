// SPDX-License-Identifier: GPL-3.0-or-later
#include "waiting.hpp"

#include <boost/asio/steady_timer.hpp>

#include <memory>

namespace poise::test {

bool run_until(boost::asio::io_context& io, Milliseconds limit, const std::function<bool()>& condition) {
    const auto over = std::make_shared<bool>(false); // the timer's handler runs later than this function, if at all
    boost::asio::steady_timer deadline{io, limit};
    deadline.async_wait([over](const boost::system::error_code&) { *over = true; });
    io.restart();
    while (!condition()) {
        if (*over) return false;
        io.run_one();
    }
    return true;
}

void run_for(boost::asio::io_context& io, Milliseconds length) {
    (void)run_until(io, length, [] { return false; });
}

} // namespace poise::test
