// SPDX-License-Identifier: GPL-3.0-or-later
// A descriptor of the kernel's that becomes readable when something has happened: a timer, a watch on a folder. It is
// owned here and closed here; the callback runs on the io_context, once for each time it becomes readable, and must
// read all there is. After the destructor it is not called any more.
#pragma once

#include "lifetime.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <functional>

namespace poise {

class Readable {
public:
    /// Takes over what a system call returned; throws with `what` if it failed.
    Readable(boost::asio::io_context&, int descriptor, const char* what, std::function<void()> callback);

    [[nodiscard]] int descriptor() { return stream_.native_handle(); }

private:
    void wait();

    boost::asio::posix::stream_descriptor stream_;
    std::function<void()> callback_;
    Lifetime lifetime_;
};

} // namespace poise
