// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_server.hpp"

#include <xcb/xcb.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace poise {

namespace {

/// Where libxcb looks: first a name that stands in no folder.
enum class SocketPlace { no_folder, folder };

class ServerSocket {
public:
    ServerSocket(const std::string& path, SocketPlace place)
        : descriptor_{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)} {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::size_t before = place == SocketPlace::no_folder ? 1 : 0;
        path.copy(address.sun_path + before, sizeof address.sun_path - before - 1);
        const auto length = offsetof(sockaddr_un, sun_path) + path.size() + 1;
        if (::connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), static_cast<socklen_t>(length)) != 0) {
            why_not_ = errno;
        }
    }
    ~ServerSocket() { ::close(descriptor_); }
    ServerSocket(const ServerSocket&) = delete;
    ServerSocket& operator=(const ServerSocket&) = delete;

    [[nodiscard]] bool is_connected() const { return why_not_ == 0; }
    /// So many are waiting for it already that there is no room for one more.
    [[nodiscard]] bool is_full() const { return why_not_ == EAGAIN; }

    /// What no client would say makes a server hang up at once, without a word in its log.
    [[nodiscard]] bool hangs_up() const {
        constexpr std::array<char, 12> nonsense{};
        if (::send(descriptor_, nonsense.data(), nonsense.size(), MSG_NOSIGNAL) < 0) return errno == EPIPE;
        return wait_readable(descriptor_, std::chrono::steady_clock::now() + x_patience);
    }

private:
    int descriptor_;
    int why_not_ = 0;
};

} // namespace

bool wait_readable(int descriptor, std::chrono::steady_clock::time_point until) {
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd watched{descriptor, POLLIN, 0};
        const int ready = left.count() > 0 ? ::poll(&watched, 1, static_cast<int>(left.count())) : 0;
        if (ready >= 0 || errno != EINTR) return ready == 1;
    }
}

bool server_hangs(const std::string& display) {
    char* host = nullptr;
    int number = 0;
    if (xcb_parse_display(display.c_str(), &host, &number, nullptr) == 0) return false; // libxcb will say why
    const std::unique_ptr<char, void (*)(void*)> owned{host, std::free};
    if (*host != '\0' && std::strcmp(host, "unix") != 0) return false;
    const std::string path = "/tmp/.X11-unix/X" + std::to_string(number);
    for (const SocketPlace place : {SocketPlace::no_folder, SocketPlace::folder}) {
        const ServerSocket socket{path, place};
        if (socket.is_full()) return true;
        if (socket.is_connected()) return !socket.hangs_up();
    }
    return false;
}

} // namespace poise
