// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise/sealed.hpp"

#include <type_traits>

namespace poise {

namespace {

template <class Body>
constexpr bool is_open_as_it_is = std::is_constructible_v<OpenFact, Body>;

static_assert(!is_open_as_it_is<Safety> && !is_open_as_it_is<DriverChosen> && !is_open_as_it_is<Checkin>);
static_assert(!is_open_as_it_is<KeyTask> && !is_open_as_it_is<LeversChosen> && !is_open_as_it_is<Freer>);
static_assert(!is_open_as_it_is<FlareChange> && !is_open_as_it_is<PlanChange> && !is_open_as_it_is<Noted>);
static_assert(!is_open_as_it_is<Offered> && !is_open_as_it_is<PromptOutcome>);

struct Opening {
    std::optional<OpenFact> operator()(const PromptOutcome& fact) const {
        if (fact.outcome == Outcome::withdrawn) return std::nullopt;
        return OpenOutcome{fact.kind, fact.outcome};
    }
    template <class Body>
    std::optional<OpenFact> operator()(const Body& body) const {
        if constexpr (is_open_as_it_is<Body>) return OpenFact{body};
        return std::nullopt;
    }
};

struct Sealing {
    bool operator()(const Safety&) const { return true; }
    bool operator()(const DriverChosen&) const { return true; }
    bool operator()(const Checkin&) const { return true; }
    bool operator()(const KeyTask&) const { return true; }
    bool operator()(const LeversChosen&) const { return true; }
    bool operator()(const Freer&) const { return true; }
    bool operator()(const FlareChange&) const { return true; }
    bool operator()(const PlanChange&) const { return true; }
    bool operator()(const Noted& noted) const { // R3, F5
        return noted.notice.starts_with("review_") || noted.notice == stopped_for_pain;
    }
    bool operator()(const Offered&) const { return true; } // the driver's drills and rules, a flare, the key task
    template <class Body>
    bool operator()(const Body&) const {
        return false;
    }
};

} // namespace

std::optional<OpenFact> open_part(const FactBody& body) { return std::visit(Opening{}, body); }

bool is_sealed(const FactBody& body) { return std::visit(Sealing{}, body); }

} // namespace poise
