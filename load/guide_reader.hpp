// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the tables of guide.toml and of packs, each entry by itself, and remembers where it stood and what it named, so
// that guide_rules.hpp can judge how the entries agree. An entry with problems is kept, so that its name is known.
#pragma once

#include "poise/guide.hpp"
#include "toml_entry.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poise {

/// One entry names another.
struct Reference {
    std::string subject; // "programme `disc`"
    std::string_view key;
    std::string name;
    TextPlace place;
};

/// Where the id of an entry stands, in the order of the file.
struct PlacedId {
    std::string_view family; // "drill"
    std::string id;
    TextPlace place;
};

struct ProgrammePlaces {
    TextPlace driver;
    std::vector<TextPlace> prefers;
    TextPlace avoids;
    TextPlace mobility_lever;
    TextPlace strength_lever;
};

struct ReadGuide {
    Guide guide;
    std::vector<PlacedId> ids;
    std::vector<ProgrammePlaces> programmes; // as in the guide
    std::vector<Reference> drills_named;
    std::vector<Reference> regions_named;
};

enum class GuideText {
    whole,
    pack, // drills and cues, and what programmes forbid
};

/// Problems are added in no order. `pack` is the name of the file; empty for the guide itself.
[[nodiscard]] ReadGuide read_guide(const toml::table& root, GuideText, std::string_view pack, Problems&);

/// "drill `E2`"
[[nodiscard]] std::string subject_of(std::string_view family, std::string_view id);

} // namespace poise
