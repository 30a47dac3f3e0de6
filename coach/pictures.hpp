// SPDX-License-Identifier: GPL-3.0-or-later
// The drawings of the drills: ID.svg, and ID-1.svg, ID-2.svg for its steps where there are such. From the data folders,
// the person's own first, so that a pack may bring its own.
#pragma once

#include <gdkmm/texture.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace poise::coach {

/// The file of `picture` for a step, counted from 0; else of the drill; nothing where neither is there.
[[nodiscard]] std::optional<std::filesystem::path> find_picture(const std::string& picture, std::size_t step);

/// Drawn so large that it may be shown at twice its size; null where it cannot be read.
[[nodiscard]] Glib::RefPtr<Gdk::Texture> load_picture(const std::filesystem::path&);

} // namespace poise::coach
