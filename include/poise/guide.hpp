// SPDX-License-Identifier: GPL-3.0-or-later
// The prevention guidance as values: drills and their doses, programmes, cues, the points of the workstation check, the
// red-flag questions and what each calls for. Read from guide.toml and the person's own packs; every entry carries the
// id of the rule that it comes from, and what the source does not say is marked as added, with a reason. Validated: ids
// are unique, and whatever one entry says of another exists.
#pragma once

#include "poise/time.hpp"
#include "poise/words.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

enum class Place { desk, standing, floor };
/// What the body does in a drill.
enum class Movement { rotation, extension, flexion, pull, push, hip, core, breath, walk, stretch, release, posture };
/// What speaks against a drill where a programme avoids it.
enum class Contraindication { loaded_extension, end_range_flexion, loaded_flexion, loaded_rotation, overhead };

template <class T>
struct Range {
    T least{};
    T most{};
    [[nodiscard]] bool contains(const T& value) const { return least <= value && value <= most; }
    bool operator==(const Range&) const = default;
};

/// What may be asked of a person in a drill. One go is a hold, or breath cycles, or repetitions; repetitions may each
/// be held, for seconds (E5) or for breaths (E2).
struct DoseRange {
    std::optional<Range<Duration>> hold;
    std::optional<Range<int>> reps;
    std::optional<Range<int>> breaths;
    Range<int> rounds{1, 1};                        // S10: a stretch from 1 to 3
    bool each_side = false;                         // every round is done on both sides
    Duration rep_time = std::chrono::seconds{4};    // D: a slow repetition that is not held
    Duration breath_time = std::chrono::seconds{6}; // D: in, and out for longer
    Duration round_rest{};                          // between two rounds
    bool operator==(const DoseRange&) const = default;
};

/// What is asked of a person in one drill of one session; always within its range. What the range does not have is 0.
struct Dose {
    Duration hold{};
    int reps = 0;
    int breaths = 0;
    int rounds = 1;
    bool operator==(const Dose&) const = default;
};

/// A harder way to do a drill (F4).
struct Progression {
    std::string text; // "Add a slow reach overhead."
    std::vector<std::string> equipment;
    std::vector<Contraindication> contraindications; // of this way only
    bool operator==(const Progression&) const = default;
};

struct Drill {
    std::string id; // "E2"
    std::string name;
    std::vector<std::string> steps; // what to do, one sentence each; the first can stand alone in a prompt
    std::string breathing;          // the breathing cue
    DoseRange dose;
    std::vector<Progression> progressions; // from easy to hard
    std::vector<Kind> kinds;               // in which breaks it is used
    std::vector<Place> places;             // any of them will do
    std::vector<std::string> equipment;    // all of it is needed
    std::vector<Movement> movements;
    std::vector<std::string> regions; // of Guide::regions
    std::vector<Contraindication> contraindications;
    bool light_pull = false; // S11: may end a mobility block
    std::string picture;     // a file name; empty: none
    std::string alt;         // the picture in words
    std::string rule;        // "E2"
    std::string source;      // the heading in the source that it comes from
    std::string added;       // what the source does not say, and why we chose it (D); empty: nothing
    std::string pack;        // the file that brought it; empty: Poise's own
    bool operator==(const Drill&) const = default;
};

/// What a programme says of a drill, and why.
struct DrillChoice {
    std::string drill;
    std::string why;
    bool operator==(const DrillChoice&) const = default;
};

struct Programme {
    Driver driver{};
    std::string rule; // "P4"
    std::string name;
    std::string focus;                // the focused fix, in our words
    std::vector<DrillChoice> prefers; // they go first wherever they fit
    std::vector<DrillChoice> forbids;
    std::vector<Contraindication> avoids; // forbids every drill, and every progression, that has one of these
    std::string avoids_why;
    std::string allows_why;     // what is neither preferred nor forbidden
    std::string mobility_lever; // F2: drills, where the person has named none
    std::string strength_lever;
    std::string source;
    std::string added;
    bool operator==(const Programme&) const = default;
};

/// C1, C2: one short thing to feel for in a microbreak.
struct Cue {
    std::string id; // "C1.chin"
    std::string text;
    std::string rule;
    std::string source;
    std::string added; // as in Drill
    bool operator==(const Cue&) const = default;
};

/// S12: one point of the workstation check.
struct WorkstationPoint {
    std::string id; // "screen_height"
    std::string question;
    std::string advice;
    std::string added; // as in Drill
    bool operator==(const WorkstationPoint&) const = default;
};

/// What a red flag calls for; the stronger comes first.
enum class Care { emergency, medical_review }; // R1, R2

struct RedFlag {
    std::string id; // "chest_pressure"
    std::string question;
    Care care{};
    std::string source;
    std::string added;
    bool operator==(const RedFlag&) const = default;
};

/// Reference, never a prompt (S13, F9).
struct Card {
    std::string id;
    std::string title;
    std::vector<std::string> lines;
    std::string rule;
    std::string source;
    std::string added; // as in Drill
    bool operator==(const Card&) const = default;
};

struct Guide {
    std::vector<Drill> drills;
    std::vector<Programme> programmes; // one for each Driver, in its order
    std::vector<Cue> cues;
    std::vector<WorkstationPoint> workstation;
    std::vector<RedFlag> red_flags;
    std::vector<Card> cards;
    std::vector<std::string> regions, loads, positions; // F1: what a check-in may name
    bool operator==(const Guide&) const = default;
};

/// Shared because it is large and nobody changes it.
using GuidePtr = std::shared_ptr<const Guide>;

[[nodiscard]] const Drill* find_drill(const Guide&, std::string_view id);
[[nodiscard]] const RedFlag* find_red_flag(const Guide&, std::string_view id);
/// What the gravest of those that the guide knows asks for; nothing: it knows none of them.
[[nodiscard]] std::optional<Care> care_for(const Guide&, const std::vector<std::string>& red_flags);
[[nodiscard]] const Cue* find_cue(const Guide&, std::string_view id);
/// None: a guide without programmes, in which everything is allowed.
[[nodiscard]] const Programme* find_programme(const Guide&, Driver);

/// How long a dose takes: both sides and the change between them, all rounds and the rests between them.
[[nodiscard]] Duration length_of(const Dose&, const DoseRange&);
inline constexpr Duration side_change = std::chrono::seconds{5}; // D

/// Whether every part of the dose lies within its range.
[[nodiscard]] bool is_within(const Dose&, const DoseRange&);

[[nodiscard]] std::string_view name(Place);
[[nodiscard]] std::string_view name(Movement);
[[nodiscard]] std::string_view name(Contraindication);
[[nodiscard]] std::string_view name(Care);
template <>
std::optional<Place> parse<Place>(std::string_view);
template <>
std::optional<Movement> parse<Movement>(std::string_view);
template <>
std::optional<Contraindication> parse<Contraindication>(std::string_view);
template <>
std::optional<Care> parse<Care>(std::string_view);

} // namespace poise
