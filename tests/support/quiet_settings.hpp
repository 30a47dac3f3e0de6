// SPDX-License-Identifier: GPL-3.0-or-later
// Settings with everything off but what a story is about, so that its diary holds nothing else.
#pragma once

#include "poise/settings.hpp"

namespace poise::test {

inline Settings only(std::initializer_list<Kind> kinds) {
    const auto has = [&](Kind kind) {
        for (Kind k : kinds) {
            if (k == kind) return true;
        }
        return false;
    };
    Settings settings;
    if (!has(Kind::microbreak)) settings.microbreak_every = Duration::zero();
    if (!has(Kind::posture_change)) settings.posture_window_from = settings.posture_window_to = Duration::zero();
    if (!has(Kind::snack)) settings.snack_every = Duration::zero();
    if (!has(Kind::mobility)) settings.mobility_windows.clear();
    if (!has(Kind::strength)) settings.strength_days = {};
    if (!has(Kind::breath)) settings.breath_every = Duration::zero();
    if (!has(Kind::workstation_check)) settings.workstation_check_every = Duration::zero();
    if (!has(Kind::checkin)) settings.checkin_at.reset();
    return settings;
}

} // namespace poise::test
