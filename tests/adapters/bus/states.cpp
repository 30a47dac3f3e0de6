// SPDX-License-Identifier: GPL-3.0-or-later
#include "states.hpp"

#include "own_guide.hpp"

#include <utility>

namespace poise::test {

using namespace std::chrono_literals;

Moment moment_at(double seconds) {
    const auto elapsed = std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds));
    Moment moment;
    moment.instant = Instant{1h} + elapsed;
    moment.utc = UtcTime{std::chrono::seconds{utc_at_start}} + elapsed;
    moment.offset = 1h;
    return moment;
}

State working_state() {
    State state = restore(Settings{}, own_guide(), {}, moment_at(0), moment_at(0).instant);
    for (const Event& event : std::vector<Event>{Started{}, SensesSettled{}, ClientsChanged{true},
                                                 IdleSourceFound{std::nullopt}, InputBegan{}}) {
        state = after(std::move(state), event, 0);
    }
    return state;
}

State after(State state, const Event& event, double seconds) {
    return after(std::move(state), event, moment_at(seconds));
}

State after(State state, const Event& event, const Moment& now) { return step(std::move(state), event, now).state; }

} // namespace poise::test
