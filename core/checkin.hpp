// SPDX-License-Identifier: GPL-3.0-or-later
// What Poise concludes from what a person says of their back: when a session has to stop (F5), the beginning and end of
// a flare (F6), and when somebody who can examine them should have a look (R3). Every conclusion is a fact with its
// reason, and a private notice.
#pragma once

#include "turn.hpp"

namespace poise {

/// A check-in: records it, and concludes from it.
void check_in(Turn&, Checkin);

/// F5: the session stops at once, whatever the figure, and the next one is smaller.
void stop_for_pain(Turn&, std::optional<PromptId>, std::optional<int> pain);

/// F6, by hand.
void set_flare(Turn&, bool on);

} // namespace poise
