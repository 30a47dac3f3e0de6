// SPDX-License-Identifier: GPL-3.0-or-later
#include "review.hpp"

#include "blocks.hpp"
#include "compose.hpp"
#include "dose.hpp"
#include "practice.hpp"
#include "prompting.hpp"
#include "texts.hpp"

#include <algorithm>
#include <cmath>

namespace poise {

namespace {

using std::chrono::days;

constexpr double clearly = 1.0;      // D: a point of ten on the mean is more than chance
constexpr int light_flare = 75;      // F6: reduce by 25 ...
constexpr int strong_flare = 50;     // ... to 50 percent
constexpr int strong_pain = 7;       // F6 (D)
constexpr int flare_above_usual = 3; // D
constexpr int settled_within = 2;    // F6 (D): of the usual figure
constexpr int pain_that_stops = 6;   // F5 (D)
constexpr int most_progressions = 3;

Notice private_notice(const char* id, std::string text, Urgency urgency = Urgency::normal) {
    return {id, urgency, std::move(text), true};
}

std::string percent_text(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

std::string figure_text(double figure) {
    const auto tenths = std::lround(figure * 10);
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10));
}

/// How the last two weeks went.
struct Trend {
    std::optional<double> adherence;
    std::optional<double> pain_before; // of the first week
    std::optional<double> pain;        // of the second
    std::optional<Function> function;  // the last answer

