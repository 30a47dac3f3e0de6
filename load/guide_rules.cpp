// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide_rules.hpp"

#include "allowed.hpp"

#include <algorithm>
#include <set>

namespace poise {

namespace {

void add(Problems& problems, TextPlace place, std::string what) {
    problems.push_back({place.line, place.column, std::move(what)});
}

std::vector<std::string_view> ids_of(const std::vector<Drill>& drills) {
    std::vector<std::string_view> ids;
    for (const auto& drill : drills) ids.push_back(drill.id);
    return ids;
}

void check_names(const std::vector<Reference>& references, std::string_view family,
                 const std::vector<std::string_view>& known, Problems& problems) {
    for (const auto& reference : references) {
        if (std::ranges::find(known, reference.name) != known.end()) continue;
        const auto meant = did_you_mean(reference.name, known);
        add(problems, reference.place,
            reference.subject + ": `" + std::string{reference.key} + "`: there is no " + std::string{family} + " " +
                in_backticks(reference.name) + (meant.empty() ? "" : " (" + meant + ")"));
    }
}

void check_uniqueness(const std::vector<PlacedId>& ids, std::set<std::pair<std::string_view, std::string>> taken,
                      Problems& problems) {
    for (const auto& [family, id, place] : ids) {
        if (taken.emplace(family, id).second) continue;
        add(problems, place, subject_of(family, id) + " is there already (expected each once)");
    }
}

void check_programme(const Programme& programme, const ProgrammePlaces& places, const Guide& guide,
                     Problems& problems) {
    const std::string subject = subject_of("programme", name(programme.driver));
    const auto is_forbidden = [&](const std::string& id) {
        const Drill* drill = find_drill(guide, id);
        return drill && forbids(programme, *drill);
    };
    std::set<std::string_view> preferred;
    for (std::size_t i = 0; i < programme.prefers.size(); ++i) {
        const std::string& id = programme.prefers[i].drill;
        if (is_forbidden(id))
            add(problems, places.prefers[i], subject + " prefers " + in_backticks(id) + ", which it forbids");
        if (!id.empty() && !preferred.insert(id).second) {
            add(problems, places.prefers[i], subject + " prefers " + in_backticks(id) + " twice");
        }
    }
    for (const auto& [lever, place] : {std::pair{programme.mobility_lever, places.mobility_lever},
                                       std::pair{programme.strength_lever, places.strength_lever}}) {
        if (is_forbidden(lever))
            add(problems, place, subject + " has the lever " + in_backticks(lever) + ", which it forbids");
    }
    const Drill* lever = find_drill(guide, programme.mobility_lever);
    if (lever && !is_for(*lever, Kind::mobility)) {
        add(problems, places.mobility_lever, subject + ": `mobility_lever` is no mobility drill");
    }
}

/// What would leave a prompt without a drill, a person without a programme or a screening without questions.
void check_completeness(const Guide& guide, Problems& problems) {
    constexpr TextPlace top{1, 1};
    for (int i = 0; i <= static_cast<int>(Driver::curves); ++i) {
        const auto driver = static_cast<Driver>(i);
        if (find_programme(guide, driver)) continue;
        add(problems, top, "there is no programme for the driver " + in_backticks(name(driver)));
    }
    for (const Kind kind : {Kind::microbreak, Kind::snack, Kind::mobility, Kind::strength, Kind::breath}) {
        const auto is_of_kind = [&](const Drill& drill) { return is_for(drill, kind); };
        if (std::ranges::none_of(guide.drills, is_of_kind)) {
            add(problems, top, "there is no drill of the kind " + in_backticks(name(kind)));
        }
    }
    for (const Care care : {Care::emergency, Care::medical_review}) {
        if (std::ranges::find(guide.red_flags, care, &RedFlag::care) == guide.red_flags.end()) {
            add(problems, top, "there is no red flag that calls for " + in_backticks(name(care)));
        }
    }
    if (guide.cues.empty()) add(problems, top, "there is no cue");
    if (guide.workstation.empty()) add(problems, top, "there is no point of the workstation check");
}

} // namespace

void check_guide(const ReadGuide& read, Problems& problems) {
    check_uniqueness(read.ids, {}, problems);
    check_names(read.drills_named, "drill", ids_of(read.guide.drills), problems);
    check_names(read.regions_named, "region", {read.guide.regions.begin(), read.guide.regions.end()}, problems);
    for (std::size_t i = 0; i < read.programmes.size(); ++i) {
        check_programme(read.guide.programmes[i], read.programmes[i], read.guide, problems);
    }
    check_completeness(read.guide, problems);
}

void check_pack(const ReadGuide& read, const Guide& guide, Problems& problems) {
    std::set<std::pair<std::string_view, std::string>> taken;
    for (const auto& drill : guide.drills) taken.emplace("drill", drill.id);
    for (const auto& cue : guide.cues) taken.emplace("cue", cue.id);
    check_uniqueness(read.ids, std::move(taken), problems);
    auto drills = ids_of(guide.drills);
    for (const auto& drill : read.guide.drills) drills.push_back(drill.id);
    check_names(read.drills_named, "drill", drills, problems);
    check_names(read.regions_named, "region", {guide.regions.begin(), guide.regions.end()}, problems);
}

} // namespace poise
