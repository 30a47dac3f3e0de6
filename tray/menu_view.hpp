// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of the icon as values: its words, and what each item does. The tree has always the same shape, and what does
// not apply now is invisible in it, so that an open menu changes in place. Pure, like view.hpp.
#pragma once

#include "daemon_view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace poise::tray {

enum class Verb {
    nothing, // a line to read, or the way to a submenu
    separator,
    answer,
    begin, // a break
    take_posture,
    tell_tight,
    check_in,
    pause,
    resume,
    practice, // how it goes
    explain,
    report,
    settings,
    introduce,
    about,
};

struct Command {
    Verb verb = Verb::nothing;
    Answer answer{};           // of answer
    PromptId prompt{};         // of answer: the one that was read
    Kind kind{};               // of begin
    Posture posture{};         // of take_posture
    std::uint32_t pause_s = 0; // of pause; 0: until tomorrow
    std::string week{};        // of report; empty: this one
    bool operator==(const Command&) const = default;
};

struct MenuItem {
    std::string label; // an underscore is before the letter that picks it
    Command command{};
    bool is_enabled = true;
    bool is_visible = true;
    std::vector<MenuItem> children{};
    bool operator==(const MenuItem&) const = default;
};

/// `headline` is the daemon's sentence about what is next; `paused_until` how a person reads the end of the pause.
[[nodiscard]] std::vector<MenuItem> menu_of(const std::optional<DaemonView>&, const std::string& headline,
                                            const std::string& paused_until);

/// What the icon's tooltip and the first line of the menu say while there is no daemon.
[[nodiscard]] std::string without_daemon();

} // namespace poise::tray
