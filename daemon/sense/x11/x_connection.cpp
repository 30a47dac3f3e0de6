// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_connection.hpp"

#include "x_server.hpp"

#include <xcb/xcbext.h>
#include <xcb/xinput.h>

#include <cerrno>
#include <chrono>
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

bool says_xwayland(const XConnection& connection) {
    constexpr std::string_view name = "XWAYLAND";
    const auto asked = xcb_query_extension(connection.get(), static_cast<std::uint16_t>(name.size()), name.data());
    const auto reply = connection.answer_to<xcb_query_extension_reply_t>(asked);
    return reply && reply->present;
}

/// Before version 23.1, as in Debian 12, it has no such extension, but names its devices so.
bool has_devices_of_xwayland(const XConnection& connection) {
    const xcb_query_extension_reply_t* extension = xcb_get_extension_data(connection.get(), &xcb_input_id);
    if (!extension || !extension->present) return false;
    (void)connection.answer_to<xcb_input_xi_query_version_reply_t>(xcb_input_xi_query_version(connection.get(), 2, 2));
    const auto asked = xcb_input_xi_query_device(connection.get(), XCB_INPUT_DEVICE_ALL);
    const auto reply = connection.answer_to<xcb_input_xi_query_device_reply_t>(asked);
    if (!reply) return false;
    auto device = xcb_input_xi_query_device_infos_iterator(reply.get());
    for (; device.rem > 0; xcb_input_xi_device_info_next(&device)) {
        const std::string_view name{xcb_input_xi_device_info_name(device.data), device.data->name_len};
        if (name.starts_with("xwayland-")) return true;
    }
    return false;
}

} // namespace

XConnection::XConnection(const std::string& display) : display_{display.empty() ? environment("DISPLAY") : display} {
    const std::string guest = "this is a Wayland session, whose X server sees the input of X programs alone";
    if (in_wayland_session()) throw std::runtime_error{guest};
    if (display_.empty()) throw std::runtime_error{"DISPLAY is not set: no X session"};
    if (server_hangs(display_)) throw std::runtime_error{"the X server " + display_ + " does not answer"};
    connection_.reset(xcb_connect(display_.c_str(), nullptr));
    if (const std::string why = trouble(); !why.empty()) throw std::runtime_error{why};
    if (says_xwayland(*this) || has_devices_of_xwayland(*this)) throw std::runtime_error{guest};
}

xcb_window_t XConnection::root() const { return xcb_setup_roots_iterator(xcb_get_setup(get())).data->root; }

void* XConnection::await(unsigned sequence) const {
    xcb_flush(get());
    const auto until = std::chrono::steady_clock::now() + x_patience;
    void* reply = nullptr;
    xcb_generic_error_t* error = nullptr;
    while (xcb_poll_for_reply(get(), sequence, &reply, &error) == 0) {
        answers_ = wait_readable(xcb_get_file_descriptor(get()), until);
        if (answers_) continue;
        xcb_discard_reply(get(), sequence);
        return nullptr;
    }
    std::free(error);
    return reply;
}

std::runtime_error XConnection::refusal(const std::string& why) const {
    if (!answers_) return std::runtime_error{"the X server " + display_ + " does not answer"};
    const std::string dead = trouble();
    return std::runtime_error{dead.empty() ? why : dead};
}

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
