// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide_toml.hpp"

#include "guide_rules.hpp"

#include <algorithm>
#include <iterator>

namespace poise {

namespace {

Result<ReadGuide> load_pack(const Guide& guide, const PackText& pack) {
    const auto root = parse_toml(pack.text);
    if (!root) return Unexpected{root.error()};
    Problems problems;
    auto read = read_guide(*root, GuideText::pack, pack.file, problems);
    check_pack(read, guide, problems);
    if (problems.empty()) return read;
    sort_by_place(problems);
    return Unexpected{std::move(problems)};
}

/// What a programme does not allow any more it does not recommend either.
void forbid(Programme& programme, const DrillChoice& choice) {
    std::erase_if(programme.prefers, [&](const DrillChoice& each) { return each.drill == choice.drill; });
    for (auto* lever : {&programme.mobility_lever, &programme.strength_lever}) {
        if (*lever == choice.drill) lever->clear();
    }
    programme.forbids.push_back(choice);
}

void add(Guide& guide, Guide pack) {
    std::ranges::move(pack.drills, std::back_inserter(guide.drills));
    std::ranges::move(pack.cues, std::back_inserter(guide.cues));
    for (const auto& forbidding : pack.programmes) {
        const auto programme = std::ranges::find(guide.programmes, forbidding.driver, &Programme::driver);
        if (programme == guide.programmes.end()) continue;
        for (const auto& choice : forbidding.forbids) forbid(*programme, choice);
    }
}

} // namespace

Result<Guide> load_guide(std::string_view text) {
    const auto root = parse_toml(text);
    if (!root) return Unexpected{root.error()};
    Problems problems;
    auto read = read_guide(*root, GuideText::whole, "", problems);
    check_guide(read, problems);
    if (!problems.empty()) {
        sort_by_place(problems);
        return Unexpected{std::move(problems)};
    }
    std::ranges::sort(read.guide.programmes, {}, &Programme::driver);
    return std::move(read.guide);
}

GuideWithPacks load_packs(Guide guide, const std::vector<PackText>& packs) {
    GuideWithPacks result{std::move(guide), {}};
    for (const auto& pack : packs) {
        if (auto loaded = load_pack(result.guide, pack)) {
            add(result.guide, (*std::move(loaded)).guide);
        } else {
            result.refused.push_back({pack.file, loaded.error()});
        }
    }
    return result;
}

Problems problems_of_pack(const Guide& guide, const PackText& pack) {
    const auto loaded = load_pack(guide, pack);
    return loaded ? Problems{} : loaded.error();
}

bool is_pack(std::string_view text) {
    const auto root = parse_toml(text);
    return root && !root->contains("red_flag") && !root->contains("workstation") && !root->contains("regions");
}

} // namespace poise