    [[nodiscard]] bool is_known() const { return pain.has_value() || function.has_value(); }
    [[nodiscard]] bool is_better() const {
        return function == Function::easier || (pain && pain_before && *pain <= *pain_before - clearly);
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

/// The half of the drills done lately that was done last: they rest, and the others have their turn.
std::vector<std::string> drills_to_rest(const Practice& practice) {
    std::vector<std::pair<Instant, std::string>> done;
    for (const auto& [drill, last] : practice.last_done) done.emplace_back(last.at, drill);
    std::ranges::sort(done, std::greater{});
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < done.size() / 2; ++i) rest.push_back(done[i].second);
    std::ranges::sort(rest);
    return rest;
}

/// F4, in the order of the guidance.
PlanChange next_plan(const Memory& memory, const Trend& trend) {
    PlanChange change{PlanStep::keep, memory.plan, memory.plan, {}};
    Plan& plan = change.plan;
    const std::string done = "You did " + percent_text(*trend.adherence) + " of the exercises in two weeks";
    if (*trend.adherence < consistent_adherence) {
        change.step = PlanStep::smaller;
        plan.load = std::max(plan.load - 1, 0);
        change.why = done + ": a smaller dose of the same drills, so that they fit into your days.";
    } else if (!trend.is_known()) {
        change.why = done + ". No check-in says how it goes, so the plan stays as it is.";
    } else if (trend.is_better()) {
        change.step = PlanStep::progress;
        plan.progression = std::min(plan.progression + 1, most_progressions);
        change.why = done + ", and it got better: the next progression of each drill.";
    } else if (trend.pain.value_or(0) <= pain_to_work_with && plan.load < most_load) {
        change.step = PlanStep::load;
        plan.load += 1;
        change.why = done + ", and it stays as it was: a little more of each drill.";
    } else {
        change.step = PlanStep::drills;
        plan.resting = drills_to_rest(memory.practice);
        change.why = done + ", and it stays as it was: other drills for two weeks.";
    }
    return change;
}

void review_plan(Turn& turn, Day today) {
    const auto& memory = turn.memory();
    if (!memory.plan_since || today - *memory.plan_since < plan_lasts) return;
    const Trend trend = trend_of(memory.practice, std::max(*memory.plan_since, today - plan_lasts), today);
    if (!trend.adherence) return; // nothing was asked: nothing to conclude from
    PlanChange change = next_plan(memory, trend);
    const bool changes = change.plan != change.before;
    const std::string why = change.why;
    turn.record(std::move(change));
    if (changes) turn.tell(private_notice("plan_changed", why + " You can refuse it: poise plan refuse."));
}

/// At Monday's first presence, or the first later one at which nothing keeps Poise back.
void tell_of_last_week(Turn& turn) {
    const auto& memory = turn.memory();
    const bool begins_week = memory.desk_week && *memory.desk_week < working_week(local_time(stamp(turn.at)));
    const auto week = begins_week ? memory.desk_week : memory.untold_week;
    if (!week || !turn.activity().any_client) return;
    Blocks holds = holds_in_force(turn.state, turn.at);
    holds.erase(Block::exercise_off); // it is no reason to tell nothing else
    if (!holds.empty()) return;
    turn.record(Noted{std::string{week_told}});
    turn.tell(week_report_is_there(iso_week(*week)));
}

void end_flare_after_its_time(Turn& turn, Day today) {
    const auto& flare = turn.memory().flare;
    if (!flare || today - flare->since < longest_flare) return;
    turn.record(FlareChange{false, 100, "A week has passed."});
    turn.tell(
        private_notice("flare_over", "A week has passed: your sessions have their usual length again.", Urgency::low));
}

/// R3: no better although it was done, or not gone after four weeks whatever was done.
void advise_review(Turn& turn, Day today) {
    auto& memory = turn.memory();
    const auto since = pain_since(memory.practice);
    if (!since) return;
    const days lasted = today - *since;
    const auto first = mean_pain_in(memory.practice, *since, *since + days{7});
    const auto last = mean_pain_in(memory.practice, today - days{6}, today + days{1});
    if (!first || !last || *last <= *first - clearly) return;
    const bool two_weeks = lasted >= days{14} && lasted <= days{21} && !memory.reviews_told[0] &&
                           adherence_in(memory.practice, *since, today).value_or(0) >= consistent_adherence;
    const bool four_weeks = lasted >= days{28} && !memory.reviews_told[1];
    if (!two_weeks && !four_weeks) return;
    turn.record(Noted{four_weeks ? "review_at_four_weeks" : "review_at_two_weeks"});
    turn.tell(private_notice("have_it_reviewed",
                             std::string{"Your figure has not come down in "} + (four_weeks ? "four" : "two") +
                                 " weeks, from " + figure_text(*first) + " to " + figure_text(*last) +
                                 ". Have it reviewed by somebody who can examine you. Poise is no medical device."));
}

/// F6: begins well above the usual figure, ends as it settles.
void conclude_on_flare(Turn& turn, int pain, Day today) {
    const auto usual = usual_pain(turn.memory().practice, today);
    const auto& flare = turn.memory().flare;
    if (flare) {
        const bool settled = usual && pain <= *usual + settled_within;
        if (today - flare->since < shortest_flare || !settled) return;
        turn.record(FlareChange{false, 100, "It has settled."});
        return turn.tell(
            private_notice("flare_over", "It has settled: your sessions have their usual length again.", Urgency::low));
    }
    const bool is_one = usual ? pain >= *usual + flare_above_usual && pain > pain_to_work_with : pain >= strong_pain;
    if (!is_one) return;
    const int percent = pain >= strong_pain ? strong_flare : light_flare;
    turn.record(FlareChange{true, percent, "The figure is well above your usual one."});
    turn.tell(private_notice("flare_begun",
                             std::string{"Exercise is "} + (percent == strong_flare ? "half" : "three quarters") +
                                 " as long for some days, until it settles: poise flare off ends that."));
}

bool session_is_running(const Memory& memory) {
    const auto& open = memory.open;
    return open && open->phase == Phase::running && is_exercise(open->prompt.kind);
}
bool session_was_just_done(const Turn& turn) {
    const auto& done = turn.memory().practice.session_done;
    return done && turn.now() - *done <= after_a_session;
}

void stop_session(Turn& turn) {
    if (session_is_running(turn.memory())) break_off(turn);
    turn.record(Noted{std::string{stopped_for_pain}});
    turn.tell(private_notice("stop_and_screen",
                             "Stop here for today. Please answer the red flag questions now: poise screen.",
                             Urgency::critical));
}

void take_in(Turn& turn, Checkin checkin) {
    const auto& bout = turn.state.spans.bout;
    if (bout && bout->posture == Posture::sitting) checkin.sat_for = length_of(*bout);
    const auto pain = checkin.pain;
    turn.record(std::move(checkin));
    if (!pain) return;
    const Day today = day_of(stamp(turn.at));
    conclude_on_flare(turn, *pain, today);
    advise_review(turn, today);
}

} // namespace

void review_day(Turn& turn) {
    if (turn.activity().presence != Presence::working) return;
    const Day today = day_of(stamp(turn.at));
    end_flare_after_its_time(turn, today);
    review_plan(turn, today);
    tell_of_last_week(turn);
}

void check_in(Turn& turn, Checkin checkin) {
    const auto& open = turn.memory().open;
    if (open && open->prompt.kind == Kind::checkin) {
        if (open->phase == Phase::offered) confirm(turn, open->prompt.id);
        finish(turn, Outcome::taken);
    }
    const bool in_or_after_session = session_is_running(turn.memory()) || session_was_just_done(turn);
    if (checkin.pain.value_or(0) > pain_that_stops && in_or_after_session) stop_session(turn);
    take_in(turn, std::move(checkin));
}

void stop_for_pain(Turn& turn, std::optional<PromptId> id, std::optional<int> pain) {
    const bool running = session_is_running(turn.memory());
    const bool another = running && id && turn.memory().open->prompt.id != *id;
    if (another) return turn.refuse("that prompt is over");
    if (!running && !session_was_just_done(turn)) {
        return turn.refuse("no exercise is under way, nor was one in the last half hour (a check-in takes a figure)");
    }
    stop_session(turn);
    if (!pain) return;
    Checkin checkin;
    checkin.pain = pain;
    take_in(turn, std::move(checkin));
}

void set_flare(Turn& turn, bool on) {
    const Day today = day_of(stamp(turn.at));
    if (on == in_flare(turn.memory(), today)) {
        return turn.refuse(on ? "flare mode is on already" : "flare mode is not on");
    }
    turn.record(FlareChange{on, on ? light_flare : 100, "By hand."});
}

void answer_plan(Turn& turn, bool accepted) {
    const auto change = turn.memory().last_change;
    if (!change) return turn.refuse("there is no change of plan to answer");
    if (accepted) {
        turn.record(PlanChange{PlanStep::accepted, change->before, change->plan, "You agreed to the change."});
    } else {
        turn.record(PlanChange{PlanStep::refused, change->plan, change->before, "You refused the change."});
    }
}

void name_levers(Turn& turn, const std::array<std::string, lever_count>& drills) {
    const Programme* programme = find_programme(*turn.state.guide, turn.memory().driver);
    for (const auto& id : drills) {
        if (id.empty()) continue;
        const Drill* drill = find_drill(*turn.state.guide, id);
        if (!drill) return turn.refuse("there is no drill " + id);
        if (!is_allowed(*drill, turn.settings(), programme)) {
            return turn.refuse(id + " is not for your programme, places or equipment");
        }
    }
    turn.record(LeversChosen{drills});
}

} // namespace poise
