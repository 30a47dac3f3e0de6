// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to PipeWire by its native protocol, version 3 (docs.pipewire.org, "Native Protocol"): a stream of
// messages over a local socket, each a header and a struct of PODs. PipeWire's own library is not used, because it
// costs the daemon a thread and more memory than all the rest of it: decision 0016.
// Descriptors that come with a message are of no use to a listener; whoever reads without asking for them gets none.
#pragma once

#include "pod.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace poise::pipewire {

struct Message {
    std::uint32_t object = 0;
    std::uint8_t opcode = 0;
    std::string_view pods;

    [[nodiscard]] PodReader body() const { return PodReader{pods}.read_struct(); }
};

/// Whole messages cut off the front of what has arrived. Nothing: wait for more.
[[nodiscard]] std::size_t take_message(std::string_view arrived, Message&);
[[nodiscard]] std::string encode(std::uint32_t object, std::uint8_t opcode, std::uint32_t sequence, const PodWriter&);

class Connection {
public:
    struct Listener {
        std::function<void(const Message&)> heard;
        std::function<void()> all_heard;           // for now
        std::function<void(std::string why)> lost; // may destroy the connection
    };
    /// Throws std::system_error where nobody listens.
    Connection(boost::asio::io_context&, const std::string& socket_path, Listener);

    void send(std::uint32_t object, std::uint8_t opcode, const PodWriter&);

private:
    void wait_to_read();
    void wait_to_write();
    void read();
    void write();
    void lose(const std::string& why) const;

    boost::asio::posix::stream_descriptor socket_;
    Listener listener_;
    std::string arrived_;
    std::string unsent_;
    std::uint32_t sequence_ = 0;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise::pipewire
