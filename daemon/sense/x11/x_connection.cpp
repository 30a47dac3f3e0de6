// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_connection.hpp"

#include <cerrno>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <poll.h>

namespace poise {

namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// Sessions that were not started by a login manager may lack the type, or have that of a console.
bool in_wayland_session() {
    const auto type = environment("XDG_SESSION_TYPE");
    return type == "wayland" || (type != "x11" && !environment("WAYLAND_DISPLAY").empty());
}

bool is_xwayland(xcb_connection_t* connection) {
    constexpr std::string_view name = "XWAYLAND";
    const auto asked = xcb_query_extension(connection, static_cast<std::uint16_t>(name.size()), name.data());
    const FromX<xcb_query_extension_reply_t> reply{xcb_query_extension_reply(connection, asked, nullptr)};
    return reply && reply->present;
}

} // namespace

XConnection::XConnection(const std::string& display) : display_{display.empty() ? environment("DISPLAY") : display} {
    const std::string guest = "this is a Wayland session, whose X server sees the input of X programs alone";
    if (in_wayland_session()) throw std::runtime_error{guest};
    if (display_.empty()) throw std::runtime_error{"DISPLAY is not set: no X session"};
    connection_.reset(xcb_connect(display_.c_str(), nullptr));
    if (const std::string why = trouble(); !why.empty()) throw std::runtime_error{why};
    if (is_xwayland(get())) throw std::runtime_error{guest};
}

xcb_window_t XConnection::root() const { return xcb_setup_roots_iterator(xcb_get_setup(get())).data->root; }

int XConnection::duplicate_descriptor() const {
    const int copy = ::fcntl(xcb_get_file_descriptor(get()), F_DUPFD_CLOEXEC, 0);
    if (copy < 0) throw std::system_error{errno, std::generic_category(), "cannot watch the X connection"};
    return copy;
}

bool XConnection::has_gone() const {
    pollfd watched{xcb_get_file_descriptor(get()), 0, 0};
    return ::poll(&watched, 1, 0) == 1 && (watched.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

std::string XConnection::trouble() const {
    switch (xcb_connection_has_error(get())) {
    case 0: return {};
    case XCB_CONN_CLOSED_PARSE_ERR: return "not the name of an X display: " + display_;
    case XCB_CONN_CLOSED_INVALID_SCREEN: return "the X server " + display_ + " has no such screen";
    default: return "no connection to the X server " + display_;
    }
}

} // namespace poise
