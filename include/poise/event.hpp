// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can happen to the core, in the past tense. Adapters post events; nothing else reaches the core.
#pragma once

#include "poise/fact.hpp"
#include "poise/settings.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace poise {

/// The alarm of next_wake, or any other reason to look at the clock.
struct TimePassed {};

/// First event after restore: everything since the last fact was downtime.
struct Started {};
/// The adapters have said what they found at the start: a hold they did not name is over.
struct SensesSettled {};
/// A clean stop: what is open is written.
struct Stopping {};

/// Input goes on from now until InputEnded.
struct InputBegan {};
/// No input since `since`, which may be earlier than now but not earlier than the input it ends.
struct InputEnded {
    Instant since;
};
struct InputCounted {
    std::int64_t keys{};
    std::int64_t clicks{};
};
/// Whether keys and clicks can be counted here at all.
struct InputCounting {
    bool available = false;
};

struct Locked {};
struct Unlocked {};
struct Suspended {};
struct Resumed {};
/// The machine slept from `since` until now, and no signal said so.
struct SleptUnseen {
    Instant since;
};

struct SignBegan {
    Sign by{};
};
struct SignEnded {
    Sign by{};
};
/// A video or the like keeps the screen awake: passive while there is no input.
struct InhibitChanged {
    bool on = false;
};

struct IdleSourceLost {
    std::string why;
};
/// A source always says what it sees first: no input since then, or input that goes on.
struct IdleSourceFound {
    std::optional<Instant> idle_since;
};

struct ClientsChanged {
    bool any = false;
};
/// A client confirmed that the prompt is on a screen.
struct PromptConfirmed {
    PromptId id{};
};

struct Answered {
    Answer answer{};
    std::optional<PromptId> id;     // none: whatever is open
    std::optional<Duration> snooze; // other than the configured one
};
/// The person asked for a break; none: the open prompt, else the most valuable due, else a microbreak.
struct BreakAsked {
    std::optional<Kind> kind;
};
struct PostureConfirmed {
    Posture posture{};
    std::string source;
};
/// No length: until the next local 04:00.
struct PauseAsked {
    std::optional<Duration> length;
};
struct PauseEnded {};
struct CheckedIn {
    Checkin checkin;
};
/// F5: the session hurts, or the one just done did.
struct TooPainful {
    std::optional<PromptId> id; // none: whatever is open
    std::optional<int> pain;    // 0 to 10, where it was said
};
struct Screened {
    std::vector<std::string> flags;
};
struct Cleared {};
struct ProgrammeChosen {
    Driver driver{};
};
/// The person has been shown what Poise is; a window did so.
struct Introduced {};
struct KeyTaskNamed {
    std::string task; // empty: none any more
};
struct LeversNamed {
    std::array<std::string, lever_count> drills; // empty: the programme's
};
struct FreerAnswered {
    bool yes = false;
};
/// Flare mode, by hand.
struct FlareAsked {
    bool on = false;
};
/// What the person says of the last change of plan.
struct PlanAnswered {
    bool accepted = false;
};
/// The guide or a pack has been read anew.
struct GuideChanged {
    GuidePtr guide;
};

/// The person has erased facts from the journal: these are left. What is being written begins anew.
struct Erased {
    std::vector<Fact> left;
};

/// The wall clock was set or the zone changed: the Moment given with this event is the new civil time.
struct CivilTimeChanged {};
struct SettingsChanged {
    Settings settings;
};

using Event = std::variant<TimePassed, Started, SensesSettled, Stopping, InputBegan, InputEnded, InputCounted,
                           InputCounting, Locked, Unlocked, Suspended, Resumed, SleptUnseen, SignBegan, SignEnded,
                           InhibitChanged, IdleSourceLost, IdleSourceFound, ClientsChanged, PromptConfirmed, Answered,
                           BreakAsked, PostureConfirmed, PauseAsked, PauseEnded, CheckedIn, TooPainful, Screened,
                           Cleared, ProgrammeChosen, Introduced, KeyTaskNamed, LeversNamed, FreerAnswered, FlareAsked,
                           PlanAnswered, GuideChanged, Erased, CivilTimeChanged, SettingsChanged>;

} // namespace poise
