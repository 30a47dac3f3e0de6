// SPDX-License-Identifier: GPL-3.0-or-later
// Files as texts. A file is replaced whole or not at all: whatever goes wrong half-way, the old one is still there.
// What is not a plain file (/dev/null, a pipe) is written to and stays what it is.
#pragma once

#include "poise/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

#include <sys/types.h>

namespace poise {

/// The text, or the errno of why there is none.
[[nodiscard]] Result<std::string, int> read_file(const std::filesystem::path&);
/// That errno in words.
[[nodiscard]] Problem unreadable(int why);

/// The mode of what nobody else has to read.
constexpr mode_t for_the_owner = 0600;

/// Through symbolic links, also to where there is nothing yet. The mode of a file that is there is kept; a new one gets
/// `mode`, less the umask. Throws std::runtime_error.
void replace_file(const std::filesystem::path&, std::string_view text, mode_t mode);

/// Those that are missing, for their owner alone, as the XDG Base Directory Specification asks. Throws
/// std::runtime_error.
void make_folders(const std::filesystem::path& folder);

} // namespace poise
