// SPDX-License-Identifier: GPL-3.0-or-later
#include "local_socket.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace poise {

namespace {

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

/// Says with the bytes who sends them. The kernel adds that by itself only once the server has asked for it, which
/// PulseAudio does a moment after it has accepted us: what came in between it would refuse as a stranger's.
ssize_t send_as_ourselves(int descriptor, std::string_view bytes) {
    const ucred ourselves{::getpid(), ::getuid(), ::getgid()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof ourselves)> control{};
    iovec content{const_cast<char*>(bytes.data()), bytes.size()};
    msghdr message{};
    message.msg_iov = &content;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_CREDENTIALS;
    head->cmsg_len = CMSG_LEN(sizeof ourselves);
    std::memcpy(CMSG_DATA(head), &ourselves, sizeof ourselves);
    return ::sendmsg(descriptor, &message, MSG_NOSIGNAL);
}

} // namespace

LocalSocket::LocalSocket(boost::asio::io_context& io, const std::string& path, Listener listener)
    : socket_{io, open_socket(path)}, listener_{std::move(listener)} {
    wait_to_read();
}

void LocalSocket::send(std::string_view bytes) {
    if (unsent_.empty()) wait_to_write();
    unsent_ += bytes;
}

void LocalSocket::wait_to_read() {
    socket_.async_wait(boost::asio::posix::descriptor_base::wait_read,
                       [this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
                           if (!error && !alive.expired()) read();
                       });
}

void LocalSocket::wait_to_write() {
    socket_.async_wait(boost::asio::posix::descriptor_base::wait_write,
                       [this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
                           if (!error && !alive.expired()) write();
                       });
}

void LocalSocket::read() {
    std::array<char, 8192> buffer{};
    ssize_t length = 0;
    while ((length = ::recv(socket_.native_handle(), buffer.data(), buffer.size(), 0)) > 0) {
        arrived_.append(buffer.data(), static_cast<std::size_t>(length));
    }
    const int why = errno;
    arrived_.erase(0, listener_.arrived(arrived_));
    if (arrived_.empty()) arrived_.shrink_to_fit(); // the list at the start is the longest by far
    if (length == 0) return listener_.lost("it has closed the connection");
    if (why != EAGAIN && why != EINTR) return listener_.lost(std::strerror(why));
    wait_to_read();
}

void LocalSocket::write() {
    const ssize_t sent = send_as_ourselves(socket_.native_handle(), unsent_);
    if (sent < 0 && errno != EAGAIN && errno != EINTR) return; // reading tells what became of it
    unsent_.erase(0, sent < 0 ? 0 : static_cast<std::size_t>(sent));
    if (!unsent_.empty()) wait_to_write();
}

} // namespace poise
