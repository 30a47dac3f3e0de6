// SPDX-License-Identifier: GPL-3.0-or-later
#include "dose.hpp"

#include <algorithm>

namespace poise {

namespace {

using std::chrono::seconds;

constexpr seconds hold_step{5};
constexpr int load_from_which_strength_has_all_sets = 3; // D

int at(const Range<int>& range, int load) { return range.least + (range.most - range.least) * load / most_load; }
Duration at(const Range<Duration>& range, int load) {
    return std::chrono::floor<seconds>(range.least + (range.most - range.least) * load / most_load);
}

} // namespace

bool in_flare(const Memory& memory, Day day) { return memory.flare && day - memory.flare->since < longest_flare; }

Intensity intensity_for(const Memory& memory, Kind kind, Day day) {
    Intensity intensity;
    intensity.load = memory.plan.load;
    if (!is_exercise(kind)) return intensity;
    intensity.rounds = memory.practice.tight_rounds;
    const bool flare = in_flare(memory, day);
    if (!flare && !memory.practice.ease_next) return intensity;
    intensity.load = 0;
    intensity.rounds = 1;
    intensity.plain = true;
    intensity.percent = flare ? memory.flare->percent : eased_percent;
    return intensity;
}

Dose dose_at(const DoseRange& range, int load, int rounds) {
    Dose dose;
    if (range.hold) dose.hold = at(*range.hold, load);
    if (range.reps) dose.reps = at(*range.reps, load);
    if (range.breaths) dose.breaths = at(*range.breaths, load);
    const int wanted =
        load >= load_from_which_strength_has_all_sets && range.rounds.least > 1 ? range.rounds.most : rounds;
    dose.rounds = std::clamp(wanted, range.rounds.least, range.rounds.most);
    return dose;
}

bool lengthen(Dose& dose, const Dose& limit) {
    if (dose.hold < limit.hold) {
        dose.hold = std::min<Duration>(dose.hold + hold_step, limit.hold);
    } else if (dose.reps < limit.reps) {
        dose.reps += 1;
    } else if (dose.breaths < limit.breaths) {
        dose.breaths += 1;
    } else {
        return false;
    }
    return true;
}

bool shorten(Dose& dose, const Dose& limit) {
    if (dose.hold > limit.hold) {
        dose.hold = std::max<Duration>(dose.hold - hold_step, limit.hold);
    } else if (dose.reps > limit.reps) {
        dose.reps -= 1;
    } else if (dose.breaths > limit.breaths) {
        dose.breaths -= 1;
    } else {
        return false;
    }
    return true;
}

} // namespace poise
