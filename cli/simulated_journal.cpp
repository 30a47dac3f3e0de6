// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulated_journal.hpp"

#include "spans.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace poise {

void SimulatedJournal::append(Fact fact) {
    if (const auto span = span_of(fact)) {
        // A bout may stay open over a time without an idle source, so each sort of span has a last one of its own.
        const auto last = std::find_if(facts_.rbegin(), facts_.rend(),
                                       [&](const Fact& f) { return f.body.index() == fact.body.index(); });
        if (last != facts_.rend() && span_of(*last) == span) facts_.erase(std::next(last).base());
    }
    facts_.push_back(std::move(fact));
}

} // namespace poise
