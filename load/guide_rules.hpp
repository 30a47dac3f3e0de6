// SPDX-License-Identifier: GPL-3.0-or-later
// How the entries of a guide must agree: what one names exists, nothing is said twice, every driver has its programme,
// no programme recommends what it forbids, and every break that needs a drill has one.
#pragma once

#include "guide_reader.hpp"

namespace poise {

/// Of a whole guide.
void check_guide(const ReadGuide&, Problems&);
/// Of a pack, for a guide that it is to be added to.
void check_pack(const ReadGuide&, const Guide&, Problems&);

} // namespace poise
