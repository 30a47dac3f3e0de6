// SPDX-License-Identifier: GPL-3.0-or-later
#include "limit.hpp"

#include <cstdio>

namespace poise::bench {

namespace {

bool within_limits = true;

} // namespace

void compare(benchmark::State& state, Nanoseconds spent, Nanoseconds limit) {
    const double each = static_cast<double>(spent.count()) / static_cast<double>(state.iterations());
    const double ratio = each / static_cast<double>(limit.count());
    state.counters["of_limit"] = ratio;
    if (ratio > 1) within_limits = false;
}

bool all_within_limits() { return within_limits; }

} // namespace poise::bench

int main(int count, char** arguments) {
    benchmark::Initialize(&count, arguments);
    if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    if (poise::bench::all_within_limits()) return 0;
    std::fputs("poise_bench: of_limit above 1\n", stderr);
    return 1;
}
