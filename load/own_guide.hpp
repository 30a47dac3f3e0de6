// SPDX-License-Identifier: GPL-3.0-or-later
// The guide in force: Poise's own, which is part of the program, or an installed one, and the person's packs. There is
// always one to go by: whatever cannot be used is reported and left out.
#pragma once

#include "poise/guide.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace poise {

/// config/guide.toml as it was built in; the same one each time.
[[nodiscard]] GuidePtr own_guide();

struct GuideFolders {
    std::vector<std::filesystem::path> guides; // each may hold a guide.toml; the first that does wins
    std::filesystem::path packs;               // *.toml, in the order of their names; empty: none
};

struct FoundGuide {
    GuidePtr guide;
    std::vector<std::string> problems; // `file:line:column: problem`
};
[[nodiscard]] FoundGuide guide_from(const GuideFolders&);

/// What the daemon goes by, too. A bad pack is left out without a word.
[[nodiscard]] GuidePtr guide_in_force();

/// By the XDG Base Directory Specification: $XDG_DATA_HOME and $XDG_DATA_DIRS, and $XDG_CONFIG_HOME/poise/guide.d.
[[nodiscard]] GuideFolders own_guide_folders();

} // namespace poise
