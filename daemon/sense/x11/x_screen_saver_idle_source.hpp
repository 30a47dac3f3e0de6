// SPDX-License-Identifier: GPL-3.0-or-later
// The MIT-SCREEN-SAVER extension as an idle source, for X servers without SYNC's IDLETIME. It answers how long the
// pause is, but tells of none; so while the input goes on it is asked at the earliest instant at which the pause can be
// long enough, once for each threshold at most. During a pause nothing is asked: the raw events of XInput 2 tell of its
// end, and the first of them ends the wish for more. What the listener hears alternates: idle, active, idle, and at
// last lost.
#pragma once

#include "x_connection.hpp"
#include "x_events.hpp"

#include "poise/ports.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <memory>
#include <string>

namespace poise {

class XScreenSaverIdleSource : public IdleSource {
public:
    /// No display: the one that DISPLAY names. Throws std::runtime_error with the reason where it cannot work.
    XScreenSaverIdleSource(boost::asio::io_context&, Clock&, Listener, const std::string& display = {});

    [[nodiscard]] std::string_view name() const override { return "x11-screensaver"; }
    void watch(Duration threshold) override;
    [[nodiscard]] std::optional<Duration> idle_time() override;

private:
    enum class RawEvents { wanted, unwanted };
    void select(RawEvents);
    void check_pause();
    void check_pause_in(Duration);
    void handle(const xcb_generic_event_t&);

    XConnection connection_;
    Clock& clock_;
    Listener listener_;
    boost::asio::steady_timer next_check_;
    std::uint8_t input_extension_ = 0; // the number that marks its events
    Duration threshold_{};
    bool idle_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
    XEvents events_;
};

} // namespace poise
