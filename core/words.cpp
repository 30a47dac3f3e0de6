// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise/words.hpp"

#include "poise/guide.hpp"
#include "poise/plan.hpp"
#include "poise/prompt.hpp"

namespace poise {

namespace {

template <class Word>
struct Spelling; // the words of an enumeration, in the order of its enumerators

template <class Word>
std::string_view spell(Word word) {
    return Spelling<Word>::words[static_cast<std::size_t>(word)];
}

template <class Word>
std::optional<Word> find(std::string_view text) {
    for (std::size_t i = 0; i < std::size(Spelling<Word>::words); ++i) {
        if (Spelling<Word>::words[i] == text) return static_cast<Word>(i);
    }
    return std::nullopt;
}

template <>
struct Spelling<Presence> {
    static constexpr std::string_view words[] = {"working", "passive", "resting", "away",
                                                 "locked",  "asleep",  "unknown"};
};
template <>
struct Spelling<Posture> {
    static constexpr std::string_view words[] = {"sitting", "standing"};
};
template <>
struct Spelling<Kind> {
    static constexpr std::string_view words[] = {"microbreak", "posture_change",    "snack",  "mobility", "strength",
                                                 "breath",     "workstation_check", "checkin"};
};
template <>
struct Spelling<Outcome> {
    static constexpr std::string_view words[] = {"taken", "partial", "natural", "skipped", "missed", "withdrawn"};
};
template <>
struct Spelling<Answer> {
    static constexpr std::string_view words[] = {"start", "snooze", "skip", "done", "partly"};
};
template <>
struct Spelling<Sign> {
    static constexpr std::string_view words[] = {"meeting", "screencast", "dnd", "fullscreen"};
};
template <>
struct Spelling<Block> {
    static constexpr std::string_view words[] = {
        "meeting", "screencast", "dnd",          "fullscreen", "paused",           "outside_hours", "exercise_off",
        "away",    "no_client",  "after_return", "spacing",    "exercise_spacing", "per_hour",      "prompt_open"};
};
template <>
struct Spelling<Why> {
    static constexpr std::string_view words[] = {"meeting",       "screencast",   "dnd",      "fullscreen", "paused",
                                                 "outside_hours", "exercise_off", "away",     "no_client",  "unknown",
                                                 "not_shown",     "replaced",     "settings", "erased"};
};
template <>
struct Spelling<Driver> {
    static constexpr std::string_view words[] = {"prevention", "posture",  "myofascial",     "disc",
                                                 "stenosis",   "visceral", "osteoarthritis", "curves"};
};
template <>
struct Spelling<Function> {
    static constexpr std::string_view words[] = {"easier", "same", "harder"};
};
template <>
struct Spelling<Lever> {
    static constexpr std::string_view words[] = {"mobility", "strength"};
};
template <>
struct Spelling<PlanStep> {
    static constexpr std::string_view words[] = {"keep",    "progress", "load",   "drills",
                                                 "smaller", "accepted", "refused"};
};
template <>
struct Spelling<Place> {
    static constexpr std::string_view words[] = {"desk", "standing", "floor"};
};
template <>
struct Spelling<Movement> {
    static constexpr std::string_view words[] = {"rotation", "extension", "flexion", "pull",    "push",    "hip",
                                                 "core",     "breath",    "walk",    "stretch", "release", "posture"};
};
template <>
struct Spelling<Contraindication> {
    static constexpr std::string_view words[] = {"loaded_extension", "end_range_flexion", "loaded_flexion",
                                                 "loaded_rotation", "overhead"};
};
template <>
struct Spelling<Care> {
    static constexpr std::string_view words[] = {"emergency", "medical_review"};
};
template <>
struct Spelling<Urgency> {
    static constexpr std::string_view words[] = {"low", "normal", "critical"};
};
template <>
struct Spelling<Phase> {
    static constexpr std::string_view words[] = {"offered", "shown", "snoozed", "running"};
};

} // namespace

std::string_view name(Presence word) { return spell(word); }
std::string_view name(Posture word) { return spell(word); }
std::string_view name(Kind word) { return spell(word); }
std::string_view name(Outcome word) { return spell(word); }
std::string_view name(Answer word) { return spell(word); }
std::string_view name(Sign word) { return spell(word); }
std::string_view name(Block word) { return spell(word); }
std::string_view name(Why word) { return spell(word); }
std::string_view name(Driver word) { return spell(word); }
std::string_view name(Function word) { return spell(word); }
std::string_view name(Urgency word) { return spell(word); }
std::string_view name(Lever lever) { return spell(lever); }
std::string_view name(PlanStep step) { return spell(step); }
std::string_view name(Place place) { return spell(place); }
std::string_view name(Movement movement) { return spell(movement); }
std::string_view name(Contraindication contraindication) { return spell(contraindication); }
std::string_view name(Care care) { return spell(care); }
std::string_view name(Phase word) { return spell(word); }

template <>
std::optional<Presence> parse<Presence>(std::string_view text) {
    return find<Presence>(text);
}
template <>
std::optional<Posture> parse<Posture>(std::string_view text) {
    return find<Posture>(text);
}
template <>
std::optional<Kind> parse<Kind>(std::string_view text) {
    return find<Kind>(text);
}
template <>
std::optional<Outcome> parse<Outcome>(std::string_view text) {
    return find<Outcome>(text);
}
template <>
std::optional<Answer> parse<Answer>(std::string_view text) {
    return find<Answer>(text);
}
template <>
std::optional<Sign> parse<Sign>(std::string_view text) {
    return find<Sign>(text);
}
template <>
std::optional<Block> parse<Block>(std::string_view text) {
    return find<Block>(text);
}
template <>
std::optional<Why> parse<Why>(std::string_view text) {
    return find<Why>(text);
}
template <>
std::optional<Driver> parse<Driver>(std::string_view text) {
    if (text.size() == 2 && text[0] == 'P' && text[1] >= '0' && text[1] <= '7') {
        return static_cast<Driver>(text[1] - '0'); // the programme's id is its driver's number
    }
    return find<Driver>(text);
}
template <>
std::optional<Function> parse<Function>(std::string_view text) {
    return find<Function>(text);
}
template <>
std::optional<Urgency> parse<Urgency>(std::string_view text) {
    return find<Urgency>(text);
}
template <>
std::optional<Place> parse<Place>(std::string_view text) {
    return find<Place>(text);
}
template <>
std::optional<Movement> parse<Movement>(std::string_view text) {
    return find<Movement>(text);
}
template <>
std::optional<Contraindication> parse<Contraindication>(std::string_view text) {
    return find<Contraindication>(text);
}
template <>
std::optional<Care> parse<Care>(std::string_view text) {
    return find<Care>(text);
}
template <>
std::optional<Lever> parse<Lever>(std::string_view text) {
    return find<Lever>(text);
}
template <>
std::optional<PlanStep> parse<PlanStep>(std::string_view text) {
    return find<PlanStep>(text);
}

} // namespace poise
