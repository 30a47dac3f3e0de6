// SPDX-License-Identifier: GPL-3.0-or-later
// The seams between the engine and the world. An adapter implements one of these with one technology; its constructor
// throws where the technology is not there, and after that no exception crosses a port. Adapters never call into the
// engine: they post events, from the one thread that everything runs on.
#pragma once

#include "poise/effect.hpp"
#include "poise/event.hpp"
#include "poise/state.hpp"
#include "poise/time.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

using PostEvent = std::function<void(Event)>;

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Moment now() = 0;
    [[nodiscard]] virtual Instant instant() = 0; // cheaper: CLOCK_BOOTTIME alone
};

class Alarm {
public:
    virtual ~Alarm() = default;
    /// Posts TimePassed once at `at`, or never; replaces what was armed. Counts suspend.
    virtual void arm(std::optional<Instant> at) = 0;
};

struct JournalHealth {
    std::string trouble;          // why facts cannot be written now; empty: all is well
    std::size_t waiting = 0;      // facts kept in memory until they can be
    std::size_t dropped = 0;      // heartbeats that no longer fitted
    std::optional<Notice> news{}; // what last befell the file itself: it was damaged, or gone
};

class Journal {
public:
    virtual ~Journal() = default;
    /// One transaction, durable on return. What cannot be written is kept, and written with a later call.
    virtual void append(const std::vector<Fact>&) = 0;
    [[nodiscard]] virtual JournalHealth health() const = 0;
};

/// Tells the clients. Losing one is no error.
class Announcer {
public:
    virtual ~Announcer() = default;
    virtual void show(const Prompt&, bool again) = 0;
    virtual void withdraw(PromptId, Why) = 0;
    virtual void tell(const Notice&) = 0;
    /// The open prompt came to its outcome, however that was.
    virtual void ended(PromptId, Outcome) = 0;
    /// After every step; `state` stays valid until the next call.
    virtual void changed(const State& state) = 0;
};

/// Says when the input stops and goes on, without polling. It posts nothing itself: the one who chose it does.
class IdleSource {
public:
    struct Listener {
        std::function<void(Instant since)> idle;   // no input since then
        std::function<void()> active;              // input goes on
        std::function<void(std::string why)> lost; // the source is dead; to be destroyed from outside this call
    };
    virtual ~IdleSource() = default;
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// Reports idle once the input has paused for so long; at once if it is known to have. May be called at any time.
    virtual void watch(Duration threshold) = 0;
    /// How long there has been no input; none where the source tells of pauses only as they come.
    [[nodiscard]] virtual std::optional<Duration> idle_time() = 0;
};

/// One line of `poise doctor`: a thing that was looked for, and why it does not work where it does not.
struct Finding {
    std::string what; // "idle source x11"
    bool works = false;
    std::string detail;
    bool operator==(const Finding&) const = default;
};

} // namespace poise
