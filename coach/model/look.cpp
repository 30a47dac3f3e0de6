// SPDX-License-Identifier: GPL-3.0-or-later
#include "look.hpp"

#include "say.hpp"

#include <algorithm>
#include <cmath>

namespace poise::coach {

namespace {

constexpr double share_of_breathing_in = 0.4; // E14: in for about 4 s, out for about 6
constexpr double pi = 3.14159265358979323846;

/// The seconds that are left, as a countdown shows them: the last one is 1, not 0.
std::string seconds_left(Duration left) {
    return std::to_string(std::chrono::ceil<std::chrono::seconds>(left).count());
}

std::string side_and_round(const Stage& stage, const Part& part) {
    if (part.rounds < 2) {
        switch (stage.side) {
        case Side::both: return "";
        case Side::first: return tr("First side");
        case Side::other: return tr("Other side");
        }
    }
    const std::string round = std::to_string(stage.round);
    const std::string rounds = std::to_string(part.rounds);
    switch (stage.side) {
    case Side::both: return tr("Round {number} of {all}", {{"number", round}, {"all", rounds}});
    case Side::first: return tr("First side, round {number} of {all}", {{"number", round}, {"all", rounds}});
    case Side::other: return tr("Other side, round {number} of {all}", {{"number", round}, {"all", rounds}});
    }
    return "";
}

std::string stage_text(const Stage& stage, const Part& part) {
    switch (stage.kind) {
    case StageKind::get_ready: return tr("Get ready");
    case StageKind::go: return side_and_round(stage, part);
    case StageKind::change_sides: return tr("Change sides");
    case StageKind::rest: return tr("Rest before the next round");
    case StageKind::change_over: return tr("Next: {drill}", {{"drill", part.name}});
    }
    return "";
}

/// Repetitions at the pace that their time allows: "3 of 8 times".
std::string times_text(const Part& part, Duration elapsed) {
    if (part.reps < 1) return "";
    const Duration each = length_of_go(part) / part.reps;
    const auto number = std::min<Duration::rep>(elapsed / std::max(each, Duration{1}), part.reps - 1) + 1;
    return tr_many("{number} of {count} time", "{number} of {count} times", part.reps,
                   {{"number", std::to_string(number)}});
}

/// While a drill is done its steps come in turn, over and over; before that the first one shows where to begin.
std::size_t step_shown(const Stage& stage, Duration elapsed, std::size_t steps) {
    constexpr Duration each = std::chrono::seconds{5}; // D: to read a sentence and look at its picture
    if (stage.kind != StageKind::go || steps == 0) return 0;
    return static_cast<std::size_t>(elapsed / each) % steps;
}

double fraction(Duration part, Duration whole) {
    return whole > Duration::zero() ? static_cast<double>(part.count()) / static_cast<double>(whole.count()) : 1;
}

/// With reduced motion time passes in whole seconds.
Duration drawn(Duration elapsed, Motion motion) {
    return motion == Motion::full ? elapsed : std::chrono::floor<std::chrono::seconds>(elapsed);
}

void add_go(Look& look, const Part& part, Duration elapsed, Motion motion) {
    look.below_count = times_text(part, elapsed);
    if (part.breaths < 1) return;
    look.breath = breath_at(elapsed, part.breath_time, motion);
    look.count = look.breath->phase == Breath::Phase::in ? tr_in("breathing", "In") : tr_in("breathing", "Out");
    if (part.reps > 0) return;
    look.below_count = tr_many("{number} of {count} breath", "{number} of {count} breaths", part.breaths,
                               {{"number", std::to_string(std::min(look.breath->number, part.breaths))}});
}

} // namespace

Breath breath_at(Duration elapsed, Duration breath_time, Motion motion) {
    Breath breath;
    if (breath_time <= Duration::zero()) return breath;
    breath.number = static_cast<int>(elapsed / breath_time) + 1;
    const double part = fraction(elapsed % breath_time, breath_time);
    const bool is_in = part < share_of_breathing_in;
    breath.phase = is_in ? Breath::Phase::in : Breath::Phase::out;
    if (motion == Motion::reduced) {
        breath.fullness = is_in ? 1 : 0; // two pictures, and no gliding between them
        return breath;
    }
    const double way =
        is_in ? part / share_of_breathing_in : (part - share_of_breathing_in) / (1 - share_of_breathing_in);
    const double eased = (1 - std::cos(pi * way)) / 2;
    breath.fullness = is_in ? eased : 1 - eased;
    return breath;
}

Look look_at(const GuidedBreak& guided, Instant now, Motion motion) {
    Look look;
    const Script& script = guided.script();
    const auto place = guided.at(now);
    look.is_over = place.is_over;
    look.is_paused = guided.is_paused();
    if (script.stages.empty()) return look;
    const Stage& stage = script.stages[place.stage];
    const Part& part = script.parts[stage.part];
    if (script.parts.size() > 1)
        look.progress = tr("Drill {number} of {all}",
                           {{"number", std::to_string(stage.part + 1)}, {"all", std::to_string(script.parts.size())}});
    look.name = part.name;
    look.dose = part.dose;
    look.steps = part.steps;
    look.steps.insert(look.steps.end(), part.ways.begin(), part.ways.end());
    look.step = step_shown(stage, place.elapsed, look.steps.size());
    look.breathing = part.breathing;
    look.stage = place.is_over ? tr("That was all") : stage_text(stage, part);
    look.picture = part.picture;
    look.alt = part.alt;
    look.ring = fraction(drawn(place.elapsed, motion), stage.length);
    if (place.is_over) return look;
    look.count = seconds_left(stage.length - place.elapsed);
    if (stage.kind == StageKind::go) add_go(look, part, drawn(place.elapsed, motion), motion);
    return look;
}

std::optional<Instant> next_look(const GuidedBreak& guided, Instant now) {
    const auto change = guided.next_change(now);
    if (!change) return std::nullopt;
    // Both what is left and what has elapsed are whole seconds at once: stages are whole seconds long. Where one is
    // not, its last piece is shorter than a second.
    const Duration left = *change - now;
    const Duration piece = left % std::chrono::seconds{1};
    return now + (piece > Duration::zero() ? piece : std::min<Duration>(left, std::chrono::seconds{1}));
}

std::string spoken(const GuidedBreak& guided, Instant now) {
    const Look look = look_at(guided, now, Motion::reduced);
    if (look.is_over) return tr("That was all.");
    if (guided.script().stages.empty()) return "";
    const Stage& stage = guided.script().stages[guided.at(now).stage];
    if (stage.kind == StageKind::go || stage.kind == StageKind::change_sides || stage.kind == StageKind::rest) {
        return tr("{what}.", {{"what", look.stage.empty() ? tr("Go") : look.stage}});
    }
    std::string text = look.progress.empty()
                           ? tr("{what}.", {{"what", look.name}})
                           : tr("{progress}: {drill}.", {{"progress", look.progress}, {"drill", look.name}});
    if (!look.dose.empty()) text += " " + tr("{what}.", {{"what", look.dose}});
    for (const std::string& step : look.steps) text += " " + step;
    if (!look.breathing.empty()) text += " " + look.breathing;
    return text;
}

} // namespace poise::coach
