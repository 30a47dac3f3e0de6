// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_events.hpp"

#include <boost/asio/post.hpp>

#include <utility>

namespace poise {

XEvents::XEvents(boost::asio::io_context& io, const XConnection& connection, Handle handle, Lost lost)
    : connection_{connection}, readable_{io, connection.duplicate_descriptor()}, handle_{std::move(handle)},
      tell_lost_{std::move(lost)} {
    wait();
}

void XEvents::catch_up() {
    boost::asio::post(readable_.get_executor(), [this, alive = std::weak_ptr{alive_}] {
        if (!alive.expired()) serve();
    });
}

void XEvents::wait() {
    readable_.async_wait(boost::asio::posix::descriptor_base::wait_read,
                         [this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
                             if (error || alive.expired()) return;
                             serve();
                             if (!lost_) wait();
                         });
}

void XEvents::serve() {
    while (!lost_) {
        const FromX<xcb_generic_event_t> event{xcb_poll_for_event(connection_.get())};
        if (!event) break;
        handle_(*event);
    }
    if (const std::string trouble = connection_.trouble(); !trouble.empty()) lose(trouble);
}

void XEvents::lose(const std::string& why) {
    if (!std::exchange(lost_, true)) tell_lost_(why);
}

} // namespace poise
