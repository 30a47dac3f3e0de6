// SPDX-License-Identifier: GPL-3.0-or-later
// A year of working days in Berlin, with meetings, holds, both clock changes, locked nights and a daemon that dies
// every tenth day; it counts what it did itself.
#pragma once

#include "life.hpp"

namespace poise::test {

/// What this person did, by their own count.
struct OwnCount {
    std::array<KindTotals, kind_count> kinds{};
    int working_days = 0;
    int posture_changes = 0;
};

class WorkingYear {
public:
    WorkingYear();
    void live();

    [[nodiscard]] Life& life() { return life_; }
    [[nodiscard]] const OwnCount& count() const { return count_; }

private:
    void work_on(Day today);
    void work_until(Instant end);
    void answer();
    void took(Kind);
    void is_away_until_morning();

    Life life_;
    OwnCount count_;
    PromptId answered_ = 0;
    UtcTime end_;
};

} // namespace poise::test
