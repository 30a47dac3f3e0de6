// SPDX-License-Identifier: GPL-3.0-or-later
// A life nobody would plan: whatever can happen, in any order, as dice say. With the same dice it can be lived again.
#pragma once

#include "life.hpp"

#include <cstdint>
#include <functional>

namespace poise::test {

/// A number from 0 to below `n`.
using Dice = std::function<int(int n)>;

[[nodiscard]] Dice seeded(std::uint64_t seed);

class RandomLife {
public:
    explicit RandomLife(std::uint64_t seed) : RandomLife{seeded(seed)} {}
    explicit RandomLife(Dice);

    Life& life() { return life_; }
    /// Does one random thing and lets some time pass.
    void goes_on();

    /// Durations of the downtimes so far: they are counted in no total.
    [[nodiscard]] Duration down() const { return down_; }

private:
    [[nodiscard]] int below(int n) { return dice_(n); }
    [[nodiscard]] bool chance(int percent) { return below(100) < percent; }
    [[nodiscard]] Duration some_time();
    void answers();
    void checks_in();
    void plans();
    void is_interrupted();
    void has_trouble();

    Dice dice_;
    Life life_;
    Duration down_{};
};

} // namespace poise::test
