// SPDX-License-Identifier: GPL-3.0-or-later
#include "backoff.hpp"

#include <algorithm>
#include <limits>

namespace poise {

namespace {

constexpr Duration first{std::chrono::hours{1}};
constexpr int doublings = 3;

} // namespace

Duration longest_wait(int failures) { return first * (1 << std::clamp(failures - 1, 0, doublings)); }

Backoff after_failure(const Backoff& before, UtcTime now, std::uint32_t chance) {
    const int failures = std::min(before.failures, doublings) + 1; // more change nothing
    const auto part = static_cast<double>(chance) / std::numeric_limits<std::uint32_t>::max();
    return {failures, now + std::chrono::duration_cast<Duration>(longest_wait(failures) * part)};
}

bool holds(const Backoff& backoff, UtcTime now) {
    return now < backoff.not_before && backoff.not_before <= now + longest_wait(backoff.failures);
}

} // namespace poise
