// SPDX-License-Identifier: GPL-3.0-or-later
// What is claimed of the person's session, and what follows from it: whether nobody can work in it, and whether the
// machine sleeps; each change is posted once, however often and in whatever order it is told. It outlives whoever makes
// the claims.
// A session counts as locked while it is locked, while another is in front of it (a switch of users), while the lid is
// closed on a machine with no other screen, and from its end until the person's next session.
// LockedHint and a screen saver's word are states. The signals Lock and Unlock are requests, and a locker that is
// opened with a password answers them with none. So a lock that only a signal claims is doubted, as is one whose
// witness has gone: input that goes on for a while proves the session open. D: 60 s, longer than typing a password.
#pragma once

#include "poise/ports.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>

namespace poise {

class SessionClaims {
public:
    SessionClaims(boost::asio::io_context& io, PostEvent post) : post_{std::move(post)}, doubt_{io} {}

    void set_locked(bool); // by a signal
    void set_hint(bool);   // LockedHint
    void set_screen_saver(bool is_on);
    void set_in_front(bool);
    void set_over(bool); // and no other session is there yet
    void set_lid_closed(bool);
    void set_asleep(bool);
    /// logind has gone: what it claimed stays until somebody knows better.
    void lose_witness();

    /// What the idle source says: the only evidence against a lock that nothing confirms.
    void input_began();
    void input_ended();

    /// How long input must go on to be believed.
    Duration doubt_after = std::chrono::seconds{60};

private:
    void judge();
    void doubt();

    PostEvent post_;
    boost::asio::steady_timer doubt_;
    bool locked_ = false;
    bool hint_ = false;
    bool screen_saver_ = false;
    bool in_front_ = true;
    bool over_ = false;
    bool lid_closed_ = false;
    bool told_ = false; // that it counts as locked
    bool asleep_ = false;
    bool input_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
