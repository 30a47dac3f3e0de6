// SPDX-License-Identifier: GPL-3.0-or-later
// A file shown by whatever the person's desktop shows such files with.
#pragma once

#include "console.hpp"

#include <filesystem>
#include <string>

namespace poise {

/// Where a report lies that is only to be looked at: in memory, until the person logs out. Throws Failure where the
/// desktop has no such folder.
[[nodiscard]] std::filesystem::path file_to_open(const std::string& suffix);

/// Says where the file is, and asks the desktop to show it; waits for nothing. Throws Failure.
void open_on_desktop(const std::filesystem::path&, Console&);

} // namespace poise
