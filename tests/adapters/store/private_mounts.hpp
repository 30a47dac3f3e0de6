// SPDX-License-Identifier: GPL-3.0-or-later
// File systems that only one child process sees: a small one that can be filled, and one that turns read-only.
#pragma once

#include <filesystem>
#include <string>

namespace poise::test {

/// From now on the mounts of this process are its own. False: not allowed here.
[[nodiscard]] bool enter_private_mounts();
/// Throws where it does not work.
void mount_small_disk(const std::filesystem::path&, const std::string& size);
void set_read_only(const std::filesystem::path& mounted, bool read_only);

} // namespace poise::test
