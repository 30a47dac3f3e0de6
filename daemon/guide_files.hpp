// SPDX-License-Identifier: GPL-3.0-or-later
// The guide as the daemon sees it: Poise's own or an installed one, and the person's packs. A pack that is bad is left
// out whole and its problems are reported; the rest goes on.
#pragma once

#include "own_guide.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace poise {

class GuideFiles {
public:
    /// Reads them at once.
    explicit GuideFiles(GuideFolders folders) : folders_{std::move(folders)}, found_{guide_from(folders_)} {}

    /// Reads them again. True if the guide in force is another one now.
    bool read() {
        const GuidePtr before = found_.guide;
        found_ = guide_from(folders_);
        if (!(*found_.guide == *before)) return true;
        found_.guide = before;
        return false;
    }

    [[nodiscard]] const GuidePtr& guide() const { return found_.guide; }
    [[nodiscard]] const std::vector<std::string>& problems() const { return found_.problems; }

    /// Where a change may come from; `*.toml` is every file in its folder that ends so.
    [[nodiscard]] std::vector<std::filesystem::path> places() const {
        std::vector<std::filesystem::path> places;
        for (const auto& folder : folders_.guides) places.push_back(folder / "guide.toml");
        if (!folders_.packs.empty()) places.push_back(folders_.packs / "*.toml");
        return places;
    }

private:
    GuideFolders folders_;
    FoundGuide found_;
};

} // namespace poise
