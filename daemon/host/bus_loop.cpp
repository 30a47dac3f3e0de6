// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus_loop.hpp"

#include "sdbus.hpp"

#include <sdbus-c++/Error.h>

#include <boost/asio/post.hpp>

#include <cerrno>
#include <chrono>
#include <exception>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>

namespace poise {

namespace {

/// Asio closes what it is given, and the connection closes its own.
int duplicate(int descriptor) {
    const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    if (copy < 0) throw std::system_error{errno, std::generic_category(), "cannot watch the bus connection"};
    return copy;
}

} // namespace

std::unique_ptr<sdbus::IConnection> open_bus(BusKind kind) {
    const bool session = kind == BusKind::session;
    try {
        return session ? sdbus::createSessionBusConnection() : sdbus::createSystemBusConnection();
    } catch (const sdbus::Error& error) {
        throw std::runtime_error{std::string{session ? "no session bus: " : "no system bus: "} + error.getMessage()};
    }
}

BusLoop::BusLoop(boost::asio::io_context& io, sdbus::IConnection& connection, Lost lost)
    : io_{io}, connection_{connection}, lost_{std::move(lost)},
      descriptor_{io, duplicate(connection.getEventLoopPollData().fd)}, timeout_{io} {
    catch_up();
}

void BusLoop::catch_up() {
    if (std::exchange(look_posted_, true)) return;
    boost::asio::post(io_, lifetime_.guard([this] {
        look_posted_ = false;
        serve();
    }));
}

void BusLoop::serve() {
    if (over_) return;
    try {
        while (process_pending(connection_)) {
        }
        wait();
    } catch (const sdbus::Error& error) {
        lose(error.getMessage());
    } catch (const std::exception& error) {
        lose(error.what());
    }
}

void BusLoop::wait() {
    using boost::asio::posix::descriptor_base;
    const auto poll = connection_.getEventLoopPollData();
    if (!std::exchange(reading_, true)) {
        descriptor_.async_wait(descriptor_base::wait_read, lifetime_.guard([this](const auto& error) {
            reading_ = false;
            if (!error) serve();
        }));
    }
    if ((poll.events & POLLOUT) != 0 && !std::exchange(writing_, true)) {
        descriptor_.async_wait(descriptor_base::wait_write, lifetime_.guard([this](const auto& error) {
            writing_ = false;
            if (!error) serve();
        }));
    }
    if (const int milliseconds = poll.getPollTimeout(); milliseconds >= 0) {
        timeout_.expires_after(std::chrono::milliseconds{milliseconds});
        timeout_.async_wait(lifetime_.guard([this](const auto& error) {
            if (!error) serve();
        }));
    } else {
        timeout_.cancel();
    }
}

void BusLoop::lose(const std::string& why) {
    over_ = true;
    descriptor_.cancel();
    timeout_.cancel();
    lost_(why);
}

} // namespace poise
