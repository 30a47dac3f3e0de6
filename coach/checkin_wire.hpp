// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the check-in together with the guide, the journal and the daemon.
#pragma once

#include "checkin_window.hpp"
#include "daemon_calls.hpp"

#include <memory>

namespace poise::coach {

/// The calls must outlive it.
[[nodiscard]] std::shared_ptr<CheckinWindow> make_checkin(DaemonCalls& daemon);

} // namespace poise::coach
