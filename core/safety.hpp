// SPDX-License-Identifier: GPL-3.0-or-later
// Safety comes before adherence (R1 to R5): a red flag stops every exercise at once, also in the middle of one, across
// restarts, until it is cleared by hand. Nothing here says why exercise is off but the notice to the person.
#pragma once

#include "turn.hpp"

namespace poise {

void raise_red_flags(Turn&, const std::vector<std::string>& flags);
void clear_red_flags(Turn&);

} // namespace poise
