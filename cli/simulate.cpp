// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulate.hpp"

#include "fact_json.hpp"
#include "poise/iso_time.hpp"
#include "poise/step.hpp"
#include "report_json.hpp"
#include "simulated_clock.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace poise {

namespace {

using Json = nlohmann::ordered_json;

Json to_seconds(Duration length) {
    if (length % std::chrono::seconds{1} == Duration::zero()) return length.count() / 1000;
    return static_cast<double>(length.count()) / 1000.0;
}

bool is_open_span(const Fact& fact) {
    const auto* bout = std::get_if<Bout>(&fact.body);
    const auto* unseen = std::get_if<Unseen>(&fact.body);
    return (bout && bout->end == SpanEnd::open) || (unseen && unseen->end == SpanEnd::open);
}

/// The journal of the virtual machine: facts in order of their last writing, an open span in one place.
class MemoryJournal {
public:
    void append(Fact fact) {
        const bool is_span = std::holds_alternative<Bout>(fact.body) || std::holds_alternative<Unseen>(fact.body);
        if (is_span) {
            // A bout may stay open over a time without an idle source, so each sort of span has a last one of its own.
            const auto last = std::find_if(facts_.rbegin(), facts_.rend(),
                                           [&](const Fact& f) { return f.body.index() == fact.body.index(); });
            if (last != facts_.rend() && span_of(*last) == span_of(fact)) facts_.erase(std::next(last).base());
        }
        facts_.push_back(std::move(fact));
    }
    [[nodiscard]] const std::vector<Fact>& facts() const { return facts_; }

private:
    static SpanId span_of(const Fact& fact) {
        if (const auto* bout = std::get_if<Bout>(&fact.body)) return bout->id;
        return std::get<Unseen>(fact.body).id;
    }

    std::vector<Fact> facts_;
};

/// What is true around the daemon, whether it lives or not.
struct World {
    bool active = false;
    Instant idle_since{};
    bool resting_as_told = false; // the answering person rests: no input, whatever the trace says
    bool locked = false;
    bool asleep = false;
    bool inhibited = false;
    bool client = true;
    bool idle_source = true;
    std::array<bool, sign_count> signs{};

    [[nodiscard]] bool has_input() const { return active && !resting_as_told; }
};

class VirtualMachine {
public:
    VirtualMachine(const Trace& trace, const Simulation& simulation)
        : trace_{trace}, simulation_{simulation}, clock_{trace.start, trace.zone, trace.offset} {
        world_.client = trace.client;
    }

    Report run() {
        first_day_ = day_of(stamp(clock_.at(now_)));
        boot();
        if (trace_.driver != Driver::prevention) post(ProgrammeChosen{trace_.driver});
        for (const TraceEvent& event : trace_.events) {
            pass_until(Instant{event.t});
            line_ = event.line;
            std::visit([this](const auto& what) { happen(what); }, event.what);
        }
        pass_until(Instant{trace_.end});
        return summarise();
    }

private:
    // The daemon's side

    void post(const Event& event) {
        if (!alive_) return;
        Step result = step(std::move(state_), event, clock_.at(now_));
        state_ = std::move(result.state);
        std::vector<PromptId> shown;
        for (Effect& effect : result.effects) perform(effect, shown);
        if (result.refusal) simulation_.warning("trace:" + std::to_string(line_) + ": " + *result.refusal);
        for (PromptId id : shown) { // the virtual client is quick
            post(PromptConfirmed{id});
            plan_answer();
        }
    }

    void perform(Effect& effect, std::vector<PromptId>& shown) {
        if (const auto* record = std::get_if<Record>(&effect)) {
            print(record->fact);
            journal_.append(record->fact);
        } else if (const auto* withdraw = std::get_if<Withdraw>(&effect)) {
            Json line = begin_line("withdraw");
            line["id"] = withdraw->id;
            line["why"] = name(withdraw->why);
            print(line);
        } else if (const auto* show = std::get_if<Show>(&effect)) {
            print(*show);
            shown.push_back(show->prompt.id);
        } else if (const auto* tell = std::get_if<Tell>(&effect)) {
            Json line = begin_line("tell");
            line["notice"] = tell->notice.id;
            line["text"] = tell->notice.text;
            print(line);
        }
    }

