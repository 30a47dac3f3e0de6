// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_screen_saver_idle_source.hpp"

#include <xcb/screensaver.h>
#include <xcb/xinput.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace poise {

namespace {

template <class Extension>
std::uint8_t opcode_of(xcb_connection_t* x, Extension& id, const char* name) {
    const xcb_query_extension_reply_t* extension = xcb_get_extension_data(x, &id);
    if (!extension || !extension->present) throw std::runtime_error{std::string{"the X server has no "} + name};
    return extension->major_opcode;
}

} // namespace

XScreenSaverIdleSource::XScreenSaverIdleSource(boost::asio::io_context& io, Clock& clock, Listener listener,
                                               const std::string& display)
    : connection_{display}, clock_{clock}, listener_{std::move(listener)},
      next_check_{io}, events_{io, connection_, [this](const xcb_generic_event_t& event) { handle(event); },
                               [this](const std::string& why) {
                                   next_check_.cancel();
                                   listener_.lost(why);
                               }} {
    xcb_connection_t* x = connection_.get();
    (void)opcode_of(x, xcb_screensaver_id, "MIT-SCREEN-SAVER extension");
    input_extension_ = opcode_of(x, xcb_input_id, "XInput extension to tell of the end of a pause");
    const auto asked = xcb_input_xi_query_version(x, 2, 2);
    const auto agreed = connection_.answer_to<xcb_input_xi_query_version_reply_t>(asked);
    if (!agreed || agreed->major_version < 2) {
        throw connection_.refusal("the X server has no XInput 2 to tell of the end of a pause");
    }
    if (!XScreenSaverIdleSource::idle_time()) {
        throw connection_.refusal("the X server does not say how long it has been idle");
    }
}

void XScreenSaverIdleSource::watch(Duration threshold) {
    threshold_ = std::max(threshold, Duration{1});
    if (!idle_) check_pause_in(Duration::zero());
}

std::optional<Duration> XScreenSaverIdleSource::idle_time() {
    const auto asked = xcb_screensaver_query_info(connection_.get(), connection_.root());
    const auto reply = connection_.answer_to<xcb_screensaver_query_info_reply_t>(asked);
    events_.catch_up();
    if (!reply) return std::nullopt;
    return Duration{reply->ms_since_user_input};
}

void XScreenSaverIdleSource::check_pause() {
    auto pause = idle_time();
    if (pause && *pause >= threshold_) {
        // Asked again after the wish: whatever ends the pause that this answer speaks of will be told.
        select(RawEvents::wanted);
        pause = idle_time();
    }
    if (!pause) return check_pause_in(threshold_); // the server was slow this once, or its end is told by itself
    if (*pause < threshold_) {
        select(RawEvents::unwanted);
        return check_pause_in(threshold_ - *pause);
    }
    idle_ = true;
    listener_.idle(clock_.instant() - *pause);
}

void XScreenSaverIdleSource::check_pause_in(Duration time) {
    next_check_.expires_after(time);
    next_check_.async_wait([this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
        if (!error && !alive.expired() && !idle_ && !events_.is_lost()) check_pause();
    });
}

void XScreenSaverIdleSource::select(RawEvents raw) {
    struct {
        xcb_input_event_mask_t head;
        std::uint32_t mask;
    } selection{{XCB_INPUT_DEVICE_ALL_MASTER, 1}, 0};
    if (raw == RawEvents::wanted) {
        selection.mask = XCB_INPUT_XI_EVENT_MASK_RAW_KEY_PRESS | XCB_INPUT_XI_EVENT_MASK_RAW_BUTTON_PRESS |
                         XCB_INPUT_XI_EVENT_MASK_RAW_MOTION | XCB_INPUT_XI_EVENT_MASK_RAW_TOUCH_BEGIN;
    }
    xcb_input_xi_select_events(connection_.get(), connection_.root(), 1, &selection.head);
    xcb_flush(connection_.get());
}

void XScreenSaverIdleSource::handle(const xcb_generic_event_t& event) {
    if (!idle_ || event.response_type != XCB_GE_GENERIC) return;
    if (reinterpret_cast<const xcb_ge_generic_event_t&>(event).extension != input_extension_) return;
    idle_ = false;
    select(RawEvents::unwanted);
    check_pause_in(threshold_);
    listener_.active();
}

} // namespace poise
