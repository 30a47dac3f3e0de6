// SPDX-License-Identifier: GPL-3.0-or-later
// Whether there is life in an X server, asked before libxcb connects to it: libxcb waits for the greeting for ever, and
// the daemon, which has one thread, would with it.
#pragma once

#include <chrono>
#include <string>

namespace poise {

// D: whoever takes longer is not asked while a person waits; the choice tries again later.
constexpr std::chrono::milliseconds x_patience{1000};

/// False: not within the time, or not at all.
[[nodiscard]] bool wait_readable(int descriptor, std::chrono::steady_clock::time_point until);

/// Whether somebody listens on the socket of this display and says nothing. A display of another machine is not asked.
[[nodiscard]] bool server_hangs(const std::string& display);

} // namespace poise
