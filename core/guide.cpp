// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise/guide.hpp"

#include <algorithm>

namespace poise {

namespace {

template <class Entry>
const Entry* find_by_id(const std::vector<Entry>& entries, std::string_view id) {
    const auto found = std::ranges::find(entries, id, &Entry::id);
    return found == entries.end() ? nullptr : &*found;
}

template <class T>
bool is_within(const T& value, const std::optional<Range<T>>& range) {
    return range ? range->contains(value) : value == T{};
}

} // namespace

const Drill* find_drill(const Guide& guide, std::string_view id) { return find_by_id(guide.drills, id); }
const RedFlag* find_red_flag(const Guide& guide, std::string_view id) { return find_by_id(guide.red_flags, id); }

std::optional<Care> care_for(const Guide& guide, const std::vector<std::string>& red_flags) {
    std::optional<Care> gravest;
    for (const std::string& id : red_flags) {
        const RedFlag* flag = find_red_flag(guide, id);
        if (flag != nullptr && (!gravest || flag->care < *gravest)) gravest = flag->care;
    }
    return gravest;
}

const Cue* find_cue(const Guide& guide, std::string_view id) { return find_by_id(guide.cues, id); }

const Programme* find_programme(const Guide& guide, Driver driver) {
    const auto found = std::ranges::find(guide.programmes, driver, &Programme::driver);
    return found == guide.programmes.end() ? nullptr : &*found;
}

Duration length_of(const Dose& dose, const DoseRange& range) {
    const int times = std::max(dose.reps, 1);
    Duration go = times * range.rep_time;
    if (range.hold) {
        go = times * dose.hold;
    } else if (range.breaths) {
        go = times * dose.breaths * range.breath_time;
    }
    const Duration round = range.each_side ? 2 * go + side_change : go;
    return dose.rounds * round + (dose.rounds - 1) * range.round_rest;
}

bool is_within(const Dose& dose, const DoseRange& range) {
    return is_within(dose.hold, range.hold) && is_within(dose.reps, range.reps) &&
           is_within(dose.breaths, range.breaths) && range.rounds.contains(dose.rounds);
}

} // namespace poise
