// SPDX-License-Identifier: GPL-3.0-or-later
// A person's life for tests: drives step() from alarm to alarm without any clock, and writes down what happened as a
// transcript that reads like a diary. One assertion per story: the whole transcript, so that what is missing and what
// is extra both show.
#pragma once

#include "poise/report.hpp"
#include "poise/step.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace poise::test {

using namespace std::chrono_literals;

/// The beginning of a working week.
constexpr auto monday = "2026-11-23T09:00:00+01:00";

/// A check-in that says nothing else.
[[nodiscard]] inline Checkin pain_of(int pain) {
    Checkin checkin;
    checkin.pain = pain;
    return checkin;
}

class Life {
public:
    /// Starts with nobody there; local time has a fixed offset unless `changes` says otherwise.
    /// `zone` is a name for these changes, for the trace.
    explicit Life(std::string_view start = monday, Settings settings = {}, OffsetChanges changes = {},
                  std::string zone = {});

    // What the person does. Each begins now and lets the time pass.
    Life& works_for(Duration);
    Life& rests_for(Duration); // hands off, nothing else
    Life& waits(Duration);     // goes on as before
    Life& is_locked_for(Duration);
    Life& sleeps_for(Duration);        // suspend and resume, both signalled
    Life& passes_asleep(Duration);     // of a machine that was told to sleep: no alarm rings
    Life& sleeps_unseen_for(Duration); // no signal; alarms ring late
    Life& works_until(std::string_view time_of_day);
    Life& waits_until(std::string_view time_of_day);

    // What happens in a moment.
    Life& starts();
    Life& snoozes();
    Life& skips();
    Life& says_done();
    Life& begins(Sign);
    Life& ends(Sign);
    Life& event(const Event&);
    /// Dies now, is back after `down` with nothing but its facts; the senses then say the same as before.
    Life& restarts_after(Duration down, bool graceful = false);
    Life& sets_wall_clock(Duration shift);
    Life& moves_to_offset(Offset);

    /// No client confirms what is offered any more.
    void stops_confirming() { confirms_ = false; }

    /// What happened since the last call: "09:20 show microbreak\n". Without the facts that only say how.
    std::string diary();
    /// The same, but only the lines that contain one of these words.
    [[nodiscard]] std::string diary_of(std::initializer_list<std::string_view> words);

    [[nodiscard]] const State& state() const { return state_; }
    [[nodiscard]] const std::vector<Fact>& facts() const { return facts_; }
    [[nodiscard]] const std::string& last_refusal() const { return last_refusal_; }
    [[nodiscard]] Moment now() const;
    [[nodiscard]] Presence presence() const { return state_.activity.presence; }
    /// As the facts and the time not yet written say.
    [[nodiscard]] Report report() const;
    /// What happened around the daemon, in order, for a trace.
    struct Restart {
        Duration down;
        bool graceful;
    };
    struct WallClockSet {
        Duration shift;
    };
    struct Happening {
        Duration t; // since the start
        std::variant<Event, Restart, WallClockSet> what;
    };
    [[nodiscard]] const std::vector<Happening>& happenings() const { return happenings_; }
    [[nodiscard]] Duration age() const { return now_ - booted; }
    [[nodiscard]] UtcTime start() const { return start_; }
    [[nodiscard]] Offset start_offset() const { return offset_; }
    [[nodiscard]] const std::string& zone() const { return zone_; }
    /// A machine that was booted some days ago.
    static constexpr Instant booted{std::chrono::hours{100}};

    /// Every instant at which an alarm rang, for tests of how quiet the core is.
    [[nodiscard]] int alarms_rung() const { return alarms_rung_; }

    /// For properties that hold after every step, whatever happens.
    std::function<void(const Life&, const std::vector<Effect>&)> after_each_step = [](const Life&, const auto&) {};

private:
    Life& step_with(const Event&);
    void pass_until(Instant);
    void pass(Duration length) { pass_until(now_ + length); }
    void boot();
    void perform(const Effect&);
    void note(const Stamp& at, const std::string& what);
    [[nodiscard]] Instant next(std::string_view time_of_day) const;

    Settings settings_;
    UtcTime start_;
    Offset offset_;
    OffsetChanges changes_;
    Duration shift_{};
    std::string zone_;
    std::vector<Happening> happenings_;
    Instant now_ = booted;
    State state_;
    std::vector<Fact> facts_;
    std::vector<std::string> lines_;
    std::string last_refusal_;
    bool alive_ = true;
    bool confirms_ = true;
    bool active_ = false;
    Instant idle_since_ = now_;
    bool locked_ = false;
    bool asleep_ = false;
    std::array<bool, sign_count> signs_{};
    bool inhibited_ = false;
    bool source_ = true;
    bool client_ = true;
    int alarms_rung_ = 0;
    std::vector<PromptId> to_confirm_;
};

/// A length as the diary writes it: "20min", "90s", "1h30min".
[[nodiscard]] std::string to_diary(Duration);

} // namespace poise::test
