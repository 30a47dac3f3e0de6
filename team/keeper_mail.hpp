// SPDX-License-Identifier: GPL-3.0-or-later
// What the keeper did not take, a line each: the rest goes on.
#pragma once

#include "carrier.hpp"
#include "console.hpp"
#include "say.hpp"

namespace poise {

inline void complain_of(const std::vector<Refusal>& refused, Console& console) {
    for (const auto& [name, why] : refused)
        console.complain(tr("{file} was not taken: {why}", {{"file", name}, {"why", why}}));
}

} // namespace poise
