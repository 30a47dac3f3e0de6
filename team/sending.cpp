// SPDX-License-Identifier: GPL-3.0-or-later
#include "sending.hpp"

#include "say.hpp"
#include "system_clock.hpp"
#include "team_commands.hpp"

#include <random>

namespace poise {

void send_or_wait(Outbox outbox, bool by_timer, Console& console, const std::function<void()>& send) {
    const Moment now = SystemClock{}.now();
    const Backoff backoff = outbox.backoff();
    if (by_timer && holds(backoff, now.utc)) {
        console.print_line(tr("The last time it failed: it is tried again from {time} on, or at once without --quiet.",
                              {{"time", minute_text(backoff.not_before, now.offset)}}));
        return;
    }
    try {
        send();
    } catch (...) {
        if (by_timer) outbox.keep(after_failure(backoff, now.utc, std::random_device{}()));
        throw;
    }
    outbox.forget_backoff();
}

} // namespace poise
