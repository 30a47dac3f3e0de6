// SPDX-License-Identifier: GPL-3.0-or-later
// Sending what is due, by hand or by a timer. A timer that failed waits longer each time; a person is never made to
// wait.
#pragma once

#include "outbox.hpp"
#include "program.hpp"

#include <functional>

namespace poise {

/// `send` throws where it could not. By a timer that comes too early it is not called, and the person is told why.
void send_or_wait(Outbox, bool by_timer, Console&, const std::function<void()>& send);

} // namespace poise
