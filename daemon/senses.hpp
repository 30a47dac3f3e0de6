// SPDX-License-Identifier: GPL-3.0-or-later
// All that the daemon senses, put together: here the adapters of daemon/sense meet the event loop and the two buses. A
// sense that cannot work here is left out with a finding, and the daemon goes on with less; nothing in here throws
// after it was made.
#pragma once

#include "any_of.hpp"
#include "bus_flag.hpp"
#include "bus_loop.hpp"
#include "idle_choice.hpp"
#include "session_claims.hpp"
#include "signs.hpp"
#include "system_senses.hpp"
#include "x_input_counter.hpp"

#include "poise/ports.hpp"

#include <boost/asio/io_context.hpp>

#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace poise {

class Senses {
public:
    /// What they need of the daemon; all of it outlives them.
    struct World {
        boost::asio::io_context& io;
        Clock& clock;
        BusLoop& session_bus;
        PostEvent post;
        std::function<void()> zone_set; // as the system bus tells
    };
    explicit Senses(World);

    /// Looks for everything that can be sensed; to be called once.
    void start(bool count_input);
    /// How long the input must pause before its end is posted.
    void watch_for(Duration threshold) { idle_choice_.watch_for(threshold); }
    /// What was counted until now is posted.
    void fetch_counts();
    /// Whether keys and clicks are counted, where they can be.
    void count_input(bool);

    /// In the order of preference; the one that works is in use.
    [[nodiscard]] std::vector<Finding> idle_sources() const { return idle_choice_.findings(); }
    [[nodiscard]] std::vector<Finding> findings() const;

private:
    void post(const Event&);
    void desktop_appeared();
    void look_for_screen_savers();
    std::vector<IdleChoice::Candidate> idle_candidates();
    IdleChoice::Follower follower();

    World world_;
    Signs signs_; // outlives the idle sources, which take their word on inhibitors back when they go
    SessionClaims claims_;
    SystemSenses system_; // outlives the idle source that is on its bus
    IdleChoice idle_choice_;
    std::optional<XInputCounter> counter_;
    std::string counter_trouble_;
    bool counts_input_ = false; // as the person wants it
    AnyOf screen_saver_;
    std::list<BusFlag> screen_savers_;
};

} // namespace poise
