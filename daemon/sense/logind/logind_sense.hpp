// SPDX-License-Identifier: GPL-3.0-or-later
// Says when the session is locked and when the machine sleeps, as logind has it; each change is posted once.
// Two things speak of the lock. LockedHint is a state, set by the screen lockers that tell logind; the signals Lock and
// Unlock are requests, and a locker that is opened with a password answers them with none. So a lock that only a signal
// claims is doubted: input that goes on for a while proves the session open. D: 60 s, longer than typing a password.
#pragma once

#include "poise/ports.hpp"

#include <sdbus-c++/IConnection.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace poise {

class LogindSense {
public:
    /// `system_bus` is served by somebody else, who is told by `called_out` that there may be messages to look at.
    /// Throws std::runtime_error with the reason where logind knows of no session of ours.
    LogindSense(boost::asio::io_context&, sdbus::IConnection& system_bus, const std::function<void()>& called_out,
                PostEvent);

    /// What the idle source says: the only evidence against a lock that nothing confirms.
    void input_began();
    void input_ended();

    [[nodiscard]] const std::string& session_path() const { return session_path_; }

    /// How long input must go on to be believed.
    Duration doubt_after = std::chrono::seconds{60};

private:
    using Read = std::function<void(sdbus::Message&)>;

    void follow(sdbus::IConnection&, const std::string& rule, Read);
    void set_hint(bool locked);
    void set_locked(bool);
    void set_asleep(bool);
    void doubt();

    PostEvent post_;
    std::string session_path_;
    std::vector<sdbus::Slot> matches_;
    boost::asio::steady_timer doubt_;
    bool locked_ = false;
    bool hint_ = false; // LockedHint
    bool asleep_ = false;
    bool input_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
