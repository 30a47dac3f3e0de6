// SPDX-License-Identifier: GPL-3.0-or-later
// Which of its seven pictures the icon shows: the one thing that matters most now.
#pragma once

#include "daemon_view.hpp"

#include <array>
#include <optional>
#include <string>

namespace poise::tray {

enum class IconState {
    working,
    due,      // something is asked, or falls due soon
    resting,  // a break runs, or nobody works
    held,     // a meeting or the like keeps every prompt back
    paused,   // by hand
    standing, // at work
    degraded, // no daemon, or one that lacks what it needs
};
inline constexpr std::array<IconState, 7> all_icon_states{IconState::working, IconState::due,    IconState::resting,
                                                          IconState::held,    IconState::paused, IconState::standing,
                                                          IconState::degraded};

/// Without a view there is no daemon.
[[nodiscard]] IconState icon_state(const std::optional<DaemonView>&);

/// By the rules of icon themes; symbolic, so that panels draw it in their own colour.
[[nodiscard]] std::string icon_name(IconState);

/// What it shows, for who cannot see it.
[[nodiscard]] std::string description(IconState);

/// Whether a prompt waits for an answer.
[[nodiscard]] bool wants_attention(const std::optional<DaemonView>&);

} // namespace poise::tray
