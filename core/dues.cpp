// SPDX-License-Identifier: GPL-3.0-or-later
#include "dues.hpp"

#include "memory.hpp"

#include <algorithm>

namespace poise {

namespace {

using std::chrono::days;
using std::chrono::floor;

LocalTime local(const Moment& at) { return local_time(stamp(at)); }
Day today(const Moment& at) { return floor<days>(local(at)); }

int refusal_factor(int refusals) {
    if (refusals >= 4) return 4;
    return refusals >= 2 ? 2 : 1;
}

/// Kinds whose clock is time at the desk.
bool has_clock(Kind kind) {
    return kind == Kind::microbreak || kind == Kind::posture_change || kind == Kind::snack || kind == Kind::breath;
}

Duration configured_interval(const Settings& settings, Kind kind) {
    switch (kind) {
    case Kind::microbreak: return settings.microbreak_every;
    case Kind::posture_change: return settings.posture_window_from;
    case Kind::snack: return settings.snack_every;
    case Kind::breath: return settings.breath_every;
    case Kind::mobility:
    case Kind::strength:
    case Kind::workstation_check:
    case Kind::checkin: break;
    }
    return Duration::zero();
}

LocalTime middle_of(const DayWindow& window, Day day) { return LocalTime{day} + (window.from + window.to) / 2; }

bool mobility_is_due(const State& state, const Moment& at) {
    const auto window = mobility_window_due(state.settings, local(at));
    if (!window) return false;
    const auto& asked = state.memory.mobility_asked;
    return *window >= asked.size() || asked[*window] != today(at);
}

bool strength_is_due(const State& state, const Moment& at) {
    const auto& memory = state.memory;
    const Day day = today(at);
    return memory.strength_asked != day && memory.desk_today >= strength_after &&
           is_strength_day(state.settings, memory.strength_done, day);
}

/// Since when, for the two kinds that can be late.
std::optional<Instant> due_since(const State& state, Kind kind, const Moment& at) {
    const auto& memory = state.memory;
    if (kind == Kind::checkin) {
        if (!state.settings.checkin_at || memory.checked_in == today(at)) return std::nullopt;
        return instant_of(at, LocalTime{today(at)} + *state.settings.checkin_at);
    }
    if (kind == Kind::workstation_check) {
        if (!memory.workstation_checked || memory.discomfort_rises) return at.instant; // first run; S12
        return *memory.workstation_checked + state.settings.workstation_check_every;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::size_t> mobility_window_due(const Settings& settings, LocalTime local) {
    const Day day = floor<days>(local);
    for (std::size_t i = 0; i < settings.mobility_windows.size(); ++i) {
        const auto& window = settings.mobility_windows[i];
        if (middle_of(window, day) <= local && local < LocalTime{day} + window.to) return i;
    }
    return std::nullopt;
}

bool is_strength_day(const Settings& settings, const std::optional<Day>& last_done, Day day) {
    constexpr days full_day_between{2};
    if (last_done && day - *last_done < full_day_between) return false;
    const auto is_scheduled = [&](Day d) { return settings.strength_days.contains(std::chrono::weekday{d}); };
    if (is_scheduled(day)) return true;
    // Moved once: the last scheduled day was missed, and this is the first working day since that leaves a full day to
    // the next one.
    Day missed = day - days{1};
    while (!is_scheduled(missed)) {
        missed -= days{1};
        if (day - missed > days{7}) return false;
    }
    if (last_done && *last_done >= missed) return false;
    Day next = day + days{1};
    while (!is_scheduled(next)) next += days{1};
    for (Day d = missed + days{1}; d <= day; d += days{1}) {
        const bool free = !last_done || d - *last_done >= full_day_between;
        if (free && settings.working_days.contains(std::chrono::weekday{d}) && next - d >= full_day_between) {
            return d == day;
        }
    }
    return false;
}

Duration interval_of(const State& state, Kind kind) {
    return configured_interval(state.settings, kind) * refusal_factor(state.memory.kinds[index(kind)].refusals);
}

Duration posture_window_end(const State& state) {
    const int refusals = state.memory.kinds[index(Kind::posture_change)].refusals;
    return state.settings.posture_window_to * refusal_factor(refusals);
}

bool is_due(const State& state, Kind kind, const Moment& at) {
    if (!is_on(state.settings, kind)) return false;
    const auto& memory = state.memory;
    if (kind == Kind::snack && has_meeting_snack(memory, at.instant)) return true;
    switch (kind) {
    case Kind::microbreak:
    case Kind::posture_change:
    case Kind::snack:
    case Kind::breath: return memory.kinds[index(kind)].elapsed >= interval_of(state, kind);
    case Kind::mobility: return mobility_is_due(state, at);
    case Kind::strength: return strength_is_due(state, at);
    case Kind::checkin:
    case Kind::workstation_check: {
        const auto since = due_since(state, kind, at);
        return since && *since <= at.instant;
    }
    }
    return false;
}

bool is_late(const State& state, Kind kind, const Moment& at) {
    const auto since = due_since(state, kind, at);
    return since && at.instant - *since >= late_after;
}

bool clock_runs(const State& state, Kind kind) {
    switch (state.activity.presence) {
    case Presence::working:
    case Presence::unknown: return true;
    case Presence::passive:
    case Presence::resting: return kind != Kind::microbreak;
    case Presence::away:
    case Presence::locked:
    case Presence::asleep: break;
    }
    return false;
}

std::optional<Instant> next_due(const State& state, Kind kind, const Moment& at) {
    if (!is_on(state.settings, kind) || is_due(state, kind, at)) return std::nullopt;
    const auto& memory = state.memory;
    if (has_clock(kind)) {
        if (!clock_runs(state, kind)) return std::nullopt;
        return at.instant + (interval_of(state, kind) - memory.kinds[index(kind)].elapsed);
    }
    if (kind == Kind::strength) {
        const Day day = today(at);
        const bool waits_for_desk_time = memory.strength_asked != day && memory.desk_today < strength_after &&
                                         clock_runs(state, kind) &&
                                         is_strength_day(state.settings, memory.strength_done, day);
        if (!waits_for_desk_time) return std::nullopt;
        return at.instant + (strength_after - memory.desk_today);
    }
    if (kind == Kind::mobility) {
        std::optional<Instant> next;
        for (const auto& window : state.settings.mobility_windows) {
            const Instant middle = instant_of(at, middle_of(window, today(at)));
            if (middle > at.instant && (!next || middle < *next)) next = middle;
        }
        return next;
    }
    return due_since(state, kind, at);
}

} // namespace poise
