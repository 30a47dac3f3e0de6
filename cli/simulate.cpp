// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulate.hpp"

#include "poise/step.hpp"
#include "simulated_clock.hpp"
#include "simulated_journal.hpp"
#include "simulated_output.hpp"
#include "simulated_world.hpp"
#include "spans.hpp"

#include <algorithm>
#include <type_traits>

namespace poise {

namespace {

class VirtualMachine {
public:
    VirtualMachine(const Trace& trace, const Simulation& simulation)
        : trace_{trace}, simulation_{simulation}, output_{simulation.output},
          clock_{trace.start, trace.zone, trace.offset}, world_{trace.client} {}

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
        for (const Effect& effect : result.effects) {
            output_.print(effect, stamp(clock_.at(now_)));
            if (const auto* record = std::get_if<Record>(&effect)) journal_.append(record->fact);
            if (const auto* show = std::get_if<Show>(&effect)) shown.push_back(show->prompt.id);
        }
        if (result.refusal) simulation_.warning("trace:" + std::to_string(line_) + ": " + *result.refusal);
        for (PromptId id : shown) { // the virtual client is quick
            post(PromptConfirmed{id});
            plan_answer();
        }
    }

    void boot() {
        alive_ = true;
        state_ = restore(simulation_.settings, simulation_.guide, recent_facts(journal_.facts(), clock_.at(now_)),
                         clock_.at(now_), Instant{});
        post(Started{});
        for (const Event& event : world_.as_found()) post(event);
        post(SensesSettled{});
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
        if (const auto heard = world_.rest(resting, now_)) post(*heard);
    }

    /// What the senses notice.
    template <class Happened>
    void happen(const Happened& happened) {
        if (const auto heard = world_.happen(happened, now_)) post(*heard);
    }
    /// What the person says needs nothing but to be heard.
    template <class Said>
    requires std::is_constructible_v<Event, Said>
    void happen(const Said& said) { post(said); }
    void happen(const trace::SleepUnseen& sleep) {
        const Instant since = now_;
        now_ += sleep.length;
        post(SleptUnseen{since});
    }
    void happen(const trace::Answer& answer) {
        const auto& open = state_.memory.open;
        if (!answer.snoozed && (!alive_ || !open || open->phase == Phase::snoozed)) {
            simulation_.warning("trace:" + std::to_string(line_) + ": no prompt is on screen");
            return;
        }
        planned_answer_.reset();
        post(Answered{answer.choice, std::nullopt, std::nullopt});
    }
    void happen(const trace::Clock& clock) {
        clock_.shift_wall_clock(clock.shift);
        post(CivilTimeChanged{});
    }
    void happen(const trace::Zone& zone) {
        clock_.set_zone(zone.zone);
        zone_ = zone.zone;
        post(CivilTimeChanged{});
    }
    void happen(const trace::Restart& restart) {
        if (restart.graceful) post(Stopping{});
        die();
        rebirth_ = now_ + restart.down;
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
        return make_report(days, from, to, zone_, nullptr, state_.memory.key_task);
    }
    /// The living daemon's open span is in its last step, up to date; of a dead one the journal has the last writing.
    void add_open_span_once(Days& days, const Fact& fact) const {
        if (!is_open_span(fact) || !alive_) add_up(days, fact);
    }

    const Trace& trace_;
    const Simulation& simulation_;
    SimulatedOutput output_;
    SimulatedClock clock_;
    std::string zone_ = trace_.zone;
    Instant now_{};
    Day first_day_{};
    int line_ = 1;
    SimulatedWorld world_;
    SimulatedJournal journal_;
    State state_;
    bool alive_ = false;
    std::optional<Instant> rebirth_;
    std::optional<Instant> planned_answer_;
    std::optional<Instant> planned_end_of_rest_;
};

} // namespace

Report simulate(const Trace& trace, const Simulation& simulation) {
    Report report = VirtualMachine{trace, simulation}.run();
    SimulatedOutput{simulation.output}.print(report);
    return report;
}

} // namespace poise
