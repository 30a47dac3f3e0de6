// SPDX-License-Identifier: GPL-3.0-or-later
#include "own_guide.hpp"

#include "built_in_guide.hpp"
#include "file_text.hpp"
#include "guide_said.hpp"
#include "guide_toml.hpp"
#include "problem_text.hpp"
#include "say.hpp"
#include "xdg_paths.hpp"

#include <algorithm>
#include <cassert>

namespace poise {

namespace {

namespace fs = std::filesystem;

void add(std::vector<std::string>& lines, const fs::path& file, const Problems& problems) {
    for (const auto& problem : problems) lines.push_back(to_line(file.string(), problem));
}

/// Nothing: none is installed, or it cannot be used.
GuidePtr installed_guide(const std::vector<fs::path>& folders, std::vector<std::string>& problems) {
    for (const auto& folder : folders) {
        const fs::path file = folder / "guide.toml";
        std::error_code error;
        if (!fs::exists(file, error)) continue;
        const auto text = read_file(file);
        if (!text) {
            add(problems, file, {unreadable(text.error())});
            return nullptr;
        }
        auto guide = load_guide(*text);
        if (guide) return std::make_shared<const Guide>(*std::move(guide));
        add(problems, file, guide.error());
        return nullptr;
    }
    return nullptr;
}

std::vector<fs::path> packs_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry{folder, error}; !error && entry != fs::directory_iterator{};
         entry.increment(error)) {
        if (entry->path().extension() == ".toml") files.push_back(entry->path());
    }
    std::ranges::sort(files);
    return files;
}

} // namespace

GuidePtr own_guide() {
    static const GuidePtr guide = [] {
        auto loaded = load_guide(built_in_guide_text());
        assert(loaded && "config/guide.toml is sound: a test holds that");
        return std::make_shared<const Guide>(*std::move(loaded));
    }();
    return guide;
}

FoundGuide guide_from(const GuideFolders& folders) {
    FoundGuide found;
    found.guide = installed_guide(folders.guides, found.problems);
    if (!found.guide) found.guide = own_guide();
    if (has_translation()) found.guide = std::make_shared<const Guide>(in_the_persons_language(*found.guide));
    std::vector<PackText> packs;
    for (const auto& file : folders.packs.empty() ? std::vector<fs::path>{} : packs_in(folders.packs)) {
        if (auto text = read_file(file)) {
            packs.push_back({file.filename().string(), *std::move(text)});
        } else {
            add(found.problems, file, {unreadable(text.error())});
        }
    }
    if (packs.empty()) return found;
    auto [guide, refused] = load_packs(*found.guide, packs);
    found.guide = std::make_shared<const Guide>(std::move(guide));
    for (const auto& pack : refused) add(found.problems, folders.packs / pack.file, pack.problems);
    return found;
}

GuidePtr guide_in_force() { return guide_from(own_guide_folders()).guide; }

GuideFolders own_guide_folders() {
    const auto packs = guide_packs_path();
    return {guide_folders(), packs ? *packs : fs::path{}};
}

} // namespace poise
