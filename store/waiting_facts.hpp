// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that could not be written yet, in the order of recording. A newer version of an open span takes the place of
// the waiting one. Where they no longer fit, the oldest heartbeat goes first, then the oldest fact that a person's
// safety does not depend on.
#pragma once

#include "poise/fact.hpp"

#include <cstddef>
#include <deque>

namespace poise {

class WaitingFacts {
public:
    static constexpr std::size_t enough = 10'000; // D: two weeks of a full disk

    explicit WaitingFacts(std::size_t capacity = enough) : capacity_{capacity} {}

    void add(const Fact&);
    void clear() { facts_.clear(); }

    [[nodiscard]] const std::deque<Fact>& facts() const { return facts_; }
    [[nodiscard]] std::size_t dropped() const { return dropped_; }

private:
    void forget_one();

    std::deque<Fact> facts_;
    std::size_t capacity_;
    std::size_t dropped_ = 0;
};

} // namespace poise
