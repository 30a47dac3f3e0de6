// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose.hpp"

#include "contains.hpp"
#include "dose.hpp"
#include "filling.hpp"
#include "levers.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>
#include <utility>

namespace poise {

namespace {

bool prefers(const Programme* programme, const Drill& drill) {
    return programme &&
           std::ranges::find(programme->prefers, drill.id, &DrillChoice::drill) != programme->prefers.end();
}

/// Everything that choosing drills for one session needs.
class Composing {
public:
    Composing(const State& state, Kind kind, Day day)
        : state_{state}, kind_{kind}, day_{day}, programme_{find_programme(*state.guide, state.memory.driver)},
          intensity_{intensity_for(state.memory, kind, day)} {
        std::vector<std::pair<Order, const Drill*>> in_order;
        for (const Drill& drill : state.guide->drills) {
            if (!is_for(drill, kind) || !is_allowed(drill, state.settings, programme_)) continue;
            in_order.emplace_back(order_of(drill), &drill);
        }
        std::ranges::stable_sort(in_order, {}, &std::pair<Order, const Drill*>::first);
        for (const auto& [order, drill] : in_order) drills_.push_back(drill);
    }

    [[nodiscard]] std::vector<PromptDrill> session(Duration length) const {
        if (drills_.empty()) return {};
        const Filling filling{*state_.guide, intensity_, length};
        switch (kind_) {
        case Kind::mobility: return to_prompt(block(filling));
        case Kind::snack: return to_prompt(snack(filling));
        default: return to_prompt(any(filling));
        }
    }

private:
    const State& state_;
    Kind kind_;
    Day day_;
    const Programme* programme_;
    Intensity intensity_;
    std::vector<const Drill*> drills_; // allowed, the most wanted first

    /// What rests by the plan and what was done in the last block go last; then, where a programme walks between work
    /// (S8), what it prefers for a snack; then today's lever; then what was done least lately, to which a preferred
    /// drill is always a week older. In a microbreak cue and breath take turns whatever the programme (S1).
    using Order = std::tuple<bool, bool, bool, bool, Instant, bool>;
    [[nodiscard]] Order order_of(const Drill& drill) const {
        constexpr std::chrono::weeks head_start{1}; // D
        const auto& practice = state_.memory.practice;
        const bool is_preferred = prefers(programme_, drill);
        const auto last = practice.last_done.find(drill.id);
        Instant done = last == practice.last_done.end() ? Instant::min() + head_start : last->second.at;
        if (is_preferred && kind_ != Kind::microbreak) done -= head_start;
        return {contains(state_.memory.plan.resting, drill.id),
                kind_ == Kind::mobility && contains(practice.last_block, drill.id),
                walks_between_work() && !is_preferred,
                !is_lever_for_today(drill),
                done,
                !is_preferred};
    }

