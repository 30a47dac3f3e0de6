// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulated_world.hpp"

namespace poise {

std::vector<Event> SimulatedWorld::as_found() const {
    std::vector<Event> events;
    if (asleep_) events.emplace_back(Suspended{});
    if (locked_) events.emplace_back(Locked{});
    if (idle_source_) events.push_back(idle_source_found());
    for (Sign sign : all_signs) {
        if (signs_[index(sign)]) events.emplace_back(SignBegan{sign});
    }
    if (inhibited_) events.emplace_back(InhibitChanged{true});
    if (client_) events.emplace_back(ClientsChanged{true});
    return events;
}

Event SimulatedWorld::idle_source_found() const {
    return IdleSourceFound{has_input() ? std::nullopt : std::optional{idle_since_}};
}

void SimulatedWorld::end_input(Instant now) {
    if (has_input()) idle_since_ = now;
    active_ = false;
}

std::optional<Event> SimulatedWorld::happen(const trace::Active&, Instant) {
    const bool had_input = has_input();
    active_ = true;
    return !had_input && has_input() ? std::optional<Event>{InputBegan{}} : std::nullopt;
}

std::optional<Event> SimulatedWorld::happen(const trace::Idle& idle, Instant) {
    const Instant since{idle.since};
    const bool touched = since > idle_since_ && !locked_ && !asleep_ && !resting_as_told_; // a moment of input between
    const bool is_news = has_input() || touched;
    active_ = false;
    if (!is_news) return std::nullopt;
    idle_since_ = since;
    return InputEnded{idle_since_};
}

std::optional<Event> SimulatedWorld::happen(const trace::Lock&, Instant now) {
    end_input(now);
    locked_ = true;
    return Locked{};
}

std::optional<Event> SimulatedWorld::happen(const trace::Unlock&, Instant now) {
    if (locked_ && !active_) idle_since_ = now;
    locked_ = false;
    return Unlocked{};
}

std::optional<Event> SimulatedWorld::happen(const trace::Suspend&, Instant now) {
    end_input(now);
    asleep_ = true;
    return Suspended{};
}

std::optional<Event> SimulatedWorld::happen(const trace::Resume&, Instant) {
    asleep_ = false;
    return Resumed{};
}

std::optional<Event> SimulatedWorld::happen(const trace::Hold& hold, Instant) {
    signs_[index(hold.by)] = hold.on;
    return hold.on ? Event{SignBegan{hold.by}} : Event{SignEnded{hold.by}};
}

std::optional<Event> SimulatedWorld::happen(const trace::Inhibit& inhibit, Instant) {
    inhibited_ = inhibit.on;
    return InhibitChanged{inhibit.on};
}

std::optional<Event> SimulatedWorld::happen(const trace::Client& client, Instant) {
    client_ = client.on;
    return ClientsChanged{client.on};
}

std::optional<Event> SimulatedWorld::happen(const trace::SenseLost& lost, Instant) {
    idle_source_ = false;
    return IdleSourceLost{"the " + lost.source + " source of this trace went away"};
}

std::optional<Event> SimulatedWorld::happen(const trace::SenseFound&, Instant) {
    idle_source_ = true;
    return idle_source_found();
}

std::optional<Event> SimulatedWorld::rest(bool resting, Instant now) {
    const bool had_input = has_input();
    resting_as_told_ = resting;
    if (had_input == has_input()) return std::nullopt;
    if (has_input()) return InputBegan{};
    idle_since_ = now;
    return InputEnded{now};
}

} // namespace poise
