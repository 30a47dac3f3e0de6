// SPDX-License-Identifier: GPL-3.0-or-later
// What a person works with and how it goes, for a window that asks on their behalf: key task, levers, plan, flare. It
// is health data, so it is the answer to a call and never a property or a signal, which everybody on the bus hears.
#pragma once

#include "parts.hpp"

#include "poise/state.hpp"

namespace poise {

[[nodiscard]] Dictionary practice_of(const State&, const Moment& now);

} // namespace poise
