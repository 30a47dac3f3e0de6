// SPDX-License-Identifier: GPL-3.0-or-later
// A life nobody would plan: whatever can happen, in any order, seeded so that it can be lived again.
#pragma once

#include "life.hpp"

#include <random>

namespace poise::test {

class RandomLife {
public:
    explicit RandomLife(std::uint64_t seed);

    Life& life() { return life_; }
    /// Does one random thing and lets some time pass.
    void goes_on();

    /// Durations of the downtimes so far: they are counted in no total.
    [[nodiscard]] Duration down() const { return down_; }

private:
    [[nodiscard]] int below(int n) { return std::uniform_int_distribution{0, n - 1}(random_); }
    [[nodiscard]] bool chance(int percent) { return below(100) < percent; }
    [[nodiscard]] Duration some_time();
    void answers();
    void is_interrupted();
    void has_trouble();

    static Settings random_settings(std::mt19937_64&);

    std::mt19937_64 random_;
    Life life_;
    Duration down_{};
};

} // namespace poise::test
