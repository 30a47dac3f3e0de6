// SPDX-License-Identifier: GPL-3.0-or-later
// Where the files of a person are, by the XDG Base Directory Specification: a variable that is empty or holds a
// relative path counts as not set. Where HOME says nothing, the password database does. Nothing is made or opened here.
#pragma once

#include "poise/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace poise {

/// A path, or why there is none.
using FoundPath = Result<std::filesystem::path, std::string>;

/// $XDG_CONFIG_HOME/poise/poise.toml
[[nodiscard]] FoundPath configuration_path();
/// $XDG_CONFIG_HOME/poise/guide.d
[[nodiscard]] FoundPath guide_packs_path();
/// $XDG_DATA_HOME/poise/poise.db
[[nodiscard]] FoundPath journal_path();
/// poise/ in $XDG_DATA_HOME and in each of $XDG_DATA_DIRS, in their order.
[[nodiscard]] std::vector<std::filesystem::path> guide_folders();

} // namespace poise
