// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_input_counter.hpp"

#include <xcb/xinput.h>

#include <stdexcept>
#include <utility>

namespace poise {

namespace {

struct Counts {
    std::int64_t keys = 0;
    std::int64_t clicks = 0;
};

/// A notch of the wheel arrives as a press of button 4 to 7, and is no click.
bool is_wheel(std::uint32_t button) { return button >= 4 && button <= 7; }

void add(Counts& counts, const xcb_generic_event_t& event, std::uint8_t input_extension) {
    if (event.response_type != XCB_GE_GENERIC) return;
    // Keys and buttons share one layout, in which `detail` is the key or the button.
    const auto& press = reinterpret_cast<const xcb_input_raw_key_press_event_t&>(event);
    if (press.extension != input_extension) return;
    if (press.event_type == XCB_INPUT_RAW_KEY_PRESS) {
        if ((press.flags & XCB_INPUT_KEY_EVENT_FLAGS_KEY_REPEAT) == 0) ++counts.keys;
    } else if (press.event_type == XCB_INPUT_RAW_BUTTON_PRESS) {
        if (!is_wheel(press.detail)) ++counts.clicks;
    }
}

} // namespace

XInputCounter::XInputCounter(boost::asio::io_context& io, PostEvent post, const std::string& display)
    : connection_{display}, timer_{io}, post_{std::move(post)} {
    xcb_connection_t* x = connection_.get();
    const xcb_query_extension_reply_t* extension = xcb_get_extension_data(x, &xcb_input_id);
    if (!extension || !extension->present) throw std::runtime_error{"the X server has no XInput extension"};
    input_extension_ = extension->major_opcode;
    // From 2.1 on raw events come also while another program has grabbed the keyboard, as a menu does.
    const auto asked = xcb_input_xi_query_version(x, 2, 2);
    const auto agreed = connection_.answer_to<xcb_input_xi_query_version_reply_t>(asked);
    if (!agreed || agreed->major_version < 2) throw connection_.refusal("the X server has no XInput 2");
    post_(InputCounting{true});
}

void XInputCounter::start() {
    if (over_ || std::exchange(running_, true)) return;
    // Only from the first start on, so that nothing piles up in the server where nobody ever says start.
    if (!std::exchange(selected_, true)) select_presses();
    wait();
}

void XInputCounter::fetch_now() {
    if (!running_) return;
    fetch();
    if (running_) wait();
}

void XInputCounter::stop() {
    if (!std::exchange(running_, false)) return;
    timer_.cancel();
    // What did not fit into the socket waits in the server; it must send all of it before it answers a question.
    (void)connection_.answer_to<xcb_get_input_focus_reply_t>(xcb_get_input_focus(connection_.get()));
    fetch();
}

void XInputCounter::select_presses() {
    struct {
        xcb_input_event_mask_t head;
        std::uint32_t mask;
    } selection{{XCB_INPUT_DEVICE_ALL_MASTER, 1},
                XCB_INPUT_XI_EVENT_MASK_RAW_KEY_PRESS | XCB_INPUT_XI_EVENT_MASK_RAW_BUTTON_PRESS};
    xcb_input_xi_select_events(connection_.get(), connection_.root(), 1, &selection.head);
    xcb_flush(connection_.get());
}

void XInputCounter::wait() {
    timer_.expires_after(interval);
    timer_.async_wait([this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
        if (!error && !alive.expired()) fetch_now();
    });
}

void XInputCounter::fetch() {
    Counts counts;
    while (const FromX<xcb_generic_event_t> event{xcb_poll_for_event(connection_.get())})
        add(counts, *event, input_extension_);
    if (counts.keys != 0 || counts.clicks != 0) post_(InputCounted{counts.keys, counts.clicks});
    if (!connection_.trouble().empty()) give_up();
}

void XInputCounter::give_up() {
    running_ = false;
    over_ = true;
    post_(InputCounting{false});
}

} // namespace poise
