// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose.hpp"

#include "dose.hpp"
#include "filling.hpp"

#include <algorithm>
#include <tuple>

namespace poise {

namespace {

template <class T>
bool contains(const std::vector<T>& values, const T& value) {
    return std::ranges::find(values, value) != values.end();
}

bool prefers(const Programme* programme, const Drill& drill) {
    return programme &&
           std::ranges::find(programme->prefers, drill.id, &DrillChoice::drill) != programme->prefers.end();
}

bool avoids(const Programme* programme, const std::vector<Contraindication>& contraindications) {
    return programme && std::ranges::any_of(contraindications,
                                            [&](Contraindication each) { return contains(programme->avoids, each); });
}

/// Everything that choosing drills for one session needs.
class Composing {
public:
    Composing(const State& state, Kind kind, Day day)
        : state_{state}, kind_{kind}, programme_{find_programme(*state.guide, state.memory.driver)},
          intensity_{intensity_for(state.memory, kind, day)} {
        for (const Drill& drill : state.guide->drills) {
            if (contains(drill.kinds, kind) && is_allowed(drill, state.settings, programme_)) drills_.push_back(&drill);
        }
        std::ranges::stable_sort(drills_, {}, [&](const Drill* drill) { return order_of(*drill); });
    }

    [[nodiscard]] std::vector<PromptDrill> session(Duration length) const {
        if (drills_.empty()) return {};
        const Filling filling{intensity_, length};
        return to_prompt(kind_ == Kind::mobility ? mobility(filling) : filling.fill({}, as_parts(drills_), {}));
    }

private:
    const State& state_;
    Kind kind_;
    const Programme* programme_;
    Intensity intensity_;
    std::vector<const Drill*> drills_; // allowed, the most wanted first

    /// What rests by the plan and what was done in the last block go last; then what a programme prefers for a snack;
    /// then today's lever; then what was done least lately, to which a preferred drill is always a week older.
    [[nodiscard]] std::tuple<bool, bool, bool, bool, Instant, bool> order_of(const Drill& drill) const {
        constexpr std::chrono::weeks head_start{1}; // D
        const auto& practice = state_.memory.practice;
        const bool is_preferred = prefers(programme_, drill);
        const auto last = practice.last_done.find(drill.id);
        Instant done = last == practice.last_done.end() ? Instant::min() + head_start : last->second.at;
        if (is_preferred) done -= head_start;
        return {contains(state_.memory.plan.resting, drill.id),
                kind_ == Kind::mobility && contains(practice.last_block, drill.id),
                kind_ == Kind::snack && !is_preferred,
                !is_lever_for_today(drill),
                done,
                !is_preferred};
    }

    [[nodiscard]] bool is_lever_for_today(const Drill& drill) const {
        if (contains(state_.memory.practice.today, drill.id)) return false;
        return std::ranges::any_of(all_levers, [&](Lever lever) { return lever_drill(state_, lever) == drill.id; });
    }
    [[nodiscard]] bool done_today(Movement movement) const {
        return std::ranges::any_of(state_.memory.practice.today, [&](const std::string& id) {
            const Drill* drill = find_drill(*state_.guide, id);
            return drill && contains(drill->movements, movement);
        });
    }
    [[nodiscard]] std::string reason_for(const Drill& drill) const {
        if (is_lever_for_today(drill)) return "F2";
        return prefers(programme_, drill) ? programme_->rule : drill.rule;
    }
    [[nodiscard]] std::vector<Part> as_parts(const std::vector<const Drill*>& drills) const {
        std::vector<Part> parts;
        for (const Drill* drill : drills) parts.push_back({drill, reason_for(*drill)});
        return parts;
    }

