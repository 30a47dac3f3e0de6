// SPDX-License-Identifier: GPL-3.0-or-later
// A file of the person's or the keeper's own folder, which has to be there.
#pragma once

#include "file_text.hpp"
#include "say.hpp"

#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace poise {

/// Throws std::runtime_error, which names it.
[[nodiscard]] inline std::string read_own(const std::filesystem::path& file) {
    const auto text = read_file(file);
    if (text) return *text;
    throw std::runtime_error(tr("{file}: {why}", {{"file", file.string()}, {"why", std::strerror(text.error())}}));
}

} // namespace poise
