// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of the virtual machine that `poise simulate` runs on: facts in order of their last writing, an open span
// in one place.
#pragma once

#include "poise/fact.hpp"

#include <vector>

namespace poise {

class SimulatedJournal {
public:
    void append(Fact);
    [[nodiscard]] const std::vector<Fact>& facts() const { return facts_; }

private:
    std::vector<Fact> facts_;
};

} // namespace poise
