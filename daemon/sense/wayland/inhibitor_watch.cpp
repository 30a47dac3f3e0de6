// SPDX-License-Identifier: GPL-3.0-or-later
#include "inhibitor_watch.hpp"

#include <chrono>
#include <utility>

namespace poise {

namespace {

constexpr Duration at_once{1};
// D: far longer than a compositor takes to tell, and nobody notices it at the begin of a video.
constexpr std::chrono::milliseconds held_back{500};

} // namespace

InhibitorWatch::InhibitorWatch(boost::asio::io_context& io, WaylandConnection& connection, Changed changed)
    : changed_{std::move(changed)}, notifier_{idle_notifier(connection)}, doubt_{io} {}

InhibitorWatch::~InhibitorWatch() { set(false); }

void InhibitorWatch::input_ended() {
    watch_ = notifier_->watch(at_once, {.paused =
                                            [this] {
                                                doubt_.cancel();
                                                set(false);
                                            },
                                        // By an inhibitor, or by input, of which the other watch tells just as soon.
                                        .resumed = [this] { suspect(); }});
    suspect();
}

void InhibitorWatch::input_began() {
    watch_.reset();
    doubt_.cancel();
}

void InhibitorWatch::suspect() {
    doubt_.expires_after(held_back);
    doubt_.async_wait([this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
        if (!error && !alive.expired() && watch_) set(true);
    });
}

void InhibitorWatch::set(bool inhibited) {
    if (std::exchange(inhibited_, inhibited) != inhibited) changed_(inhibited);
}

} // namespace poise
