// SPDX-License-Identifier: GPL-3.0-or-later
// The core: what an event costs, and a year of them.
#include "limit.hpp"

#include "working_year.hpp"

#include "poise/step.hpp"

namespace poise::bench {
namespace {

using namespace std::chrono_literals;

// D: an event is a syscall's neighbour; what it costs must not show beside waking up at all.
void one_step(benchmark::State& state) {
    test::Life life;
    life.works_for(1h);
    State now = life.state();
    Moment moment = life.now();
    measure(state, 50us, [&] {
        moment.instant += 10s; // as the input counts come
        moment.utc += 10s;
        Step result = step(std::move(now), InputCounted{30, 2}, moment);
        now = std::move(result.state);
        benchmark::DoNotOptimize(next_wake(now));
    });
}
BENCHMARK(one_step)->Unit(benchmark::kMicrosecond)->Iterations(3000);

// D: so that a year of lives can be a test that runs at every build.
void a_year_of_working_days(benchmark::State& state) {
    measure(state, 2s, [] {
        test::WorkingYear year;
        year.live();
        benchmark::DoNotOptimize(year.life().facts().size());
    });
}
BENCHMARK(a_year_of_working_days)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace poise::bench
