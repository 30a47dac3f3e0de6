// SPDX-License-Identifier: GPL-3.0-or-later
// A limit on what a benchmark measures. The ratio to it is printed beside the time, and one above 1 fails the run.
#pragma once

#include <benchmark/benchmark.h>

#include <chrono>

namespace poise::bench {

using Nanoseconds = std::chrono::nanoseconds;

/// Runs `work` as often as Google Benchmark wants to know it.
template <class Work>
void measure(benchmark::State& state, Nanoseconds limit, Work work);

/// To be called once the work is done.
void compare(benchmark::State& state, Nanoseconds spent, Nanoseconds limit);
/// All that was registered; the exit code.
[[nodiscard]] int run(int count, char** arguments);

template <class Work>
void measure(benchmark::State& state, Nanoseconds limit, Work work) {
    const auto begin = std::chrono::steady_clock::now();
    for (auto _ : state) work();
    compare(state, std::chrono::steady_clock::now() - begin, limit);
}

} // namespace poise::bench
