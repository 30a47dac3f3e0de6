// SPDX-License-Identifier: GPL-3.0-or-later
#include "readable.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

namespace poise {

namespace {

int checked(int descriptor, const char* what) {
    if (descriptor < 0) throw std::system_error{errno, std::generic_category(), what};
    return descriptor;
}

} // namespace

Readable::Readable(boost::asio::io_context& io, int descriptor, const char* what, std::function<void()> callback)
    : stream_{io, checked(descriptor, what)}, callback_{std::move(callback)} {
    wait();
}

void Readable::wait() {
    stream_.async_wait(boost::asio::posix::stream_descriptor::wait_read, lifetime_.guard([this](const auto& error) {
        if (error) return;
        callback_();
        wait();
    }));
}

} // namespace poise
