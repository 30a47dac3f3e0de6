// SPDX-License-Identifier: GPL-3.0-or-later
#include "wayland_idle_source.hpp"

#include <algorithm>
#include <utility>

namespace poise {

WaylandIdleSource::WaylandIdleSource(boost::asio::io_context& io, Clock& clock, Listener listener, std::string name,
                                     Way way, InhibitorWatch::Changed inhibited)
    : clock_{clock}, listener_{std::move(listener)}, name_{std::move(name)},
      connection_{io, [this](const std::string& why) { listener_.lost(why); }}, notifier_{way(connection_)} {
    if (inhibited) inhibitors_.emplace(io, connection_, std::move(inhibited));
}

void WaylandIdleSource::watch(Duration threshold) {
    threshold_ = std::max(threshold, Duration{1}); // zero would tell of a pause after every input
    if (!idle_) arm();                             // else when the input goes on
}

void WaylandIdleSource::arm() {
    armed_for_ = threshold_;
    watch_ = notifier_->watch(threshold_, {.paused = [this] { paused(); }, .resumed = [this] { resumed(); }});
}

void WaylandIdleSource::paused() {
    if (std::exchange(idle_, true)) return;
    if (inhibitors_) inhibitors_->input_ended();
    listener_.idle(clock_.instant() - armed_for_);
}

void WaylandIdleSource::resumed() {
    if (!std::exchange(idle_, false)) return;
    if (inhibitors_) inhibitors_->input_began();
    if (armed_for_ != threshold_) arm();
    listener_.active();
}

} // namespace poise