    void boot() {
        alive_ = true;
        state_ = restore(simulation_.settings, simulation_.guide, recent_facts(journal_.facts(), clock_.at(now_)),
                         clock_.at(now_), Instant{});
        post(Started{});
        if (world_.asleep) post(Suspended{});
        if (world_.locked) post(Locked{});
        if (world_.idle_source) find_idle_source();
        for (Sign sign : all_signs) {
            if (world_.signs[index(sign)]) post(SignBegan{sign});
        }
        if (world_.inhibited) post(InhibitChanged{true});
        if (world_.client) post(ClientsChanged{true});
        post(SensesSettled{});
    }
    void find_idle_source() {
        post(IdleSourceFound{world_.has_input() ? std::nullopt : std::optional{world_.idle_since}});
    }
    void die() {
        alive_ = false;
        planned_answer_.reset();
        planned_end_of_rest_.reset();
        set_resting(false);
    }

    // Time

    void pass_until(Instant target) {
        for (;;) {
            const Instant wake = alive_ ? next_wake(state_).value_or(Instant::max()) : Instant::max();
            Instant next = std::min(target, wake);
            for (const auto& plan : {planned_answer_, planned_end_of_rest_, rebirth_}) {
                if (plan) next = std::min(next, *plan);
            }
            now_ = std::max(now_, next);
            if (wake <= now_) {
                post(TimePassed{}); // an alarm is served before anything else at its instant
            } else if (rebirth_ && *rebirth_ <= now_) {
                rebirth_.reset();
                boot();
            } else if (planned_end_of_rest_ && *planned_end_of_rest_ <= now_) {
                planned_end_of_rest_.reset();
                set_resting(false);
            } else if (planned_answer_ && *planned_answer_ <= now_) {
                planned_answer_.reset();
                give_planned_answer();
            } else {
                return;
            }
        }
    }

    // The person's side

    void plan_answer() {
        if (trace_.auto_answer && trace_.auto_answer->answer) planned_answer_ = now_ + trace_.auto_answer->after;
    }
    void give_planned_answer() {
        const auto& open = state_.memory.open;
        if (!alive_ || !open || open->phase != Phase::shown) return;
        const Answer answer = *trace_.auto_answer->answer;
        const Duration length = open->prompt.length;
        post(Answered{answer, std::nullopt, std::nullopt});
        if (answer != Answer::start || length == Duration::zero()) return;
        set_resting(true);
        planned_end_of_rest_ = now_ + length;
    }
    void set_resting(bool resting) {
        if (world_.resting_as_told == resting) return;
        const bool had_input = world_.has_input();
        world_.resting_as_told = resting;
        if (had_input != world_.has_input()) tell_of_input(now_);
    }
    void tell_of_input(Instant idle_since) {
        if (world_.has_input()) {
            post(InputBegan{});
        } else {
            world_.idle_since = idle_since;
            post(InputEnded{idle_since});
        }
    }
    void end_input() { // as lock and suspend do
        if (world_.has_input()) world_.idle_since = now_;
        world_.active = false;
    }

    void happen(const trace::Active&) {
        const bool had_input = world_.has_input();
        world_.active = true;
        if (!had_input && world_.has_input()) post(InputBegan{});
    }
    void happen(const trace::Idle& idle) {
        const bool had_input = world_.has_input();
        world_.active = false;
        if (had_input) tell_of_input(Instant{idle.since});
    }
    void happen(const trace::Lock&) {
        end_input();
        world_.locked = true;
        post(Locked{});
    }
    void happen(const trace::Unlock&) {
        if (world_.locked && !world_.active) world_.idle_since = now_;
        world_.locked = false;
        post(Unlocked{});
    }
    void happen(const trace::Suspend&) {
        end_input();
        world_.asleep = true;
        post(Suspended{});
    }
    void happen(const trace::Resume&) {
        world_.asleep = false;
        post(Resumed{});
    }
    void happen(const trace::SleepUnseen& sleep) {
        const Instant since = now_;
        now_ += sleep.length;
        post(SleptUnseen{since});
    }
    void happen(const trace::Hold& hold) {
        world_.signs[index(hold.by)] = hold.on;
        if (hold.on) {
            post(SignBegan{hold.by});
        } else {
            post(SignEnded{hold.by});
        }
    }
    void happen(const trace::Inhibit& inhibit) {
        world_.inhibited = inhibit.on;
        post(InhibitChanged{inhibit.on});
    }
    void happen(const trace::Posture& posture) { post(PostureConfirmed{posture.value, "trace"}); }
    void happen(const trace::Answer& answer) {
        const auto& open = state_.memory.open;
        if (!answer.snoozed && (!alive_ || !open || open->phase == Phase::snoozed)) {
            simulation_.warning("trace:" + std::to_string(line_) + ": no prompt is on screen");
            return;
        }
        planned_answer_.reset();
        post(Answered{answer.choice, std::nullopt, std::nullopt});
    }
    void happen(const trace::Break& asked) { post(BreakAsked{asked.kind}); }
    void happen(const trace::Pause& pause) { post(PauseAsked{pause.length}); }
    void happen(const trace::Unpause&) { post(PauseEnded{}); }
    void happen(const Checkin& checkin) { post(CheckedIn{checkin}); }
    void happen(const trace::Screen& screen) { post(Screened{screen.flags}); }
    void happen(const trace::Clear&) { post(Cleared{}); }
    void happen(const trace::Clock& clock) {
        clock_.shift_wall_clock(clock.shift);
        post(CivilTimeChanged{});
    }
    void happen(const trace::Zone& zone) {
        clock_.set_zone(zone.zone);
        zone_ = zone.zone;
        post(CivilTimeChanged{});
    }
    void happen(const trace::Client& client) {
        world_.client = client.on;
        post(ClientsChanged{client.on});
    }
    void happen(const trace::SenseLost& lost) {
        world_.idle_source = false;
        post(IdleSourceLost{"the " + lost.source + " source of this trace went away"});
    }
    void happen(const trace::SenseFound&) {
        world_.idle_source = true;
        find_idle_source();
    }
    void happen(const trace::Restart& restart) {
        if (restart.graceful) post(Stopping{});
        die();
        rebirth_ = now_ + restart.down;
    }

