// SPDX-License-Identifier: GPL-3.0-or-later
// How long a timer waits after it could not send: twice as long after each failure, and by chance somewhat less, so
// that a server or a disk that was away is not asked by everybody at once when it is back.
#pragma once

#include "poise/time.hpp"

#include <cstdint>

namespace poise {

struct Backoff {
    int failures = 0; // in a row
    UtcTime not_before{};
    bool operator==(const Backoff&) const = default;
};

/// After so many failures it may be as long as this: 1, 2, 4, then 8 hours. No longer, for a week is open for three
/// days.
[[nodiscard]] Duration longest_wait(int failures);
/// One more failure. Every `chance` is as likely, and the wait is that part of the longest (full jitter).
[[nodiscard]] Backoff after_failure(const Backoff&, UtcTime now, std::uint32_t chance);
/// Whether a timer has to wait; never longer than by these rules, where a clock was wrong meanwhile.
[[nodiscard]] bool holds(const Backoff&, UtcTime now);

} // namespace poise