    [[nodiscard]] bool walks_between_work() const {
        return kind_ == Kind::snack && std::ranges::any_of(state_.guide->drills, [&](const Drill& drill) {
                   return moves(drill, Movement::walk) && prefers(programme_, drill);
               });
    }
    [[nodiscard]] bool is_lever_for_today(const Drill& drill) const {
        if (contains(state_.memory.practice.today, drill.id)) return false;
        return std::ranges::any_of(all_levers, [&](Lever lever) { return lever_drill(state_, lever) == drill.id; });
    }
    /// In a block: what a snack or a session held of it counts for nothing (S5).
    [[nodiscard]] bool done_in_a_block_today(Movement movement) const {
        const auto& practice = state_.memory.practice;
        return practice.block_done == day_ && std::ranges::any_of(practice.last_block, [&](const std::string& id) {
                   const Drill* drill = find_drill(*state_.guide, id);
                   return drill && moves(*drill, movement);
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

    [[nodiscard]] std::vector<FilledPart> any(const Filling& filling) const {
        const auto choice = as_parts(drills_);
        const Wish wish{{}, choice, {}, {}};
        auto filled = filling.fill(wish);
        return filled ? *std::move(filled) : filling.as_much_as_fits(wish);
    }

    /// S3: ten pulls, and what else there is time for, unless the programme walks (S8).
    [[nodiscard]] std::vector<FilledPart> snack(const Filling& filling) const {
        if (walks_between_work()) return any(filling);
        for (const Drill* drill : drills_) {
            const bool is_ten_pulls = moves(*drill, Movement::pull) && drill->dose.reps == Range<int>{10, 10};
            if (!is_ten_pulls) continue;
            const std::array<Part, 1> pulls{{{drill, "S3"}}};
            std::vector<const Drill*> others = drills_;
            std::erase(others, drill);
            const auto choice = as_parts(others);
            if (auto filled = filling.fill({pulls, choice, {}, {}})) return *std::move(filled);
        }
        return any(filling);
    }

    /// Opens with breath (S7), holds a rotation and an extension unless today has had them (S5), and ends with a light
    /// pull, by preference with the equipment at hand (S11). In a short session another breath or pull may be what lets
    /// the day's rotation and extension fit, and sooner than without breath and pull it does without one of these.
    [[nodiscard]] std::vector<FilledPart> block(const Filling& filling) const {
        std::vector<Part> openers;
        std::vector<Part> closers;
        std::vector<Part> middle;
        for (const Drill* drill : drills_) {
            if (moves(*drill, Movement::breath)) {
                openers.push_back({drill, "S7"});
            } else if (drill->light_pull) {
                closers.push_back({drill, "S11"});
            } else {
                middle.push_back({drill, reason_for(*drill)});
            }
        }
        std::stable_partition(closers.begin(), closers.end(),
                              [](const Part& part) { return !part.drill->equipment.empty(); });
        std::vector<Part> fresh = without_the_last_block(middle);
        for (const auto& needed : needs_of_today()) {
            for (const auto* choice : {&fresh, &middle}) {
                if (lacks(*choice, needed, middle)) continue;
                for (const auto closer : each_alone(closers)) {
                    for (const auto opener : each_alone(openers)) {
                        auto filled = filling.fill({opener, *choice, closer, needed});
                        if (filled) return marked(*std::move(filled), needed);
                    }
                }
            }
        }
        return filling.as_much_as_fits({each_alone(openers).front(), middle, each_alone(closers).front(), {}});
    }
    /// Nor what rests by the plan: rather a drill twice than one that should not be done.
    [[nodiscard]] std::vector<Part> without_the_last_block(std::vector<Part> parts) const {
        std::erase_if(parts, [&](const Part& part) {
            return contains(state_.memory.practice.last_block, part.drill->id) ||
                   contains(state_.memory.plan.resting, part.drill->id);
        });
        return parts;
    }
    /// Of what is needed and could be had of all.
    static bool lacks(const std::vector<Part>& choice, const std::vector<Movement>& needed,
                      const std::vector<Part>& all) {
        return std::ranges::any_of(needed, [&](Movement movement) {
            const auto has = [&](const Part& part) { return moves(*part.drill, movement); };
            return std::ranges::none_of(choice, has) && std::ranges::any_of(all, has);
        });
    }
    /// Of no parts: none, once.
    static std::vector<std::span<const Part>> each_alone(std::span<const Part> parts) {
        std::vector<std::span<const Part>> alone;
        for (std::size_t i = 0; i < parts.size(); ++i) alone.push_back(parts.subspan(i, 1));
        if (alone.empty()) alone.emplace_back();
        return alone;
    }
    /// All that the day still needs, or else a part of it.
    [[nodiscard]] std::vector<std::vector<Movement>> needs_of_today() const {
        std::vector<Movement> all;
        for (const Movement movement : {Movement::rotation, Movement::extension}) {
            if (!done_in_a_block_today(movement)) all.push_back(movement);
        }
        std::vector<std::vector<Movement>> needs{all};
        if (all.size() > 1) {
            for (const Movement movement : all) needs.push_back({movement});
        }
        if (!all.empty()) needs.emplace_back();
        return needs;
    }
    /// The first drill with a movement that the day still needs is there because of it.
    static std::vector<FilledPart> marked(std::vector<FilledPart> filled, std::vector<Movement> needed) {
        for (FilledPart& part : filled) {
            const auto has = [&](Movement movement) { return moves(*part.drill, movement); };
            if (std::erase_if(needed, has) > 0) part.rule = "S5";
        }
        return filled;
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
