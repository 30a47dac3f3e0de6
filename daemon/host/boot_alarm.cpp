// SPDX-License-Identifier: GPL-3.0-or-later
#include "boot_alarm.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <sys/timerfd.h>
#include <unistd.h>

namespace poise {

BootAlarm::BootAlarm(boost::asio::io_context& io, PostEvent post)
    : post_{std::move(post)}, timer_{io, ::timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC),
                                     "no timer on CLOCK_BOOTTIME", [this] { ring(); }} {}

void BootAlarm::arm(std::optional<Instant> at) {
    if (at == armed_) return;
    armed_ = at;
    itimerspec when{};
    if (at) {
        using namespace std::chrono;
        const nanoseconds since_boot = std::max<nanoseconds>(at->time_since_epoch(), 1ns); // zero would disarm
        const seconds whole = floor<seconds>(since_boot);
        when.it_value = {whole.count(), (since_boot - whole).count()};
    }
    ::timerfd_settime(timer_.descriptor(), TFD_TIMER_ABSTIME, &when, nullptr);
}

void BootAlarm::ring() {
    // Nothing to read: it was armed anew since it went off.
    std::uint64_t times = 0;
    if (::read(timer_.descriptor(), &times, sizeof times) != sizeof times) return;
    armed_.reset();
    post_(TimePassed{});
}

} // namespace poise
