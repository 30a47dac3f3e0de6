// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a D-Bus connection live on the one io_context that everything runs on: its descriptor and its timeouts are
// waited for there, and all of its callbacks run there. No exception leaves the loop; a connection that is lost is
// reported once, by a callback, and then serves nothing any more.
// Whoever calls out from anywhere but one of the connection's callbacks says so with catch_up(), because the library
// may have left something to write, a timeout to wait for, or messages that it read meanwhile.
#pragma once

#include "lifetime.hpp"

#include <sdbus-c++/IConnection.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>
#include <string>

namespace poise {

enum class BusKind { session, system };

/// Throws std::runtime_error with the reason if there is no such bus.
[[nodiscard]] std::unique_ptr<sdbus::IConnection> open_bus(BusKind);

class BusLoop {
public:
    using Lost = std::function<void(std::string why)>; // may not destroy the loop from inside the call

    BusLoop(boost::asio::io_context&, sdbus::IConnection&, Lost);

    /// Looks at the connection soon, from the io_context. Cheap, and may be called from anywhere on the thread.
    void catch_up();

    [[nodiscard]] sdbus::IConnection& connection() { return connection_; }

private:
    void serve();
    void wait();
    void lose(const std::string& why);

    boost::asio::io_context& io_;
    sdbus::IConnection& connection_;
    Lost lost_;
    boost::asio::posix::stream_descriptor descriptor_;
    boost::asio::steady_timer timeout_;
    bool look_posted_ = false;
    bool reading_ = false;
    bool writing_ = false;
    bool over_ = false;
    Lifetime lifetime_;
};

} // namespace poise
