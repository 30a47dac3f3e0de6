// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.hpp"

#include <gdkmm/pixbuf.h>
#include <glibmm/miscutils.h>

#include <system_error>
#include <vector>

namespace poise::coach {

namespace fs = std::filesystem;

namespace {

constexpr int drawn_width = 800;

std::vector<fs::path> data_folders() {
    std::vector<fs::path> folders{Glib::get_user_data_dir()};
    for (const auto& folder : Glib::get_system_data_dirs()) folders.emplace_back(folder);
    // What was built or installed elsewhere has them beside itself: bin and share.
    std::error_code error;
    folders.push_back(fs::read_symlink("/proc/self/exe", error).parent_path().parent_path() / "share");
    return folders;
}

/// A name from a pack is the name of a file, and of nothing elsewhere.
bool is_plain_name(const fs::path& name) { return !name.empty() && name.filename() == name; }

} // namespace

std::optional<fs::path> find_picture(const std::string& picture, std::size_t step) {
    const fs::path name{picture};
    if (!is_plain_name(name)) return std::nullopt;
    const fs::path of_step = name.stem().string() + "-" + std::to_string(step + 1) + name.extension().string();
    for (const fs::path& candidate : {of_step, name}) {
        for (const fs::path& folder : data_folders()) {
            const fs::path file = folder / "poise" / "pictures" / candidate;
            std::error_code error;
            if (fs::is_regular_file(file, error)) return file;
        }
    }
    return std::nullopt;
}

Glib::RefPtr<Gdk::Texture> load_picture(const fs::path& file) {
    try {
        return Gdk::Texture::create_for_pixbuf(Gdk::Pixbuf::create_from_file(file.string(), drawn_width, -1, true));
    } catch (const Glib::Error&) {
        return {}; // its words are shown instead
    }
}

} // namespace poise::coach
