// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_sync_idle_source.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace poise {

namespace {

constexpr auto ms = [](xcb_sync_int64_t value) {
    return Duration{static_cast<std::int64_t>(value.hi) * (std::int64_t{1} << 32) + value.lo};
};

xcb_sync_int64_t to_x(Duration value) {
    const std::int64_t count = value.count();
    return {static_cast<std::int32_t>(count >> 32), static_cast<std::uint32_t>(count & 0xffffffff)};
}

/// libxcb's accessor takes the name to begin behind a padded struct, two bytes too late (libxcb 1.15 and before).
std::string_view name_of(const xcb_sync_systemcounter_t& counter) {
    constexpr std::size_t header = 14;
    return {reinterpret_cast<const char*>(&counter) + header, counter.name_len};
}

xcb_sync_counter_t find_idle_counter(const XConnection& connection) {
    const auto asked = xcb_sync_list_system_counters(connection.get());
    const auto reply = connection.answer_to<xcb_sync_list_system_counters_reply_t>(asked);
    if (!reply) return 0;
    auto counters = xcb_sync_list_system_counters_counters_iterator(reply.get());
    for (; counters.rem > 0; xcb_sync_systemcounter_next(&counters)) {
        if (name_of(*counters.data) == "IDLETIME") return counters.data->counter;
    }
    return 0;
}

} // namespace

XSyncIdleSource::XSyncIdleSource(boost::asio::io_context& io, Clock& clock, Listener listener,
                                 const std::string& display)
    : connection_{display}, clock_{clock}, listener_{std::move(listener)},
      events_{io, connection_, [this](const xcb_generic_event_t& event) { handle(event); },
              [this](const std::string& why) { listener_.lost(why); }} {
    xcb_connection_t* x = connection_.get();
    const xcb_query_extension_reply_t* extension = xcb_get_extension_data(x, &xcb_sync_id);
    if (!extension || !extension->present) throw std::runtime_error{"the X server has no SYNC extension"};
    alarm_notify_ = extension->first_event + XCB_SYNC_ALARM_NOTIFY;
    const auto asked = xcb_sync_initialize(x, XCB_SYNC_MAJOR_VERSION, XCB_SYNC_MINOR_VERSION);
    const auto agreed = connection_.answer_to<xcb_sync_initialize_reply_t>(asked);
    if (agreed) idle_counter_ = find_idle_counter(connection_);
    if (idle_counter_ == 0) throw connection_.refusal("the X server has no IDLETIME counter");
}

void XSyncIdleSource::watch(Duration threshold) {
    threshold_ = std::max(threshold, Duration{2}); // below is less than the counter's own step
    if (events_.is_lost() || idle_) return;        // armed again when the input goes on
    arm(idle_alarm_, threshold_, XCB_SYNC_TESTTYPE_POSITIVE_COMPARISON);
}

std::optional<Duration> XSyncIdleSource::idle_time() {
    const auto asked = xcb_sync_query_counter(connection_.get(), idle_counter_);
    const auto reply = connection_.answer_to<xcb_sync_query_counter_reply_t>(asked);
    events_.catch_up();
    if (!reply) return std::nullopt;
    return ms(reply->counter_value);
}

void XSyncIdleSource::arm(xcb_sync_alarm_t& alarm, Duration value, xcb_sync_testtype_t test) {
    xcb_connection_t* x = connection_.get();
    // A delta of zero makes a comparison silent once it has been true.
    xcb_sync_create_alarm_value_list_t values{};
    values.counter = idle_counter_;
    values.valueType = XCB_SYNC_VALUETYPE_ABSOLUTE;
    values.value = to_x(value);
    values.testType = test;
    values.events = 1;
    constexpr std::uint32_t all = XCB_SYNC_CA_COUNTER | XCB_SYNC_CA_VALUE_TYPE | XCB_SYNC_CA_VALUE |
                                  XCB_SYNC_CA_TEST_TYPE | XCB_SYNC_CA_DELTA | XCB_SYNC_CA_EVENTS;
    if (alarm == 0) {
        alarm = xcb_generate_id(x);
        xcb_sync_create_alarm_aux(x, alarm, all, &values);
    } else {
        xcb_sync_change_alarm_value_list_t changed{};
        changed.value = values.value;
        xcb_sync_change_alarm_aux(x, alarm, XCB_SYNC_CA_VALUE, &changed);
    }
    xcb_flush(x);
}

void XSyncIdleSource::handle(const xcb_generic_event_t& event) {
    constexpr int error = 0;
    if (event.response_type == error) return events_.lose("the X server refuses an alarm on IDLETIME");
    if (event.response_type != alarm_notify_) return; // another kind, or forged by a client
    const auto& alarm = reinterpret_cast<const xcb_sync_alarm_notify_event_t&>(event);
    if (alarm.state == XCB_SYNC_ALARMSTATE_DESTROYED) return;
    const Duration paused = ms(alarm.counter_value);
    if (alarm.alarm == idle_alarm_ && !idle_ && paused >= threshold_) { // less: armed for longer since it went off
        idle_ = true;
        arm(active_alarm_, threshold_ - Duration{1}, XCB_SYNC_TESTTYPE_NEGATIVE_COMPARISON);
        listener_.idle(clock_.instant() - paused);
    } else if (alarm.alarm == active_alarm_ && idle_) {
        idle_ = false;
        arm(idle_alarm_, threshold_, XCB_SYNC_TESTTYPE_POSITIVE_COMPARISON);
        listener_.active();
    }
}

} // namespace poise
