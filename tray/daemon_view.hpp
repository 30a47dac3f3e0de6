// SPDX-License-Identifier: GPL-3.0-or-later
// What the daemon says about itself, as far as the icon and the menu show it.
#pragma once

#include "view.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poise::tray {

struct DaemonView {
    std::string version{};
    Presence presence = Presence::working; // a word that only a newer daemon knows reads as working
    Posture posture = Posture::sitting;
    std::vector<std::string> holds{};
    std::int64_t paused_until = 0; // seconds of UTC; 0: not paused
    bool exercise_off = false;
    bool introduced = true;  // an older daemon does not say: nobody is to be told twice
    bool sees_pauses = true; // it has an idle source
    bool journal_works = true;
    bool configuration_is_good = true;
    std::string configuration{}; // the file's path
    bool configuration_exists = false;
    std::optional<OpenPrompt> prompt{};
    std::optional<Upcoming> next{};
    bool operator==(const DaemonView&) const = default;
};

} // namespace poise::tray
