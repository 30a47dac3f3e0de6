// SPDX-License-Identifier: GPL-3.0-or-later
// What an idle source said, with the time at which it was heard.
#pragma once

#include "system_clock.hpp"

#include "poise/ports.hpp"

#include <optional>
#include <string>

namespace poise::test {

struct Heard {
    int idles = 0;
    int actives = 0;
    std::optional<Instant> since; // of the last idle
    Instant at{};                 // the last word
    std::string lost;

    [[nodiscard]] IdleSource::Listener listener() {
        return {[this](Instant from) {
                    ++idles;
                    since = from;
                    at = boot_time();
                },
                [this] {
                    ++actives;
                    at = boot_time();
                },
                [this](const std::string& why) {
                    lost = why;
                    at = boot_time();
                }};
    }
};

/// The distance between two instants, whichever is first.
[[nodiscard]] inline Duration apart(Instant a, Instant b) { return std::chrono::abs(a - b); }

} // namespace poise::test
