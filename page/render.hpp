// SPDX-License-Identifier: GPL-3.0-or-later
// A page as one file of HTML that needs nothing else: no script, no picture, no font, and a policy that allows the
// one style sheet in it by its hash and nothing more. Whatever a person or a file said is escaped.
#pragma once

#include "page.hpp"

#include <string>

namespace poise {

[[nodiscard]] std::string render(const Page&);

} // namespace poise
