// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody but the person may see: red flags, the driver, discomfort, and what follows from them (R5). Whatever is
// made for others is made of OpenFacts, and a sealed fact does not become one: that does not compile (tests/sealed).
#pragma once

#include "poise/fact.hpp"

#include <optional>
#include <variant>

namespace poise {

/// What was asked and what came of it, without why it was taken back: that would tell of a red flag.
struct OpenOutcome {
    Kind kind{};
    Outcome outcome{}; // never withdrawn
    bool operator==(const OpenOutcome&) const = default;
};

/// Not among them: Safety, DriverChosen, Checkin, KeyTask, LeversChosen, Freer, FlareChange, PlanChange and Noted;
/// Offered, whose drills and length tell of the driver and of a flare; and every outcome that was withdrawn.
using OpenFact = std::variant<Bout, Unseen, Absence, OpenOutcome, Snooze, Rest, PostureChange>;

/// What of a fact others may see; nothing: nothing.
[[nodiscard]] std::optional<OpenFact> open_part(const FactBody&);

/// Whether a fact is, or tells, what only the person may see: it leaves the machine only at their explicit word.
[[nodiscard]] bool is_sealed(const FactBody&);

} // namespace poise
