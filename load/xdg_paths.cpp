// SPDX-License-Identifier: GPL-3.0-or-later
#include "xdg_paths.hpp"

#include <cstdlib>
#include <optional>
#include <sstream>
#include <vector>

#include <pwd.h>
#include <unistd.h>

namespace poise {

namespace {

namespace fs = std::filesystem;

std::optional<fs::path> absolute_path_in(const char* variable) {
    const char* value = std::getenv(variable);
    if (!value || !fs::path{value}.is_absolute()) return std::nullopt;
    return value;
}

std::optional<fs::path> home_by_password_database() {
    passwd entry{};
    passwd* found = nullptr;
    std::vector<char> text(std::size_t{16} * 1024);
    ::getpwuid_r(::getuid(), &entry, text.data(), text.size(), &found);
    if (!found || !found->pw_dir || !fs::path{found->pw_dir}.is_absolute()) return std::nullopt;
    return found->pw_dir;
}

FoundPath file_in(const char* variable, const char* default_below_home, const char* file) {
    if (const auto folder = absolute_path_in(variable)) return *folder / "poise" / file;
    auto home = absolute_path_in("HOME");
    if (!home) home = home_by_password_database();
    if (!home) return Unexpected{std::string{"there is no home folder: set HOME or "} + variable};
    return *home / default_below_home / "poise" / file;
}

} // namespace

FoundPath configuration_path() { return file_in("XDG_CONFIG_HOME", ".config", "poise.toml"); }

FoundPath guide_packs_path() { return file_in("XDG_CONFIG_HOME", ".config", "guide.d"); }

std::vector<fs::path> guide_folders() {
    std::vector<fs::path> folders;
    if (const auto own = file_in("XDG_DATA_HOME", ".local/share", "")) folders.push_back(own->parent_path());
    const char* value = std::getenv("XDG_DATA_DIRS");
    std::istringstream list{value && *value ? value : "/usr/local/share:/usr/share"};
    for (std::string folder; std::getline(list, folder, ':');) {
        if (fs::path{folder}.is_absolute()) folders.push_back(fs::path{folder} / "poise");
    }
    return folders;
}

FoundPath journal_path() { return file_in("XDG_DATA_HOME", ".local/share", "poise.db"); }

} // namespace poise
