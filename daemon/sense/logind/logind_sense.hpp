// SPDX-License-Identifier: GPL-3.0-or-later
// Says when nobody can work in the session and when the machine sleeps, as logind (or elogind, which has the same
// names) has it; each change is posted once, however often and in whatever order it is told.
// A session counts as locked while it is locked, while another is in front of it (a switch of users), while the lid is
// closed on a machine with no other screen, and from its end until the person's next session.
// Two things speak of the lock. LockedHint is a state, set by the screen lockers that tell logind; the signals Lock and
// Unlock are requests, and a locker that is opened with a password answers them with none. So a lock that only a signal
// claims is doubted: input that goes on for a while proves the session open. D: 60 s, longer than typing a password.
#pragma once

#include "poise/ports.hpp"

#include <sdbus-c++/IConnection.h>
#include <sdbus-c++/Types.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace poise {

class LogindSense {
public:
    /// `system_bus` is served by somebody else, who is told by `called_out` that there may be messages to look at.
    /// Throws std::runtime_error with the reason where logind knows of no session of ours.
    LogindSense(boost::asio::io_context&, sdbus::IConnection& system_bus, std::function<void()> called_out, PostEvent);

    /// What the idle source says: the only evidence against a lock that nothing confirms.
    void input_began();
    void input_ended();
    /// As UPower says it; logind knows, too, but tells of no change.
    void set_lid_closed(bool);

    [[nodiscard]] const std::string& session_path() const { return session_path_; }

    /// How long input must go on to be believed.
    Duration doubt_after = std::chrono::seconds{60};

private:
    using Read = std::function<void(sdbus::Message&)>;
    using Matches = std::vector<sdbus::Slot>;

    void follow(Matches&, const std::string& rule, Read);
    void follow_session();
    void follow_manager();
    void session_ended();
    void look_for_session();
    void read_session(const std::map<std::string, sdbus::Variant>& properties);
    void set_hint(bool locked);
    void set_locked(bool);
    void set_asleep(bool);
    void judge();
    void doubt();

    sdbus::IConnection& bus_;
    std::function<void()> called_out_;
    PostEvent post_;
    std::string session_path_;
    Matches of_manager_;
    Matches of_session_;
    boost::asio::steady_timer doubt_;
    bool locked_ = false;
    bool hint_ = false; // LockedHint
    bool in_front_ = true;
    bool over_ = false; // the session, and no other is there yet
    bool lid_closed_ = false;
    bool told_ = false; // that it counts as locked
    bool asleep_ = false;
    bool input_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
