// SPDX-License-Identifier: GPL-3.0-or-later
#include "allowed.hpp"

#include "contains.hpp"

#include <algorithm>

namespace poise {

namespace {

bool has_all(const Settings& settings, const std::vector<std::string>& equipment) {
    return std::ranges::all_of(equipment, [&](const auto& each) { return contains(settings.equipment, each); });
}

bool avoids(const Programme& programme, const std::vector<Contraindication>& contraindications) {
    return std::ranges::any_of(contraindications, [&](const auto each) { return contains(programme.avoids, each); });
}

} // namespace

bool is_for(const Drill& drill, Kind kind) { return contains(drill.kinds, kind); }

bool moves(const Drill& drill, Movement movement) { return contains(drill.movements, movement); }

bool forbids(const Programme& programme, const Drill& drill) {
    const bool by_name = std::ranges::find(programme.forbids, drill.id, &DrillChoice::drill) != programme.forbids.end();
    return by_name || avoids(programme, drill.contraindications);
}

bool is_allowed(const Drill& drill, const Settings& settings, const Programme* programme) {
    const bool has_place = std::ranges::any_of(
        drill.places, [&](Place place) { return contains(settings.places, std::string{name(place)}); });
    return has_place && has_all(settings, drill.equipment) && !(programme && forbids(*programme, drill));
}

int ways_allowed(const Drill& drill, const Settings& settings, const Programme* programme) {
    int ways = 0;
    for (const Progression& way : drill.progressions) {
        const bool is_avoided = programme && avoids(*programme, way.contraindications);
        if (is_avoided || !has_all(settings, way.equipment)) break;
        ++ways;
    }
    return ways;
}

} // namespace poise
