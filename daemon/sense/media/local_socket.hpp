// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to a server of this machine over its socket: bytes come and go as the event loop allows. Descriptors
// that come with them are of no use here; whoever reads without asking for them gets none.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace poise {

class LocalSocket {
public:
    struct Listener {
        /// Says how much of what has arrived it has taken; the rest comes again with more.
        std::function<std::size_t(std::string_view arrived)> arrived;
        std::function<void(std::string why)> lost; // may destroy the connection
    };
    /// Throws std::system_error where nobody listens.
    LocalSocket(boost::asio::io_context&, const std::string& path, Listener);

    void send(std::string_view bytes);

private:
    void wait_to_read();
    void wait_to_write();
    void read();
    void write();

    boost::asio::posix::stream_descriptor socket_;
    Listener listener_;
    std::string arrived_;
    std::string unsent_;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
