// SPDX-License-Identifier: GPL-3.0-or-later
// The notice that the report of the last week is there: at Monday's first presence, or the first later one at which
// nothing keeps Poise back and somebody can show it. Once for each week, over restarts.
#pragma once

#include "turn.hpp"

namespace poise {

void tell_of_last_week(Turn&);

} // namespace poise
