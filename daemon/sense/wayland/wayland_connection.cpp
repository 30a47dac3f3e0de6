// SPDX-License-Identifier: GPL-3.0-or-later
#include "wayland_connection.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>

namespace poise {

namespace {

using SteadyClock = std::chrono::steady_clock;

// D: whoever takes longer is not asked while a person waits; the choice tries again later.
constexpr std::chrono::milliseconds patience{1000};

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// Those that listen, or once did, in the order of their age; the newest first.
std::vector<std::filesystem::path> sockets_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> sockets;
    std::error_code unreadable;
    for (const auto& entry : std::filesystem::directory_iterator{folder, unreadable}) {
        std::error_code gone;
        const bool is_one = entry.path().filename().string().starts_with("wayland-") && entry.is_socket(gone);
        if (is_one && !gone) sockets.push_back(entry.path());
    }
    std::ranges::sort(sockets, std::ranges::greater{}, [](const std::filesystem::path& socket) {
        std::error_code gone;
        return std::filesystem::last_write_time(socket, gone);
    });
    return sockets;
}

wl_display* connect() {
    if (environment("XDG_SESSION_TYPE") == "x11") throw std::runtime_error{"this is an X11 session"};
    const std::string name = environment("WAYLAND_DISPLAY");
    // Asked here, because libwayland writes a line of its own to the log each time.
    if (environment("XDG_RUNTIME_DIR").empty() && !name.starts_with('/')) {
        throw std::runtime_error{"XDG_RUNTIME_DIR is not set: no Wayland session"};
    }
    if (wl_display* display = wl_display_connect(nullptr)) return display;
    // In a session of another kind it would be a guest, which is told of little input.
    if (!name.empty() || environment("XDG_SESSION_TYPE") == "wayland") {
        for (const auto& socket : sockets_in(environment("XDG_RUNTIME_DIR"))) {
            if (wl_display* display = wl_display_connect(socket.c_str())) return display;
        }
    }
    throw std::runtime_error{name.empty() ? "no Wayland compositor: WAYLAND_DISPLAY is not set, and none is wayland-0"
                                          : "no Wayland compositor answers as " + name};
}

/// Asio closes what it is given, and the connection closes its own.
int duplicate(int descriptor) {
    const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    if (copy < 0) throw std::system_error{errno, std::generic_category(), "cannot watch the Wayland connection"};
    return copy;
}

/// False: not within the time, or not at all.
bool wait_readable(int descriptor, SteadyClock::time_point until) {
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - SteadyClock::now());
        pollfd watched{descriptor, POLLIN, 0};
        const int ready = left.count() > 0 ? ::poll(&watched, 1, static_cast<int>(left.count())) : 0;
        if (ready >= 0 || errno != EINTR) return ready == 1;
    }
}

} // namespace

const wl_registry_listener WaylandConnection::registry_listener{
    .global =
        [](void* self, wl_registry*, std::uint32_t name, const char* interface, std::uint32_t version) {
            static_cast<WaylandConnection*>(self)->globals_.push_back({name, interface, version});
        },
    .global_remove = [](void* self, wl_registry*,
                        std::uint32_t name) { static_cast<WaylandConnection*>(self)->withdraw(name); }};

WaylandConnection::WaylandConnection(boost::asio::io_context& io, Lost lost)
    : display_{connect(), wl_display_disconnect}, registry_{wl_display_get_registry(display_.get()),
                                                            wl_registry_destroy},
      descriptor_{io, duplicate(wl_display_get_fd(display_.get()))}, pause_{io}, lost_{std::move(lost)} {
    wl_registry_add_listener(registry_.get(), &registry_listener, this);
    await_answer();
    wait();
}

WaylandConnection::~WaylandConnection() = default;

void WaylandConnection::await_answer() {
    bool answered = false;
    static constexpr wl_callback_listener answer{
        .done = [](void* flag, wl_callback*, std::uint32_t) { *static_cast<bool*>(flag) = true; }};
    const WaylandObject<wl_callback> callback{wl_display_sync(display_.get()), wl_callback_destroy};
    wl_callback_add_listener(callback.get(), &answer, &answered);
    const auto until = SteadyClock::now() + patience;
    while (!answered) {
        flush();
        if (!wait_readable(wl_display_get_fd(display_.get()), until)) {
            throw std::runtime_error{"the Wayland compositor does not answer"};
        }
        serve();
        if (over_) throw std::runtime_error{trouble()};
    }
}

