// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to PipeWire by its native protocol, version 3 (docs.pipewire.org, "Native Protocol"): a stream of
// messages over a local socket, each a header and a struct of PODs. PipeWire's own library is not used, because it
// costs the daemon a thread and more memory than all the rest of it: decision 0016.
#pragma once

#include "local_socket.hpp"
#include "pod.hpp"

#include <boost/asio/io_context.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

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
    [[nodiscard]] std::size_t take(std::string_view arrived) const;

    Listener listener_;
    LocalSocket socket_;
    std::uint32_t sequence_ = 0;
};

} // namespace poise::pipewire
