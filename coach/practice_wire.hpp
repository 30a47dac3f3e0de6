// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the window of the practice together with the journal, the guide and the daemon.
#pragma once

#include "daemon_calls.hpp"
#include "practice_window.hpp"

#include <memory>

namespace poise::coach {

/// The calls must outlive it.
[[nodiscard]] std::shared_ptr<PracticeWindow> make_practice(DaemonCalls& daemon);

} // namespace poise::coach
