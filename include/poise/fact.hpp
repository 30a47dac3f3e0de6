// SPDX-License-Identifier: GPL-3.0-or-later
// Facts are what the journal keeps: everything a restart or a report needs, and nothing that can be derived from the
// rest. They are appended and never changed, but for an open bout (or span without an idle source), whose one fact is
// rewritten under its id each minute until it closes.
#pragma once

#include "poise/plan.hpp"
#include "poise/prompt.hpp"
#include "poise/time.hpp"
#include "poise/words.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace poise {

/// What was spent and counted in one civil hour.
struct HourCell {
    Day day;
    int hour{}; // 0 to 23
    Duration working{};
    Duration passive{};
    Duration resting{};
    std::int64_t keys{};
    std::int64_t clicks{};
    bool operator==(const HourCell&) const = default;
};

struct DayPart {
    Day day;
    Duration length{};
    bool operator==(const DayPart&) const = default;
};

/// Every clock that a restart must find again, as it stood when a span was written.
struct Clocks {
    std::array<Duration, kind_count> elapsed{}; // time at the desk since the kind was last fulfilled or refused
    Duration desk_today{};                      // S6: strength comes after a while at the desk
    Duration waited{};                          // at the desk since the open prompt was last shown
    Duration progress{};                        // of the running break
    Duration resting_tail{};                    // rest at the span's end that may yet prove an absence
    bool operator==(const Clocks&) const = default;
};

using SpanId = std::int64_t;
enum class SpanEnd { open, posture, left, stopped, source };

/// One posture over working, passive and resting.
struct Bout {
    SpanId id{};
    Posture posture{};
    Stamp began;
    SpanEnd end{};               // open, posture (a confirmed change), left (the seat), stopped (the daemon)
    bool input_counted = false;  // whether keys and clicks mean anything
    std::vector<HourCell> cells; // in order of time
    Clocks clocks;               // as they stood at the fact's stamp
    bool operator==(const Bout&) const = default;
};

/// Time without an idle source: counted in no total.
struct Unseen {
    SpanId id{};
    Stamp began;
    SpanEnd end{}; // open, source (it is back), stopped
    std::string why;
    std::vector<DayPart> days;
    Clocks clocks;
    bool operator==(const Unseen&) const = default;
};

/// Away, locked and asleep; written when it is over.
struct Absence {
    std::vector<DayPart> days;
    bool operator==(const Absence&) const = default;
};

/// A prompt was made and is about to be offered; its id is spent.
struct Offered {
    Prompt prompt;
    bool by_hand = false; // the person asked for the break
    bool operator==(const Offered&) const = default;
};
/// A client confirmed that it is on a screen; once for each time.
struct Shown {
    PromptId id{};
    bool operator==(const Shown&) const = default;
};
/// The break began. (The other answers are a Snooze or an Outcome.)
struct BreakStarted {
    PromptId id{};
    bool operator==(const BreakStarted&) const = default;
};
struct Snooze {
    PromptId id{};
    Kind kind{};
    Duration length{};
    bool operator==(const Snooze&) const = default;
};
struct PromptOutcome {
    PromptId id{};
    Kind kind{};
    Outcome outcome{};
    bool shown = false;                     // natural and covered ones were on no screen
    std::optional<Why> why;                 // of a withdrawn one
    std::array<bool, lever_count> levers{}; // F2: which of the person's levers its drills held
    bool operator==(const PromptOutcome&) const = default;
};
/// A rest that fulfilled a kind before the last fifth of its interval.
struct Rest {
    Kind kind{};
    bool operator==(const Rest&) const = default;
};

struct PostureChange {
    Posture posture{};
    std::string source; // prompt, cli, tray, or the name of an outside sensor
    bool operator==(const PostureChange&) const = default;
};

struct HoldChange {
    Sign by{};
    bool on = false;
    bool operator==(const HoldChange&) const = default;
};
/// Asked for by hand; no `until`: resumed by hand.
struct Pause {
    std::optional<Instant> until;
    bool operator==(const Pause&) const = default;
};

/// Sealed (R5): red flags may not leave the machine, nor show in any figure.
struct Safety {
    std::vector<std::string> flags; // empty: cleared by hand
    bool operator==(const Safety&) const = default;
};
/// Sealed: health data.
struct DriverChosen {
    Driver driver{};
    bool operator==(const DriverChosen&) const = default;
};
/// Sealed: F1, F3, C2.
struct Checkin {
    std::optional<int> pain; // 0 to 10
    std::string region;
    std::string load;
    std::string position;
    std::optional<int> tension; // 0 to 10
    std::optional<Function> function;
    bool tight = false;              // S10
    std::optional<Duration> sat_for; // F1: the sitting bout under way, as the log knows it
    bool operator==(const Checkin&) const = default;
};

/// Sealed: F3, the person's own words for what they want to do with less pain.
struct KeyTask {
    std::string task;
    bool operator==(const KeyTask&) const = default;
};
/// Sealed: F2, the drills that the person has chosen; empty: the programme's.
struct LeversChosen {
    std::array<std::string, lever_count> drills;
    bool operator==(const LeversChosen&) const = default;
};
/// Sealed: F7.
struct Freer {
    bool yes = false;
    bool operator==(const Freer&) const = default;
};
/// Sealed: F6.
struct FlareChange {
    bool on = false;
    int percent = 100; // of the usual length of a session
    std::string why;
    bool operator==(const FlareChange&) const = default;
};
/// Sealed: F4.
struct PlanChange {
    PlanStep step{};
    Plan before;
    Plan plan;
    std::string why;
    bool operator==(const PlanChange&) const = default;
};
/// To the change before it.
[[nodiscard]] bool is_answer(const PlanChange&);
/// As long as nothing else has happened to the plan.
[[nodiscard]] bool can_be_refused(const PlanChange&);

/// The wall clock was set or the zone changed; the stamp is the new civil time.
struct CivilTimeSet {
    Day before; // the civil day until then
    bool operator==(const CivilTimeSet&) const = default;
};

/// Something the person was told that a report should repeat.
struct Noted {
    std::string notice;
    bool operator==(const Noted&) const = default;
};

/// What is noted where a session was stopped because it hurt: the next one is smaller (F5).
inline constexpr std::string_view stopped_for_pain = "stopped_for_pain";

/// What is noted when a person was told that the report of a week is there: once for each week.
inline constexpr std::string_view week_told = "week_told";

/// What is noted when the introduction was on the screen: it comes by itself once.
inline constexpr std::string_view introduction_shown = "introduction_shown";

using FactBody = std::variant<Bout, Unseen, Absence, Offered, Shown, BreakStarted, Snooze, PromptOutcome, Rest,
                              PostureChange, HoldChange, Pause, Safety, DriverChosen, Checkin, KeyTask, LeversChosen,
                              Freer, FlareChange, PlanChange, CivilTimeSet, Noted>;

struct Fact {
    Stamp at;
    FactBody body;
    bool operator==(const Fact&) const = default;
};

/// The word for a fact in the journal, in `poise export` and in simulate's output.
[[nodiscard]] std::string_view name(const FactBody&);

/// Time at the desk, all cells together.
[[nodiscard]] Duration length_of(const Bout&);

} // namespace poise
