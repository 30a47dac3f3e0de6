// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_fullscreen.hpp"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <utility>

namespace poise {

namespace {

using std::chrono::milliseconds;

// D: the window manager resizes a window and writes down its state, in either order, within a few frames.
constexpr milliseconds settling{200};
constexpr milliseconds quiet_at_most{std::chrono::seconds{10}};
constexpr std::uint32_t values_at_most = 64; // a window has a handful of states

/// The values of a property of 32-bit words: window ids or atoms.
template <class Use>
void read_words(const XConnection& connection, xcb_window_t window, xcb_atom_t property, xcb_atom_t type, Use use) {
    const auto asked = xcb_get_property(connection.get(), 0, window, property, type, 0, values_at_most);
    const auto reply = connection.answer_to<xcb_get_property_reply_t>(asked);
    if (!reply || reply->type != type || reply->format != 32) return;
    const auto* values = static_cast<const std::uint32_t*>(xcb_get_property_value(reply.get()));
    const auto count = static_cast<std::size_t>(xcb_get_property_value_length(reply.get())) / sizeof *values;
    for (std::size_t i = 0; i < count; ++i) use(values[i]);
}

} // namespace

XFullscreen::XFullscreen(boost::asio::io_context& io, std::function<void(bool)> say, const std::string& display)
    : connection_{display}, descriptor_{io}, quiet_{io}, say_{std::move(say)}, active_window_atom_{atom(
                                                                                   "_NET_ACTIVE_WINDOW")},
      state_atom_{atom("_NET_WM_STATE")}, fullscreen_atom_{atom("_NET_WM_STATE_FULLSCREEN")} {
    await(connection_.root(), XCB_EVENT_MASK_PROPERTY_CHANGE);
    look();
    wait_quietly(settling); // what came in with the answers is read then
}

xcb_atom_t XFullscreen::atom(const std::string& name) const {
    const auto asked = xcb_intern_atom(connection_.get(), 0, static_cast<std::uint16_t>(name.size()), name.c_str());
    const auto reply = connection_.answer_to<xcb_intern_atom_reply_t>(asked);
    return reply ? reply->atom : xcb_atom_t{XCB_ATOM_NONE};
}

void XFullscreen::wait() {
    try {
        descriptor_.assign(connection_.duplicate_descriptor());
    } catch (const std::exception& error) {
        trouble_ = error.what();
        return tell(false);
    }
    descriptor_.async_wait(boost::asio::posix::descriptor_base::wait_read,
                           [this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
                               if (!error && !alive.expired()) read();
                           });
}

void XFullscreen::wait_quietly(milliseconds length) {
    descriptor_.close(); // Asio would wake us for everything that comes, though nobody waits for it
    quiet_.expires_after(length);
    quiet_.async_wait([this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
        if (error || alive.expired()) return;
        look();
        // Looking takes the events in that came meanwhile, and nothing is readable then.
        const bool concerns_us = take_events();
        if (is_over()) return;
        if (concerns_us) return wait_quietly(settling);
        wait();
    });
}

void XFullscreen::read() {
    const bool concerns_us = take_events();
    if (is_over()) return;
    next_quiet_ = concerns_us ? settling : std::clamp(next_quiet_ * 2, settling, quiet_at_most);
    wait_quietly(next_quiet_);
}

bool XFullscreen::is_over() {
    trouble_ = connection_.trouble();
    if (!trouble_.empty()) tell(false);
    return !trouble_.empty();
}

bool XFullscreen::take_events() {
    bool concerns_us = false;
    while (const FromX<xcb_generic_event_t> event{xcb_poll_for_event(connection_.get())}) {
        const int type = event->response_type & 0x7f;
        if (type == XCB_CONFIGURE_NOTIFY) concerns_us = true;
        if (type != XCB_PROPERTY_NOTIFY) continue;
        const auto* property = reinterpret_cast<const xcb_property_notify_event_t*>(event.get());
        if (property->atom == active_window_atom_) concerns_us = true;
    }
    return concerns_us;
}

std::string XFullscreen::trouble() const {
    return trouble_.empty() && connection_.has_gone() ? "the X server has gone" : trouble_;
}

void XFullscreen::tell(bool fills) {
    if (std::exchange(told_, fills) != fills) say_(fills);
}

void XFullscreen::look() {
    const xcb_window_t active = active_window();
    if (std::exchange(active_, active) != active && active != XCB_WINDOW_NONE)
        await(active, XCB_EVENT_MASK_STRUCTURE_NOTIFY);
    // A window that is gone has no state.
    tell(active != XCB_WINDOW_NONE && fills_the_screen(active));
}

xcb_window_t XFullscreen::active_window() const {
    xcb_window_t active = XCB_WINDOW_NONE;
    read_words(connection_, connection_.root(), active_window_atom_, XCB_ATOM_WINDOW,
               [&](std::uint32_t value) { active = value; });
    return active;
}

bool XFullscreen::fills_the_screen(xcb_window_t window) const {
    bool fills = false;
    read_words(connection_, window, state_atom_, XCB_ATOM_ATOM,
               [&](std::uint32_t value) { fills = fills || value == fullscreen_atom_; });
    return fills;
}

void XFullscreen::await(xcb_window_t window, std::uint32_t events) const {
    xcb_change_window_attributes(connection_.get(), window, XCB_CW_EVENT_MASK, &events);
    xcb_flush(connection_.get());
}

} // namespace poise
