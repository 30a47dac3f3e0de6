// SPDX-License-Identifier: GPL-3.0-or-later
#include "review.hpp"

#include "allowed.hpp"
#include "dose.hpp"
#include "kept_words.hpp"
#include "levers.hpp"
#include "practice.hpp"
#include "texts.hpp"

#include <algorithm>
#include <cmath>

namespace poise {

namespace {

constexpr int most_progressions = 3;

std::string percent_text(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

/// How the last two weeks went.
struct Trend {
    std::optional<double> adherence;
    std::optional<double> pain_before; // of the first week
    std::optional<double> pain;        // of the second
    std::optional<Function> function;  // the last answer

    [[nodiscard]] bool is_known() const { return pain.has_value() || function.has_value(); }
    /// F8: function first.
    [[nodiscard]] bool is_better() const {
        if (function == Function::easier) return true;
        return function != Function::harder && pain && pain_before && *pain <= *pain_before - clearly;
    }
    /// D: what gets worse is not loaded more.
    [[nodiscard]] bool is_worse() const {
        return function == Function::harder || (pain && pain_before && *pain >= *pain_before + clearly);
    }
};

Trend trend_of(const Practice& practice, Day from, Day to) {
    Trend trend;
    const Day middle = from + (to - from) / 2;
    trend.adherence = adherence_in(practice, from, to);
    trend.pain_before = mean_pain_in(practice, from, middle);
    trend.pain = mean_pain_in(practice, middle, to);
    for (const PracticeDay& day : practice.days) {
        if (from <= day.day && day.day < to && day.function) trend.function = day.function;
    }
    return trend;
}

/// What a person does each day whatever the plan says: their levers (F2), breath (S7) and walks (S8).
bool is_daily(const State& state, const std::string& id) {
    const Drill* drill = find_drill(*state.guide, id);
    const bool is_breath_or_walk = drill && (moves(*drill, Movement::breath) || moves(*drill, Movement::walk));
    return is_breath_or_walk ||
           std::ranges::any_of(all_levers, [&](Lever lever) { return lever_drill(state, lever) == id; });
}

/// The half of the drills done lately that was done last: they rest until the next review, and the others have their
/// turn.
std::vector<std::string> drills_to_rest(const State& state) {
    std::vector<std::pair<Instant, std::string>> done;
    for (const auto& [drill, last] : state.memory.practice.last_done) {
        if (!is_daily(state, drill)) done.emplace_back(last.at, drill);
    }
    std::ranges::sort(done, std::greater{});
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < done.size() / 2; ++i) rest.push_back(done[i].second);
    std::ranges::sort(rest);
    return rest;
}

/// F4, in the order of the guidance.
PlanChange next_plan(const State& state, const Trend& trend) {
    const Memory& memory = state.memory;
    PlanChange change{PlanStep::keep, memory.plan, memory.plan, {}};
    Plan& plan = change.plan;
    const auto because = [&](const char* why) { change.why = fill(why, {{"share", percent_text(*trend.adherence)}}); };
    if (*trend.adherence < consistent_adherence) {
        change.step = PlanStep::smaller;
        plan.load = std::max(plan.load - 1, 0);
        because(kept::smaller);
    } else if (!trend.is_known()) {
        because(kept::as_it_is);
    } else if (trend.is_better()) {
        change.step = PlanStep::progress;
        plan.progression = std::min(plan.progression + 1, most_progressions);
        plan.resting.clear();
        because(kept::next_progression);
    } else if (!trend.is_worse() && trend.pain.value_or(0) <= pain_to_work_with && plan.load < most_load) {
        change.step = PlanStep::load;
        plan.load += 1;
        plan.resting.clear();
        because(kept::more_of_each);
    } else {
        change.step = PlanStep::drills;
        plan.resting = drills_to_rest(state);
        because(trend.is_worse() ? kept::other_drills_as_it_is_worse : kept::other_drills);
    }
    return change;
}

void review_plan(Turn& turn, Day today) {
    const auto& memory = turn.memory();
    if (!memory.plan_since || today - *memory.plan_since < plan_lasts) return;
    const Trend trend = trend_of(memory.practice, std::max(*memory.plan_since, today - plan_lasts), today);
    if (!trend.adherence) return; // nothing was asked: nothing to conclude from
    PlanChange change = next_plan(turn.state, trend);
    const bool changes = change.plan != change.before;
    const std::string why = change.why;
    turn.record(std::move(change));
    if (changes)
        turn.tell(
            private_notice("plan_changed", tr("{why} You can refuse it: poise plan refuse.", {{"why", retold(why)}})));
}

void end_flare_after_its_time(Turn& turn, Day today) {
    const auto& flare = turn.memory().flare;
    if (!flare || today - flare->since < longest_flare) return;
    turn.record(FlareChange{false, 100, kept::week_passed});
    turn.tell(private_notice("flare_over", tr("A week has passed: your sessions have their usual length again."),
                             Urgency::low));
}

} // namespace

void review_day(Turn& turn) {
    if (turn.activity().presence != Presence::working) return;
    const Day today = day_of(stamp(turn.at));
    end_flare_after_its_time(turn, today);
    review_plan(turn, today);
}

void answer_plan(Turn& turn, bool accepted) {
    const auto change = turn.memory().last_change;
    if (!change) return turn.refuse(tr("there is no change of plan to answer"));
    turn.record(accepted ? PlanChange{PlanStep::accepted, change->before, change->plan, kept::agreed}
                         : PlanChange{PlanStep::refused, change->plan, change->before, kept::refused});
}

} // namespace poise
