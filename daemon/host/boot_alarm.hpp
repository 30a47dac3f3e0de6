// SPDX-License-Identifier: GPL-3.0-or-later
// The one alarm of the engine, on CLOCK_BOOTTIME: what falls due while the machine sleeps is posted as soon as it
// wakes. (Asio's own timers stand still in suspend.) Arming replaces whatever was armed, even an alarm that has gone
// off and was not posted yet.
#pragma once

#include "readable.hpp"

#include "poise/ports.hpp"

namespace poise {

class BootAlarm : public Alarm {
public:
    BootAlarm(boost::asio::io_context&, PostEvent);

    void arm(std::optional<Instant> at) override;

private:
    void ring();

    PostEvent post_;
    std::optional<Instant> armed_;
    Readable timer_;
};

} // namespace poise
