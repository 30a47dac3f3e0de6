// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipewire_connection.hpp"

#include <cstring>
#include <utility>

namespace poise::pipewire {

namespace {

struct Header {
    std::uint32_t object;
    std::uint32_t opcode_and_size; // 8 and 24 bits
    std::uint32_t sequence;
    std::uint32_t descriptors;
};

} // namespace

std::size_t take_message(std::string_view arrived, Message& message) {
    Header header{};
    if (arrived.size() < sizeof header) return 0;
    std::memcpy(&header, arrived.data(), sizeof header);
    const std::size_t size = header.opcode_and_size & 0xffffff;
    if (arrived.size() - sizeof header < size) return 0;
    message = {header.object, static_cast<std::uint8_t>(header.opcode_and_size >> 24),
               arrived.substr(sizeof header, size)};
    return sizeof header + size;
}

std::string encode(std::uint32_t object, std::uint8_t opcode, std::uint32_t sequence, const PodWriter& body) {
    const std::string pods = body.as_struct();
    const Header header{object, static_cast<std::uint32_t>(opcode) << 24 | static_cast<std::uint32_t>(pods.size()),
                        sequence, 0};
    return std::string{reinterpret_cast<const char*>(&header), sizeof header} + pods;
}

Connection::Connection(boost::asio::io_context& io, const std::string& socket_path, Listener listener)
    : listener_{std::move(listener)}, socket_{io,
                                              socket_path,
                                              {[this](std::string_view arrived) { return take(arrived); },
                                               [this](const std::string& why) { listener_.lost(why); }}} {}

void Connection::send(std::uint32_t object, std::uint8_t opcode, const PodWriter& body) {
    socket_.send(encode(object, opcode, sequence_++, body));
}

std::size_t Connection::take(std::string_view arrived) const {
    std::size_t taken = 0;
    Message message;
    while (const std::size_t size = take_message(arrived.substr(taken), message)) {
        listener_.heard(message);
        taken += size;
    }
    listener_.all_heard();
    return taken;
}

} // namespace poise::pipewire
