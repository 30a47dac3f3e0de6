// SPDX-License-Identifier: GPL-3.0-or-later
// `poise team ...` is poise-team, a program of its own that need not be installed: what it links and what it reads is
// no affair of who is in no team. `poise` only knows its words.
#pragma once

#include <string>
#include <vector>

namespace poise {

[[nodiscard]] bool is_for_team(const std::vector<std::string>& words);

/// Turns this process into poise-team, found beside this program or in PATH. Returns, an exit code, only where that
/// fails.
[[nodiscard]] int become_team_program(char** arguments);

} // namespace poise
