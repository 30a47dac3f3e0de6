// SPDX-License-Identifier: GPL-3.0-or-later
// Says when a file of this name appears in a folder, such as the socket of a server that starts; nothing else in the
// folder wakes anybody but what is made there.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace poise {

class SocketWatch {
public:
    /// Throws std::system_error where the folder cannot be watched.
    SocketWatch(boost::asio::io_context&, const std::filesystem::path& socket, std::function<void()> appeared);

private:
    void wait();
    [[nodiscard]] bool appeared();

    std::string name_;
    std::function<void()> appeared_;
    boost::asio::posix::stream_descriptor inotify_;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