    // Output

    Json begin_line(const char* effect) { return begin_line(effect, stamp(clock_.at(now_))); }
    static Json begin_line(const char* effect, const Stamp& at) {
        Json line;
        line["t"] = to_seconds(at.instant.time_since_epoch());
        line["at"] = to_iso(at.utc, at.offset);
        line["effect"] = effect;
        return line;
    }
    void print(const Json& line) { simulation_.output(line.dump(-1, ' ', false, Json::error_handler_t::replace)); }
    void print(const Fact& fact) {
        const auto* bout = std::get_if<Bout>(&fact.body);
        if (is_open_span(fact) || (bout && length_of(*bout) == Duration::zero())) return;
        Json line = begin_line("record", fact.at);
        line["fact"] = name(fact.body);
        line.update(to_json(fact.body));
        for (const char* of_the_journal : {"span", "began_instant", "began_boot", "cells", "clocks"}) {
            line.erase(of_the_journal);
        }
        print(line);
    }
    void print(const Show& show) {
        const Prompt& prompt = show.prompt;
        Json line = begin_line("show");
        line["id"] = prompt.id;
        line["kind"] = name(prompt.kind);
        line["drill"] = prompt.drills.empty() ? Json(nullptr) : Json(prompt.drills.front().drill);
        line["drills"] = Json::array();
        for (const auto& each : prompt.drills) line["drills"].push_back(each.drill);
        line["rule"] = prompt.rule;
        line["length_s"] = to_seconds(prompt.length);
        line["why"] = prompt.why;
        print(line);
    }

    Report summarise() {
        Days days;
        for (const Fact& fact : journal_.facts()) add_open_span_once(days, fact);
        if (alive_) { // what no fact holds yet
            const Step last = step(state_, Stopping{}, clock_.at(now_));
            for (const Effect& effect : last.effects) {
                if (const auto* record = std::get_if<Record>(&effect)) add_up(days, record->fact);
            }
        }
        Day from = first_day_;
        Day to = day_of(stamp(clock_.at(now_)));
        if (to < from) std::swap(from, to); // a flight over the date line
        return make_report(days, from, to, zone_, nullptr);
    }
    /// The living daemon's open span is in its last step, up to date; of a dead one the journal has the last writing.
    void add_open_span_once(Days& days, const Fact& fact) const {
        if (!is_open_span(fact) || !alive_) add_up(days, fact);
    }

    const Trace& trace_;
    const Simulation& simulation_;
    SimulatedClock clock_;
    std::string zone_ = trace_.zone;
    Instant now_{};
    Day first_day_{};
    int line_ = 1;
    World world_;
    MemoryJournal journal_;
    State state_;
    bool alive_ = false;
    std::optional<Instant> rebirth_;
    std::optional<Instant> planned_answer_;
    std::optional<Instant> planned_end_of_rest_;
};

} // namespace

Report simulate(const Trace& trace, const Simulation& simulation) {
    Report report = VirtualMachine{trace, simulation}.run();
    Json summary;
    summary["effect"] = "summary";
    summary["report"] = to_json(report);
    simulation.output(summary.dump(-1, ' ', false, Json::error_handler_t::replace));
    return report;
}

} // namespace poise
