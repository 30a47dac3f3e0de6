// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_claims.hpp"

#include <utility>

namespace poise {

void SessionClaims::set_locked(bool locked) {
    locked_ = locked;
    judge();
}

void SessionClaims::set_hint(bool locked) {
    hint_ = locked;
    set_locked(locked);
}

void SessionClaims::set_screen_saver(bool is_on) {
    screen_saver_ = is_on;
    set_locked(hint_ || (locked_ && is_on)); // whoever asked for the lock, it is open now
}

void SessionClaims::set_in_front(bool in_front) {
    in_front_ = in_front;
    judge();
}

void SessionClaims::set_over(bool over) {
    over_ = over;
    judge();
}

void SessionClaims::set_lid_closed(bool closed) {
    lid_closed_ = closed;
    judge();
}

void SessionClaims::set_asleep(bool asleep) {
    if (std::exchange(asleep_, asleep) == asleep) return;
    if (asleep) {
        post_(Suspended{});
    } else {
        post_(Resumed{});
    }
}

void SessionClaims::lose_witness() {
    locked_ = locked_ || over_ || !in_front_;
    hint_ = over_ = false;
    in_front_ = true;
    judge();
}

void SessionClaims::input_began() {
    input_ = true;
    asleep_ = false; // though nobody said so: the engine concludes the same, and the next sleep is news again
    doubt();
}

void SessionClaims::input_ended() {
    input_ = false;
    doubt();
}

void SessionClaims::judge() {
    const bool counts_as_locked = locked_ || screen_saver_ || !in_front_ || over_ || lid_closed_;
    if (std::exchange(told_, counts_as_locked) != counts_as_locked) {
        if (counts_as_locked) {
            post_(Locked{});
        } else {
            post_(Unlocked{});
        }
    }
    doubt();
}

void SessionClaims::doubt() {
    const bool is_claimed = (locked_ && !hint_) || lid_closed_;
    if (!is_claimed || !input_) {
        doubt_.cancel();
        return;
    }
    doubt_.expires_after(doubt_after);
    doubt_.async_wait([this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
        if (error || alive.expired()) return;
        lid_closed_ = false; // there is another screen
        set_locked(hint_);
    });
}

} // namespace poise
