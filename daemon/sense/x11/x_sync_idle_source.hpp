// SPDX-License-Identifier: GPL-3.0-or-later
// The SYNC extension's IDLETIME counter as an idle source. Two alarms in the server take turns: one for "idle so long
// or longer" while input goes on, one for "less than that" while there is none. Both compare instead of waiting for a
// passage, so that nothing that happens between two requests is missed, and an alarm that has gone off is silent until
// it is armed again: the server wakes this process twice for each pause, and for nothing else.
// What the listener hears alternates: idle, active, idle, and at last lost.
#pragma once

#include "x_connection.hpp"
#include "x_events.hpp"

#include "poise/ports.hpp"

#include <boost/asio/io_context.hpp>
#include <xcb/sync.h>

#include <string>

namespace poise {

class XSyncIdleSource : public IdleSource {
public:
    /// No display: the one that DISPLAY names. Throws std::runtime_error with the reason where it cannot work.
    XSyncIdleSource(boost::asio::io_context&, Clock&, Listener, const std::string& display = {});

    [[nodiscard]] std::string_view name() const override { return "x11"; }
    void watch(Duration threshold) override;
    [[nodiscard]] std::optional<Duration> idle_time() override;

private:
    void arm(xcb_sync_alarm_t&, Duration value, xcb_sync_testtype_t);
    void handle(const xcb_generic_event_t&);

    XConnection connection_;
    Clock& clock_;
    Listener listener_;
    xcb_sync_counter_t idle_counter_{};
    int alarm_notify_{};            // the event's number
    xcb_sync_alarm_t idle_alarm_{}; // 0: not made yet
    xcb_sync_alarm_t active_alarm_{};
    Duration threshold_{};
    bool idle_ = false;
    XEvents events_;
};

} // namespace poise
