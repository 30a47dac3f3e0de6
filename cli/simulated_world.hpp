// SPDX-License-Identifier: GPL-3.0-or-later
// What is true around the daemon of `poise simulate`, whether it lives or not, and what its senses say when that
// changes.
#pragma once

#include "poise/event.hpp"
#include "trace.hpp"

#include <array>
#include <optional>
#include <vector>

namespace poise {

class SimulatedWorld {
public:
    explicit SimulatedWorld(bool client) : client_{client} {}

    /// Everything that a daemon hears from its senses as it starts.
    [[nodiscard]] std::vector<Event> as_found() const;

    // What happens at `now`, and the event that tells of it; nothing: no sense notices.
    std::optional<Event> happen(const trace::Active&, Instant now);
    std::optional<Event> happen(const trace::Idle&, Instant now);
    std::optional<Event> happen(const trace::Lock&, Instant now);
    std::optional<Event> happen(const trace::Unlock&, Instant now);
    std::optional<Event> happen(const trace::Suspend&, Instant now);
    std::optional<Event> happen(const trace::Resume&, Instant now);
    std::optional<Event> happen(const trace::Hold&, Instant now);
    std::optional<Event> happen(const trace::Inhibit&, Instant now);
    std::optional<Event> happen(const trace::Client&, Instant now);
    std::optional<Event> happen(const trace::SenseLost&, Instant now);
    std::optional<Event> happen(const trace::SenseFound&, Instant now);
    /// The person who answers by themselves rests as told: no input, whatever the trace says.
    std::optional<Event> rest(bool resting, Instant now);

private:
    bool active_ = false;
    Instant idle_since_{};
    bool resting_as_told_ = false;
    bool locked_ = false;
    bool asleep_ = false;
    bool inhibited_ = false;
    bool client_;
    bool idle_source_ = true;
    std::array<bool, sign_count> signs_{};

    [[nodiscard]] bool has_input() const { return active_ && !resting_as_told_; }
    [[nodiscard]] Event idle_source_found() const;
    void end_input(Instant now); // as lock and suspend do
};

} // namespace poise
