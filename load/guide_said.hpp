// SPDX-License-Identifier: GPL-3.0-or-later
// Poise's own guide in the person's language: what they read of it while they work with it. Ids, figures and words
// stay; so does where an entry comes from and what was added to it, which is for review beside the source. A person's
// own packs are in their own words already.
#pragma once

#include "poise/guide.hpp"

namespace poise {

[[nodiscard]] Guide in_the_persons_language(Guide);

} // namespace poise
