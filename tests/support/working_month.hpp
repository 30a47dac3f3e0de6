// SPDX-License-Identifier: GPL-3.0-or-later
// Four weeks at work of somebody with a programme: Monday to Friday from eight to five with a lunch, everything that
// Poise asks for by default, and answers as the person's habits say. What they did is read from the facts.
#pragma once

#include "life.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace poise::test {

struct Habits {
    bool exercises = true;                       // else they are skipped
    std::optional<int> evening_pain;             // said at the check-in
    std::optional<int> pain_after;               // said five minutes after each mobility block
    Function function = Function::same;          // said when it is asked
    std::function<void(Life&, Kind)> in_a_break; // half-way through each exercise
};

/// One break that was done, or done in part.
struct Done {
    int day{}; // 0: the first Monday
    Prompt prompt;
    Outcome outcome{};
};

class WorkingMonth {
public:
    explicit WorkingMonth(Driver, Settings = {});
    WorkingMonth(const WorkingMonth&) = delete;
    WorkingMonth& operator=(const WorkingMonth&) = delete;

    Habits habits;

    Life& life() { return life_; }
    [[nodiscard]] const Guide& guide() const { return *life_.state().guide; }
    [[nodiscard]] const Memory& memory() const { return life_.state().memory; }
    /// The day that comes, with its night; at a weekend nobody is there.
    void day();
    void days(int count);
    void weeks(int count) { days(7 * count); }
    /// The next thing that comes on a day of work is this.
    void says(const Event& event) { life_.event(event); }

    [[nodiscard]] std::vector<Done> done(Kind, int from = 0, int to = 1000) const; // days in [from, to)
    [[nodiscard]] std::vector<Prompt> asked(Kind, int from = 0, int to = 1000) const;
    [[nodiscard]] std::set<std::string> drills_done() const;
    [[nodiscard]] std::vector<std::string> told() const { return told_; } // notices, in order
    [[nodiscard]] int count_told(std::string_view notice) const;
    [[nodiscard]] std::vector<PlanChange> plan_changes() const;

private:
    Life life_;
    Day first_;
    int today_ = 0;
    PromptId answered_ = 0;
    std::vector<std::string> told_;

    [[nodiscard]] Instant at(Duration time_of_day) const;
    [[nodiscard]] int number_of(const Stamp&) const;
    void works_until(Instant);
    void answer();
    void does(const Prompt&);
};

} // namespace poise::test
