// SPDX-License-Identifier: GPL-3.0-or-later
// The introduction with what is in force in it, and the daemon behind it.
#pragma once

#include "daemon_calls.hpp"
#include "introduction_window.hpp"

#include <memory>

namespace poise::coach {

/// The daemon must outlive it.
[[nodiscard]] std::shared_ptr<IntroductionWindow> make_introduction(DaemonCalls& daemon);

} // namespace poise::coach
