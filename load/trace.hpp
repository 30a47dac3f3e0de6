// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the traces of `poise simulate`: JSON Lines, a header and then what happens around the daemon, in order. A trace
// is validated whole before anything of it is run; a Trace value holds only what can happen.
#pragma once

#include "poise/event.hpp"
#include "poise/guide.hpp"
#include "poise/result.hpp"
#include "poise/time.hpp"
#include "poise/words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace poise {

namespace trace {

struct Active {};
struct Idle {
    Duration since; // the last input; counted from the trace's start
};
struct Lock {};
struct Unlock {};
struct Suspend {};
struct Resume {};
struct SleepUnseen {
    Duration length;
};
struct Hold {
    Sign by;
    bool on;
};
struct Inhibit {
    bool on;
};
struct Answer {
    poise::Answer choice;
    bool snoozed; // whatever prompt there is, as the command line answers: a snoozed one too
};
struct Clock {
    Duration shift;
};
struct Zone {
    std::string zone;
};
struct Client {
    bool on;
};
struct SenseLost {
    std::string source;
};
struct SenseFound {
    std::string source;
};
struct Restart {
    Duration down;
    bool graceful;
};

} // namespace trace

struct TraceEvent {
    /// What the virtual machine sees to itself, or what the person says, just as the core hears it.
    using What = std::variant<trace::Active, trace::Idle, trace::Lock, trace::Unlock, trace::Suspend, trace::Resume,
                              trace::SleepUnseen, trace::Hold, trace::Inhibit, trace::Answer, trace::Clock, trace::Zone,
                              trace::Client, trace::SenseLost, trace::SenseFound, trace::Restart, PostureConfirmed,
                              BreakAsked, PauseAsked, PauseEnded, CheckedIn, TooPainful, Screened, Cleared,
                              ProgrammeChosen, KeyTaskNamed, LeversNamed, FreerAnswered, FlareAsked, PlanAnswered>;
    Duration t; // of CLOCK_BOOTTIME since the start
    What what;
    int line;
};

/// How every prompt of a trace is answered unless the trace does it.
struct AutoAnswer {
    std::optional<Answer> answer; // none: nobody answers
    Duration after;
};

struct Trace {
    UtcTime start;
    Offset offset;    // as the start was written
    std::string zone; // empty: that offset, all year
    std::optional<AutoAnswer> auto_answer;
    bool client = true;
    Driver driver = Driver::prevention;
    std::vector<TraceEvent> events;
    Duration end;
};

/// The lines of the problems are the lines of the trace. Flags, regions, loads, positions and drills are the guide's.
[[nodiscard]] Result<Trace> parse_trace(std::string_view text, const Guide&);

} // namespace poise
