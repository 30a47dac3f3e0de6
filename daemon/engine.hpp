// SPDX-License-Identifier: GPL-3.0-or-later
// The engine turns the core's wheel: it reads the clocks once per event, steps, performs the effects in the order
// Record, Withdraw, Show, Tell, and arms one alarm for the next wake. Whoever has news posts it; nothing is stepped
// from inside a callback, so that an adapter may answer at once without meeting itself. It knows the ports and no
// technology.
#pragma once

#include "poise/ports.hpp"
#include "poise/step.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace poise {

class Engine {
public:
    /// What the engine needs of the world; all of it outlives the engine.
    struct World {
        boost::asio::io_context& io;
        Clock& clock;
        Alarm& alarm;
        Journal& journal;
        Announcer& announcer;
        /// Input pauses of this length are worth reporting from now on.
        std::function<void(Duration threshold)> watch_input;
        /// A sleep that nobody has told of since the last look.
        std::function<std::optional<SleptUnseen>()> look_for_sleep;
    };
    using Done = std::function<void(std::optional<std::string> refusal)>;

    Engine(State, World);

    /// Steps this event after the present one; `done` hears whether it was refused.
    void post(Event, Done done = {});

    /// Steps it now. Only for the root, before the loop runs and after it has ended.
    void handle(const Event&, const Done& done = {});

    [[nodiscard]] const State& state() const { return state_; }

private:
    void take(const Event&, const Moment& now, const Done& done);
    void perform(const std::vector<Effect>&);
    void tell_of_journal();
    void retry_later();
    void watch_input();

    State state_;
    World world_;
    std::optional<Duration> watched_; // the threshold that was last asked for
    JournalHealth journal_;           // as last told
    boost::asio::steady_timer retry_; // of what could not be written, while it waits
    bool is_retrying_ = false;
    std::shared_ptr<Engine*> self_; // what is posted outlives neither the loop nor the engine
};

} // namespace poise