    /// Opens with breath (S7), holds a rotation and an extension unless today has had them (S5), and ends with a light
    /// pull, by preference with the equipment at hand (S11).
    [[nodiscard]] std::vector<FilledPart> mobility(const Filling& filling) const {
        std::vector<Part> opener;
        std::vector<Part> closer;
        std::vector<Part> middle;
        for (const Drill* drill : drills_) {
            if (contains(drill->movements, Movement::breath)) {
                if (opener.empty()) opener.push_back({drill, "S7"});
            } else if (drill->light_pull) {
                const bool better =
                    closer.empty() || (closer.front().drill->equipment.empty() && !drill->equipment.empty());
                if (better) closer = {{drill, "S11"}};
            } else {
                middle.push_back({drill, reason_for(*drill)});
            }
        }
        std::vector<Movement> needed;
        for (const Movement movement : {Movement::rotation, Movement::extension}) {
            if (!done_today(movement)) needed.push_back(movement);
        }
        std::vector<FilledPart> filled = filling.fill(opener, middle, closer, needed);
        for (FilledPart& part : filled) mark_needed(part, needed);
        return filled;
    }
    /// The first drill with a movement that the day still needs is there because of it.
    static void mark_needed(FilledPart& part, std::vector<Movement>& needed) {
        const auto has = [&](Movement movement) { return contains(part.drill->movements, movement); };
        if (std::erase_if(needed, has) > 0) part.rule = "S5";
    }

    [[nodiscard]] std::vector<PromptDrill> to_prompt(const std::vector<FilledPart>& parts) const {
        std::vector<PromptDrill> drills;
        for (const FilledPart& part : parts) {
            const int ways = intensity_.plain ? 0 : ways_allowed(*part.drill, state_.settings, programme_);
            drills.push_back({part.drill->id, part.dose, std::min(state_.memory.plan.progression, ways), part.rule});
        }
        return drills;
    }
};

} // namespace

bool is_allowed(const Drill& drill, const Settings& settings, const Programme* programme) {
    const bool has_place = std::ranges::any_of(
        drill.places, [&](Place place) { return contains(settings.places, std::string{name(place)}); });
    const bool has_equipment =
        std::ranges::all_of(drill.equipment, [&](const auto& each) { return contains(settings.equipment, each); });
    if (!has_place || !has_equipment) return false;
    if (!programme) return true;
    const bool forbidden =
        std::ranges::find(programme->forbids, drill.id, &DrillChoice::drill) != programme->forbids.end();
    return !forbidden && !avoids(programme, drill.contraindications);
}

int ways_allowed(const Drill& drill, const Settings& settings, const Programme* programme) {
    int ways = 0;
    for (const Progression& way : drill.progressions) {
        const bool can =
            std::ranges::all_of(way.equipment, [&](const auto& each) { return contains(settings.equipment, each); });
        if (!can || avoids(programme, way.contraindications)) break;
        ++ways;
    }
    return ways;
}

std::string lever_drill(const State& state, Lever lever) {
    const auto& chosen = state.memory.levers[index(lever)];
    const Programme* programme = find_programme(*state.guide, state.memory.driver);
    if (!chosen.empty() || !programme) return chosen;
    return lever == Lever::mobility ? programme->mobility_lever : programme->strength_lever;
}

Duration session_length(const State& state, Kind kind, const Moment& at) {
    return length_of(state.settings, kind) * intensity_for(state.memory, kind, day_of(stamp(at))).percent / 100;
}

Duration length_of(const std::vector<PromptDrill>& drills, const Guide& guide) {
    Duration length{};
    for (const PromptDrill& each : drills) {
        const Drill* drill = find_drill(guide, each.drill);
        if (!drill) continue;
        if (length > Duration::zero()) length += change_over;
        length += length_of(each.dose, drill->dose);
    }
    return length;
}

std::vector<PromptDrill> compose(const State& state, Kind kind, const Moment& at) {
    const Composing composing{state, kind, day_of(stamp(at))};
    switch (kind) {
    case Kind::snack:
    case Kind::mobility:
    case Kind::strength:
    case Kind::breath:
    case Kind::microbreak: return composing.session(session_length(state, kind, at));
    case Kind::posture_change:
    case Kind::workstation_check:
    case Kind::checkin: break;
    }
    return {};
}

std::string next_cue(const State& state) {
    const auto& cues = state.guide->cues;
    if (cues.empty()) return {};
    const auto last = std::ranges::find(cues, state.memory.practice.last_cue, &Cue::id);
    const bool starts_anew = last == cues.end() || std::next(last) == cues.end();
    return starts_anew ? cues.front().id : std::next(last)->id;
}

} // namespace poise
