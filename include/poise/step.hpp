// SPDX-License-Identifier: GPL-3.0-or-later
// The core: (state, event, now) -> (state, effects). Pure and total: no clock, no I/O, no exceptions, no waiting.
// Nobody ticks it; after every step the caller arms one alarm for next_wake.
#pragma once

#include "poise/effect.hpp"
#include "poise/event.hpp"
#include "poise/state.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace poise {

struct Step {
    State state;
    std::vector<Effect> effects;        // Record, Withdraw, Show, Tell
    std::optional<std::string> refusal; // why an answer or a request changed nothing, for whoever asked
};

/// `now` may lie any distance after the last step: late alarms are caught up with. An instant before it is taken as it.
[[nodiscard]] Step step(State, const Event&, const Moment& now);

/// The next instant at which the core has something to say though nothing happens; always later than state.now.
[[nodiscard]] std::optional<Instant> next_wake(const State&);

/// The state that the facts lead to, as of `now`; the first event after it is Started. Facts are in the order of their
/// last writing; those of earlier boots may be among them. Where they know of no workstation check (S12), it is as if
/// the last had been at `workstation_checked`; none: it is due at once, the first run.
[[nodiscard]] State restore(Settings, GuidePtr, std::span<const Fact>, const Moment& now,
                            std::optional<Instant> workstation_checked = std::nullopt);

/// The facts among these that restore still needs: those of the last weeks, and the latest of what lasts longer.
[[nodiscard]] std::vector<Fact> recent_facts(std::span<const Fact>, const Moment& now);
inline constexpr auto facts_matter_for = std::chrono::weeks{5};

/// Whether a pause of three seconds in the input would be worth a wake-up now: a prompt waits for its moment or a break
/// runs. Otherwise away_after is all that the core needs to hear of.
[[nodiscard]] bool wants_input_pause(const State&);
inline constexpr Duration input_pause = std::chrono::seconds{3};

} // namespace poise
