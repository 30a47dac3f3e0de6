// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise/settings.hpp"

namespace poise {

bool is_on(const Settings& settings, Kind kind) {
    switch (kind) {
    case Kind::microbreak: return settings.microbreak_every > Duration::zero();
    case Kind::posture_change: return settings.posture_window_from > Duration::zero();
    case Kind::snack: return settings.snack_every > Duration::zero();
    case Kind::mobility: return !settings.mobility_windows.empty();
    case Kind::strength: return !settings.strength_days.empty();
    case Kind::breath: return settings.breath_every > Duration::zero();
    case Kind::workstation_check: return settings.workstation_check_every > Duration::zero();
    case Kind::checkin: return settings.checkin_at.has_value();
    }
    return false;
}

Duration length_of(const Settings& settings, Kind kind) {
    switch (kind) {
    case Kind::microbreak: return settings.microbreak_length;
    case Kind::snack: return settings.snack_length;
    case Kind::mobility: return settings.mobility_length;
    case Kind::strength: return settings.strength_length;
    case Kind::breath: return settings.breath_length;
    case Kind::posture_change:
    case Kind::workstation_check:
    case Kind::checkin: break;
    }
    return Duration::zero();
}

} // namespace poise
