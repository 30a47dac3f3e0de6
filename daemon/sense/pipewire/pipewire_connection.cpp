// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipewire_connection.hpp"

#include <boost/asio/post.hpp>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace poise::pipewire {

namespace {

struct Header {
    std::uint32_t object;
    std::uint32_t opcode_and_size; // 8 and 24 bits
    std::uint32_t sequence;
    std::uint32_t descriptors;
};

int open_socket(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) {
        throw std::system_error{ENAMETOOLONG, std::generic_category(), path};
    }
    path.copy(address.sun_path, path.size());
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0) throw std::system_error{errno, std::generic_category(), "no socket"};
    if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return descriptor;
    const int why = errno;
    ::close(descriptor);
    throw std::system_error{why, std::generic_category(), path};
}

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
    : socket_{io, open_socket(socket_path)}, listener_{std::move(listener)} {
    wait_to_read();
}

void Connection::send(std::uint32_t object, std::uint8_t opcode, const PodWriter& body) {
    if (unsent_.empty()) wait_to_write();
    unsent_ += encode(object, opcode, sequence_++, body);
}

void Connection::wait_to_read() {
    socket_.async_wait(boost::asio::posix::descriptor_base::wait_read,
                       [this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
                           if (!error && !alive.expired()) read();
                       });
}

void Connection::wait_to_write() {
    socket_.async_wait(boost::asio::posix::descriptor_base::wait_write,
                       [this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
                           if (!error && !alive.expired()) write();
                       });
}

void Connection::read() {
    std::array<char, 8192> buffer{};
    ssize_t length = 0;
    while ((length = ::recv(socket_.native_handle(), buffer.data(), buffer.size(), 0)) > 0) {
        arrived_.append(buffer.data(), static_cast<std::size_t>(length));
    }
    const int why = errno;
    std::size_t taken = 0;
    Message message;
    while (const std::size_t size = take_message(std::string_view{arrived_}.substr(taken), message)) {
        listener_.heard(message);
        taken += size;
    }
    arrived_.erase(0, taken);
    if (arrived_.empty()) arrived_.shrink_to_fit(); // the list at the start is the longest by far
    listener_.all_heard();
    if (length == 0) return lose("it has closed the connection");
    if (why != EAGAIN && why != EINTR) return lose(std::strerror(why));
    wait_to_read();
}

void Connection::write() {
    const ssize_t sent = ::send(socket_.native_handle(), unsent_.data(), unsent_.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN && errno != EINTR) return; // reading tells what became of it
    unsent_.erase(0, sent < 0 ? 0 : static_cast<std::size_t>(sent));
    if (!unsent_.empty()) wait_to_write();
}

void Connection::lose(const std::string& why) const { listener_.lost(why); }

} // namespace poise::pipewire
