// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the project: one concept, one word, in code, TOML, SQL, D-Bus and on the command line. Every enumeration
// that leaves a process is here, and name() is the only place that spells it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace poise {

/// Who is at the desk.
enum class Presence {
    working, // input; a gap shorter than away_after is working
    passive, // no input, but an inhibitor, a call, a screencast or a video says that the person is at the screen
    resting, // hands off for less than seat_left_after: rest for the hands, still in the chair
    away,
    locked,
    asleep,
    unknown, // no idle source: counted in no total
};

enum class Posture { sitting, standing };

/// What is asked for.
enum class Kind { microbreak, posture_change, snack, mobility, strength, breath, workstation_check, checkin };
inline constexpr std::size_t kind_count = 8;
inline constexpr std::array<Kind, kind_count> all_kinds{Kind::microbreak,        Kind::posture_change, Kind::snack,
                                                        Kind::mobility,          Kind::strength,       Kind::breath,
                                                        Kind::workstation_check, Kind::checkin};
[[nodiscard]] constexpr std::size_t index(Kind kind) { return static_cast<std::size_t>(kind); }

/// Exercise is what a red flag stops (R1, R2): standing up, microbreaks and breath stay.
[[nodiscard]] constexpr bool is_exercise(Kind kind) {
    return kind == Kind::snack || kind == Kind::mobility || kind == Kind::strength;
}

/// How a prompt ended.
enum class Outcome {
    taken,
    partial,
    natural, // rested unasked, in time
    skipped,
    missed,    // shown, unanswered, worked on
    withdrawn, // not the person's doing
};
inline constexpr std::size_t outcome_count = 6;
inline constexpr std::array<Outcome, outcome_count> all_outcomes{
    Outcome::taken, Outcome::partial, Outcome::natural, Outcome::skipped, Outcome::missed, Outcome::withdrawn};
[[nodiscard]] constexpr std::size_t index(Outcome outcome) { return static_cast<std::size_t>(outcome); }

enum class Answer { start, snooze, skip, done, partly };

/// The signs that the person must not be disturbed which come from outside; a screencast counts as a meeting.
enum class Sign { meeting, screencast, dnd, fullscreen };
inline constexpr std::size_t sign_count = 4;
inline constexpr std::array<Sign, sign_count> all_signs{Sign::meeting, Sign::screencast, Sign::dnd, Sign::fullscreen};
[[nodiscard]] constexpr std::size_t index(Sign sign) { return static_cast<std::size_t>(sign); }

/// Everything that can keep a due prompt back. The first are holds: they have a name in `poise status`, win over every
/// window and withdraw what is on screen. The others only make it wait.
enum class Block {
    meeting,
    screencast,
    dnd,
    fullscreen,
    paused,
    outside_hours,
    exercise_off, // R5: says that exercise is off, never why
    away,         // nobody there: away, locked or asleep
    no_client,    // nobody there to show it
    after_return,
    spacing,
    exercise_spacing,
    per_hour,
    prompt_open,
};
[[nodiscard]] constexpr bool is_hold(Block block) { return block <= Block::away; }

/// Why a prompt was taken back, which counts against nobody.
enum class Why {
    meeting,
    screencast,
    dnd,
    fullscreen,
    paused,
    outside_hours,
    exercise_off,
    away,      // absent for seat_left_after, which this kind does not count as done
    no_client, // whoever showed it is gone
    unknown,   // unanswered, and no idle source tells whether anybody is there
    not_shown, // no client confirmed it: no outcome, nothing is counted
    replaced,  // the person started something else
    settings,  // its kind was switched off
    erased,    // the person erased what the journal knew of it
};

/// The driver of the person's discomfort, which picks the programme (P0 to P7).
enum class Driver { prevention, posture, myofascial, disc, stenosis, visceral, osteoarthritis, curves };

enum class Function { easier, same, harder }; // F3: the key task, compared with last week

enum class Urgency { low, normal, critical };

[[nodiscard]] std::string_view name(Presence);
[[nodiscard]] std::string_view name(Posture);
[[nodiscard]] std::string_view name(Kind);
[[nodiscard]] std::string_view name(Outcome);
[[nodiscard]] std::string_view name(Answer);
[[nodiscard]] std::string_view name(Sign);
[[nodiscard]] std::string_view name(Block);
[[nodiscard]] std::string_view name(Why);
[[nodiscard]] std::string_view name(Driver);
[[nodiscard]] std::string_view name(Function);
[[nodiscard]] std::string_view name(Urgency);

/// The word's value, or nothing: parse<Kind>("snack").
template <class Word>
[[nodiscard]] std::optional<Word> parse(std::string_view);
template <>
std::optional<Presence> parse<Presence>(std::string_view);
template <>
std::optional<Posture> parse<Posture>(std::string_view);
template <>
std::optional<Kind> parse<Kind>(std::string_view);
template <>
std::optional<Outcome> parse<Outcome>(std::string_view);
template <>
std::optional<Answer> parse<Answer>(std::string_view);
template <>
std::optional<Sign> parse<Sign>(std::string_view);
template <>
std::optional<Block> parse<Block>(std::string_view);
template <>
std::optional<Why> parse<Why>(std::string_view);
template <>
std::optional<Driver> parse<Driver>(std::string_view); // "stenosis" or "P4"
template <>
std::optional<Function> parse<Function>(std::string_view);
template <>
std::optional<Urgency> parse<Urgency>(std::string_view);

} // namespace poise
