// SPDX-License-Identifier: GPL-3.0-or-later
#include "guided_break.hpp"

#include <algorithm>
#include <utility>

namespace poise::coach {

namespace {

constexpr Duration only_begun = std::chrono::seconds{2}; // D: who presses Back so early means the go before

} // namespace

GuidedBreak::GuidedBreak(Script script, Instant begin)
    : script_{std::move(script)}, began_{begin}, spent_(script_.stages.size()) {}

GuidedBreak::Place GuidedBreak::at(Instant now) const {
    Duration elapsed = std::max(paused_at_.value_or(now) - began_, Duration::zero());
    for (std::size_t stage = stage_; stage < script_.stages.size(); ++stage) {
        if (elapsed < script_.stages[stage].length) return {stage, elapsed, false};
        elapsed -= script_.stages[stage].length;
    }
    if (script_.stages.empty()) return {0, {}, true};
    return {script_.stages.size() - 1, script_.stages.back().length, true};
}

std::optional<Instant> GuidedBreak::next_change(Instant now) const {
    const Place place = at(now);
    if (is_paused() || place.is_over) return std::nullopt;
    return now + (script_.stages[place.stage].length - place.elapsed);
}

void GuidedBreak::next(Instant now) {
    const Place place = at(now);
    if (!place.is_over) go_to(place.stage + 1, now);
}

std::optional<std::size_t> GuidedBreak::go_before(const Place& place) const {
    const bool in_a_go = !place.is_over && script_.stages[place.stage].kind == StageKind::go;
    if (in_a_go && place.elapsed > only_begun) return place.stage;
    std::size_t stage = place.is_over ? script_.stages.size() : place.stage;
    while (stage > 0) {
        if (script_.stages[--stage].kind == StageKind::go) return stage;
    }
    return std::nullopt;
}

bool GuidedBreak::can_go_back(Instant now) const { return !script_.stages.empty() && go_before(at(now)); }

void GuidedBreak::back(Instant now) {
    if (script_.stages.empty()) return;
    if (const auto stage = go_before(at(now))) go_to(*stage, now);
}

void GuidedBreak::leave_drill(Instant now) {
    const Place place = at(now);
    if (place.is_over) return;
    const std::size_t part = script_.stages[place.stage].part;
    std::size_t stage = place.stage;
    while (stage < script_.stages.size() && script_.stages[stage].part == part) ++stage;
    go_to(stage, now);
}

void GuidedBreak::pause(Instant now) {
    if (!is_paused() && !at(now).is_over) paused_at_ = now;
}

void GuidedBreak::resume(Instant now) {
    if (!is_paused()) return;
    began_ += now - *paused_at_;
    paused_at_.reset();
}

void GuidedBreak::go_to(std::size_t stage, Instant now) {
    spent_ = spent_until(now);
    stage_ = stage;
    began_ = now;
    if (is_paused()) paused_at_ = now;
}

std::vector<Duration> GuidedBreak::spent_until(Instant now) const {
    auto spent = spent_;
    const Place place = at(now);
    for (std::size_t stage = stage_; stage < spent.size() && stage <= place.stage; ++stage) {
        const Duration here = stage < place.stage ? script_.stages[stage].length : place.elapsed;
        spent[stage] = std::min(spent[stage] + here, script_.stages[stage].length);
    }
    return spent;
}

HowFar GuidedBreak::how_far(Instant now) const {
    Duration done{};
    Duration all{};
    const auto spent = spent_until(now);
    for (std::size_t stage = 0; stage < spent.size(); ++stage) {
        if (script_.stages[stage].kind != StageKind::go) continue;
        done += spent[stage];
        all += script_.stages[stage].length;
    }
    if (done * 10 >= all * 9) return HowFar::done; // D
    return done * 2 >= all ? HowFar::partly : HowFar::not_now;
}

} // namespace poise::coach
