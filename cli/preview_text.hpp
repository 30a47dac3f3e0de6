// SPDX-License-Identifier: GPL-3.0-or-later
// What a break would hold, for a person who wants to know before they begin: each drill, its dose, and why it is there.
#pragma once

#include "client.hpp"

#include <string>

namespace poise {

[[nodiscard]] std::string preview_text(const PromptView&);

} // namespace poise
