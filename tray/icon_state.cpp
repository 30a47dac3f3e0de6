// SPDX-License-Identifier: GPL-3.0-or-later
#include "icon_state.hpp"

#include "say.hpp"

#include <algorithm>

namespace poise::tray {

namespace {

bool is_held_back(const DaemonView& view) {
    // An empty chair is drawn as rest; that exercise is off keeps no other prompt back, and is nobody else's business.
    return std::ranges::any_of(view.holds, [](const std::string& hold) {
        return hold != name(Block::away) && hold != name(Block::exercise_off);
    });
}

bool is_in_phase(const DaemonView& view, Phase phase) { return view.prompt && view.prompt->phase == phase; }

bool is_at_work(const DaemonView& view) {
    return view.presence == Presence::working || view.presence == Presence::passive;
}

const char* word(IconState state) {
    switch (state) {
    case IconState::working: return "working";
    case IconState::due: return "due";
    case IconState::resting: return "resting";
    case IconState::held: return "held";
    case IconState::paused: return "paused";
    case IconState::standing: return "standing";
    case IconState::degraded: return "degraded";
    }
    return "";
}

} // namespace

IconState icon_state(const std::optional<DaemonView>& daemon) {
    if (!daemon) return IconState::degraded;
    const DaemonView& view = *daemon;
    if (!view.sees_pauses || !view.journal_works || !view.configuration_is_good) return IconState::degraded;
    if (view.paused_until != 0) return IconState::paused;
    if (is_in_phase(view, Phase::running)) return IconState::resting;
    if (is_held_back(view)) return IconState::held;
    if (view.prompt) return IconState::due;
    if (!is_at_work(view)) return IconState::resting;
    if (view.next) return IconState::due;
    return view.posture == Posture::standing ? IconState::standing : IconState::working;
}

std::string icon_name(IconState state) { return std::string{"poise-"} + word(state) + "-symbolic"; }

std::string description(IconState state) {
    switch (state) {
    case IconState::working: return tr("Poise: working");
    case IconState::due: return tr("Poise: due");
    case IconState::resting: return tr("Poise: resting");
    case IconState::held: return tr("Poise: held");
    case IconState::paused: return tr("Poise: paused");
    case IconState::standing: return tr("Poise: standing");
    case IconState::degraded: return tr("Poise: degraded");
    }
    return "";
}

bool wants_attention(const std::optional<DaemonView>& daemon) {
    return daemon && (is_in_phase(*daemon, Phase::offered) || is_in_phase(*daemon, Phase::shown));
}

} // namespace poise::tray
