// SPDX-License-Identifier: GPL-3.0-or-later
// Red flags that were ticked (R1, R2).
#pragma once

#include "daemon_calls.hpp"

#include <functional>
#include <string>
#include <vector>

namespace poise::coach {

/// Shows the person a text.
using Tell = std::function<void(const std::string& text)>;
using Screen = std::function<void(const std::vector<std::string>& red_flags, Tell)>;

/// For a window. Tells what to do now, at once: whoever needs help reads it even where no daemon runs. Where the daemon
/// then cannot record it, that is told as well, if the window is still there.
[[nodiscard]] Screen make_screen(DaemonCalls&, std::function<bool()> is_there);

} // namespace poise::coach
