// SPDX-License-Identifier: GPL-3.0-or-later
#include "socket_watch.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

#include <sys/inotify.h>
#include <unistd.h>

namespace poise {

namespace {

int watch_folder(const std::filesystem::path& folder) {
    const int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor < 0) throw std::system_error{errno, std::generic_category(), "no inotify"};
    if (::inotify_add_watch(descriptor, folder.c_str(), IN_CREATE | IN_MOVED_TO | IN_ONLYDIR) >= 0) return descriptor;
    const int why = errno;
    ::close(descriptor);
    throw std::system_error{why, std::generic_category(), folder.string() + " cannot be watched"};
}

} // namespace

SocketWatch::SocketWatch(boost::asio::io_context& io, const std::filesystem::path& socket,
                         std::function<void()> appeared)
    : name_{socket.filename()}, appeared_{std::move(appeared)}, inotify_{io, watch_folder(socket.parent_path())} {
    wait();
}

void SocketWatch::wait() {
    inotify_.async_wait(boost::asio::posix::descriptor_base::wait_read,
                        [this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
                            if (error || alive.expired()) return;
                            const bool it_did = appeared();
                            wait();
                            if (it_did) appeared_(); // may destroy the watch
                        });
}

bool SocketWatch::appeared() {
    bool found = false;
    std::array<char, 4096> buffer{};
    for (ssize_t length = 0; (length = ::read(inotify_.native_handle(), buffer.data(), buffer.size())) > 0;) {
        for (const char* at = buffer.data(); at < buffer.data() + length;) {
            inotify_event event{};
            std::memcpy(&event, at, sizeof event);
            if (event.len > 0 && name_ == std::string_view{at + sizeof event}) found = true;
            at += sizeof event + event.len;
        }
    }
    return found;
}

} // namespace poise