std::uint32_t WaylandConnection::version_of(const std::string& interface) const {
    const auto found = std::ranges::find(globals_, interface, &Global::interface);
    return found == globals_.end() ? 0 : found->version;
}

void* WaylandConnection::bind_any(const wl_interface& interface, std::uint32_t version) {
    const auto found = std::ranges::find(globals_, std::string_view{interface.name}, &Global::interface);
    const std::string wanted = std::string{interface.name} + " version " + std::to_string(version);
    if (found == globals_.end()) throw std::runtime_error{"the compositor does not offer " + wanted};
    if (found->version < version) {
        throw std::runtime_error{"the compositor does not offer " + wanted + ", but version " +
                                 std::to_string(found->version)};
    }
    bound_.push_back(found->name);
    return wl_registry_bind(registry_.get(), found->name, &interface, version);
}

void WaylandConnection::withdraw(std::uint32_t name) {
    const auto found = std::ranges::find(globals_, name, &Global::name);
    if (found == globals_.end()) return;
    const std::string interface = found->interface;
    globals_.erase(found);
    if (std::ranges::find(bound_, name) != bound_.end()) lose("the compositor has withdrawn its " + interface);
}

void WaylandConnection::flush() {
    // Any other error shows when the end is read.
    if (over_ || wl_display_flush(display_.get()) >= 0 || errno != EAGAIN) return;
    descriptor_.async_wait(boost::asio::posix::descriptor_base::wait_write,
                           [this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
                               if (!error && !alive.expired()) flush();
                           });
}

void WaylandConnection::wait() {
    descriptor_.async_wait(boost::asio::posix::descriptor_base::wait_read,
                           [this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
                               if (error || alive.expired()) return;
                               serve();
                               if (over_) return;
                               const Duration pause = after_reading_ ? after_reading_() : Duration::zero();
                               if (pause > Duration::zero()) return wait_after(pause);
                               wait();
                           });
}

void WaylandConnection::wait_after(Duration pause) {
    descriptor_.close(); // Asio would wake us for everything that comes, though nobody waits for it
    pause_.expires_after(pause);
    pause_.async_wait([this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
        if (error || alive.expired()) return;
        try {
            descriptor_.assign(duplicate(wl_display_get_fd(display_.get())));
            wait();
        } catch (const std::exception& trouble) {
            lose(trouble.what());
        }
    });
}

bool WaylandConnection::has_gone() const {
    pollfd watched{wl_display_get_fd(display_.get()), 0, 0};
    return over_ || (::poll(&watched, 1, 0) == 1 && (watched.revents & (POLLHUP | POLLERR)) != 0);
}

void WaylandConnection::serve() {
    wl_display* display = display_.get();
    // There is one thread and one queue: nobody else reads between the look at the descriptor and this.
    while (wl_display_prepare_read(display) != 0) {
        if (wl_display_dispatch_pending(display) < 0) return lose(trouble());
    }
    if (wl_display_read_events(display) < 0 || wl_display_dispatch_pending(display) < 0) return lose(trouble());
    flush();
}

std::string WaylandConnection::trouble() const {
    const int error = wl_display_get_error(display_.get());
    if (error != EPROTO) return "the Wayland compositor has gone";
    const wl_interface* interface = nullptr;
    const std::uint32_t code = wl_display_get_protocol_error(display_.get(), &interface, nullptr);
    return std::string{"the Wayland compositor refuses a request to "} + (interface ? interface->name : "it") +
           " (error " + std::to_string(code) + ")";
}

void WaylandConnection::lose(const std::string& why) {
    if (std::exchange(over_, true)) return;
    boost::asio::post(descriptor_.get_executor(), [this, why, alive = std::weak_ptr{alive_}] {
        if (!alive.expired() && lost_) lost_(why);
    });
}

} // namespace poise
