// SPDX-License-Identifier: GPL-3.0-or-later
// guide.toml and packs to a Guide. A text is taken whole or refused whole, with all of its problems in the order of the
// text (a syntax error hides what is behind it, and comes alone).
#pragma once

#include "poise/guide.hpp"
#include "poise/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poise {

[[nodiscard]] Result<Guide> load_guide(std::string_view text);

struct PackText {
    std::string file; // its name, for problems and for the drills it brings
    std::string text;
};
struct RefusedPack {
    std::string file;
    Problems problems;
};
struct GuideWithPacks {
    Guide guide;
    std::vector<RefusedPack> refused;
};

/// Adds the drills and cues of each pack, in order, and what it forbids. A pack never redefines an entry and never
/// allows what a programme forbids; a lever that it forbids becomes none. A bad one is refused whole, and the rest goes
/// on.
[[nodiscard]] GuideWithPacks load_packs(Guide, const std::vector<PackText>&);

/// The problems of a pack for this guide.
[[nodiscard]] Problems problems_of_pack(const Guide&, const PackText&);

/// Whether a text looks like a pack, which has none of the tables that only a whole guide has.
[[nodiscard]] bool is_pack(std::string_view text);

} // namespace poise
