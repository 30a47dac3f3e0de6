// SPDX-License-Identifier: GPL-3.0-or-later
#include "waiting_facts.hpp"

#include "fact_rows.hpp"
#include "in_force.hpp"

#include <algorithm>

namespace poise {

void WaitingFacts::add(const Fact& fact) {
    if (const auto span = span_of(fact)) {
        std::erase_if(facts_, [&](const Fact& other) { return is_open_span(other) && span_of(other) == span; });
    }
    if (facts_.size() >= capacity_) forget_one();
    facts_.push_back(fact);
}

void WaitingFacts::forget_one() {
    auto oldest = std::ranges::find_if(facts_, is_open_span);
    if (oldest == facts_.end()) oldest = std::ranges::find_if_not(facts_, is_for_safety);
    if (oldest == facts_.end()) oldest = facts_.begin();
    facts_.erase(oldest);
    dropped_ += 1;
}

} // namespace poise
