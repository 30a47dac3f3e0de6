// SPDX-License-Identifier: GPL-3.0-or-later
// What holds in every life, whatever happens in it. Watches one life, step by step, and notes the first thing that must
// not be.
#pragma once

#include "life.hpp"

#include <map>
#include <set>
#include <string>

namespace poise::test {

class LifeWatcher {
public:
    explicit LifeWatcher(Life&);

    /// Empty: nothing was wrong so far.
    [[nodiscard]] const std::string& complaint() const { return complaint_; }

    /// When the life is over: every prompt that was shown has come to an outcome, or is still open.
    void check_end();

private:
    void complain(const std::string& what);
    void watch(const Life&, const std::vector<Effect>&);
    void watch(const Life&, const Show&);
    void watch(const Fact&);
    void watch(const PromptOutcome&, Instant at);

    std::string complaint_;
    PromptId open_ = 0;
    std::set<PromptId> ids_, shown_, by_hand_;
    std::map<PromptId, int> outcomes_;
    std::optional<Instant> last_outcome_;
    std::vector<Instant> shows_;
};

} // namespace poise::test
