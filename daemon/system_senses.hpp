// SPDX-License-Identifier: GPL-3.0-or-later
// What is sensed over the system bus: the session, sleep and inhibitors from logind, the lid from UPower, the zone from
// timedated. Where that bus ends, all of it is made anew when there is one again.
#pragma once

#include "session_claims.hpp"

#include "poise/ports.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace poise {

class SystemSenses {
public:
    /// What they need of the daemon; all of it outlives them.
    struct World {
        boost::asio::io_context& io;
        Clock& clock;
        SessionClaims& claims;
        std::function<void(bool)> say_inhibited;
        std::function<void()> zone_set;
    };
    explicit SystemSenses(World);
    ~SystemSenses();
    SystemSenses(const SystemSenses&) = delete;
    SystemSenses& operator=(const SystemSenses&) = delete;

    /// To be called once.
    void start();

    /// Throws std::runtime_error with the reason where logind is of no use for that.
    [[nodiscard]] std::unique_ptr<IdleSource> open_idle_source(IdleSource::Listener);
    [[nodiscard]] std::vector<Finding> findings() const;

private:
    struct Parts; // of one connection

    void look();
    void lose(const std::string& why);

    World world_;
    std::unique_ptr<Parts> parts_; // of a bus that has ended: until there is another
    std::string trouble_ = "not looked at yet";
    boost::asio::steady_timer next_look_;
    std::size_t fruitless_ = 0;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
