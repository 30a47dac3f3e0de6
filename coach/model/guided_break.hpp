// SPDX-License-Identifier: GPL-3.0-or-later
// Where in its script a break is. It has no clock and no timer: it is told the time and can say when it next changes,
// so that whoever shows it arms one deadline. Going on, back and pausing only move the instant at which a stage began.
#pragma once

#include "script.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace poise::coach {

/// How much of a break was done; as the person says it, or as it looks.
enum class HowFar { done, partly, not_now };

class GuidedBreak {
public:
    GuidedBreak(Script script, Instant begin);

    struct Place {
        std::size_t stage = 0; // of a break that is over: the last one
        Duration elapsed{};    // in this stage
        bool is_over = false;
        bool operator==(const Place&) const = default;
    };
    [[nodiscard]] Place at(Instant now) const;
    [[nodiscard]] const Script& script() const { return script_; }
    [[nodiscard]] bool is_paused() const { return paused_at_.has_value(); }
    /// When the stage ends; nothing while it is paused, and when it is over.
    [[nodiscard]] std::optional<Instant> next_change(Instant now) const;

    /// To the next stage.
    void next(Instant now);
    /// To the beginning of this go; when that has only begun, or between two, to the go before.
    void back(Instant now);
    [[nodiscard]] bool can_go_back(Instant now) const;
    /// Over with this drill: to the change to the next one.
    void leave_drill(Instant now);
    void pause(Instant now);
    void resume(Instant now);

    /// What the time that was spent in the holds and repetitions suggests.
    [[nodiscard]] HowFar how_far(Instant now) const;

private:
    void go_to(std::size_t stage, Instant now);
    [[nodiscard]] std::optional<std::size_t> go_before(const Place& place) const;
    [[nodiscard]] std::vector<Duration> spent_until(Instant now) const;

    Script script_;
    std::size_t stage_ = 0; // from which place is reckoned; past the last one: it is over
    Instant began_;
    std::optional<Instant> paused_at_;
    std::vector<Duration> spent_; // in each stage, before `began_`
};

} // namespace poise::coach
