// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise/fact.hpp"

namespace poise {

namespace {

struct Naming {
    std::string_view operator()(const Bout&) const { return "bout"; }
    std::string_view operator()(const Unseen&) const { return "unknown"; }
    std::string_view operator()(const Absence&) const { return "absence"; }
    std::string_view operator()(const Offered&) const { return "offered"; }
    std::string_view operator()(const Shown&) const { return "shown"; }
    std::string_view operator()(const BreakStarted&) const { return "started"; }
    std::string_view operator()(const Snooze&) const { return "snooze"; }
    std::string_view operator()(const PromptOutcome&) const { return "outcome"; }
    std::string_view operator()(const Rest&) const { return "rest"; }
    std::string_view operator()(const PostureChange&) const { return "posture"; }
    std::string_view operator()(const HoldChange&) const { return "hold"; }
    std::string_view operator()(const Pause&) const { return "pause"; }
    std::string_view operator()(const Safety&) const { return "safety"; }
    std::string_view operator()(const DriverChosen&) const { return "driver"; }
    std::string_view operator()(const Checkin&) const { return "checkin"; }
    std::string_view operator()(const KeyTask&) const { return "key_task"; }
    std::string_view operator()(const LeversChosen&) const { return "levers"; }
    std::string_view operator()(const Freer&) const { return "freer"; }
    std::string_view operator()(const FlareChange&) const { return "flare"; }
    std::string_view operator()(const PlanChange&) const { return "plan"; }
    std::string_view operator()(const CivilTimeSet&) const { return "civil_time"; }
    std::string_view operator()(const Noted&) const { return "notice"; }
};

} // namespace

std::string_view name(const FactBody& body) { return std::visit(Naming{}, body); }

bool is_answer(const PlanChange& change) {
    return change.step == PlanStep::accepted || change.step == PlanStep::refused;
}

bool can_be_refused(const PlanChange& change) { return !is_answer(change) && change.plan != change.before; }

Duration length_of(const Bout& bout) {
    Duration length{};
    for (const auto& cell : bout.cells) length += cell.working + cell.passive + cell.resting;
    return length;
}

} // namespace poise
