// SPDX-License-Identifier: GPL-3.0-or-later
// Hands out the events of an X connection on the one io_context, as they come, and says once when it is dead.
#pragma once

#include "x_connection.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <functional>
#include <memory>
#include <string>

namespace poise {

class XEvents {
public:
    using Handle = std::function<void(const xcb_generic_event_t&)>;
    using Lost = std::function<void(std::string why)>; // may not destroy this object from inside the call

    XEvents(boost::asio::io_context&, const XConnection&, Handle, Lost);

    /// Looks soon: events that were read while somebody waited for a reply are in libxcb's hands, and the socket says
    /// nothing of them.
    void catch_up();
    /// Nothing is handed out any more.
    void lose(const std::string& why);
    [[nodiscard]] bool is_lost() const { return lost_; }

private:
    void wait();
    void serve();

    const XConnection& connection_;
    boost::asio::posix::stream_descriptor readable_;
    Handle handle_;
    Lost tell_lost_;
    bool lost_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
