// SPDX-License-Identifier: GPL-3.0-or-later
// What the core can say about itself at any moment: for `poise status`, `poise explain`, the bus and the tray. Pure
// queries; asking changes nothing.
#pragma once

#include "poise/result.hpp"
#include "poise/state.hpp"

#include <optional>
#include <string>
#include <vector>

namespace poise {

struct HoldStatus {
    Block hold{};
    std::optional<Instant> since;
    std::optional<Instant> until; // where it ends by itself
};

struct KindStatus {
    Kind kind{};
    bool on = false;
    bool due = false;
    std::optional<Duration> elapsed;  // of kinds with a clock
    std::optional<Duration> interval; // in force: refusals lengthen it
    std::optional<Instant> next_due;  // if the person goes on as now
    std::vector<Block> blocks;        // what keeps it back though it is due
    std::string rule;
};

struct Status {
    Presence presence{};
    Instant presence_since{};
    Posture posture{};
    Duration bout{}; // time at the desk in this posture
    bool idle_source = false;
    std::string idle_source_why; // while there is none
    bool any_client = false;
    bool exercise_off = false;
    std::optional<Instant> paused_until;
    std::vector<HoldStatus> holds;
    std::optional<OpenPrompt> prompt;
    int snoozes_left = 0;          // of the open prompt, before max_snoozes refuses one more
    std::vector<KindStatus> kinds; // all, in the order of Kind
    std::optional<Kind> next;      // asked next: it waits for a good moment, or falls due within heads_up
};

/// The prompt that a break of this kind would be now; nothing changes by asking.
[[nodiscard]] Prompt make_prompt(const State&, Kind, const Moment& at, bool by_hand);

/// What the person would get who asked for a break now, or why they would get none. No kind: as in BreakAsked.
[[nodiscard]] Result<Prompt, std::string> preview(const State&, std::optional<Kind>, const Moment& now);

/// As of `now`, which may be later than the last step.
[[nodiscard]] Status status_of(const State&, const Moment& now);

/// Why (not) now, in sentences for a person: holds, dues and the rules in force.
[[nodiscard]] std::vector<std::string> explain(const State&, const Moment& now);

/// What is next, in one sentence: "Sitting 24 min, stand up in 6 to 21 min."
[[nodiscard]] std::string headline(const State&, const Moment& now);

} // namespace poise
