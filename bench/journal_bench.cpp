// SPDX-License-Identifier: GPL-3.0-or-later
// The journal: a fact made durable, the start from ten years, and a week's report from them.
#include "limit.hpp"
#include "old_journal.hpp"

#include "journal_reader.hpp"
#include "own_guide.hpp"
#include "poise/step.hpp"
#include "scoped.hpp"
#include "sqlite_journal.hpp"

namespace poise::bench {
namespace {

using namespace std::chrono_literals;

// D: a prompt is not shown before it is written; nobody sees 50 ms. Most of it is the disk's fsync.
void a_fact_durably(benchmark::State& state) {
    const test::ScratchFolder scratch;
    SqliteJournal journal{scratch.path() / "poise.db"};
    const Fact fact{stamp(one_week().now), Noted{"bench"}};
    measure(state, 50ms, [&] { journal.append({fact}); });
    if (!journal.health().trouble.empty()) state.SkipWithError(journal.health().trouble.c_str());
}
BENCHMARK(a_fact_durably)->Unit(benchmark::kMillisecond);

void start(benchmark::State& state, const OldJournal& old) {
    Nanoseconds spent{};
    for (auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        SqliteJournal journal{old.path};
        const State restored = restore({}, own_guide(), journal.recent(old.now), old.now);
        benchmark::DoNotOptimize(restored.memory.next_prompt);
        const Nanoseconds started = std::chrono::steady_clock::now() - begin;
        spent += started;
        state.SetIterationTime(std::chrono::duration<double>{started}.count()); // without what closing it costs
    }
    compare(state, spent, 300ms);
    state.counters["facts"] = static_cast<double>(old.facts);
}
void start_from_a_week(benchmark::State& state) { start(state, one_week()); }
void start_from_ten_years(benchmark::State& state) { start(state, ten_years()); }
BENCHMARK(start_from_a_week)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(start_from_ten_years)->Unit(benchmark::kMillisecond)->UseManualTime();

void week_report(benchmark::State& state, const OldJournal& old) {
    const Day last = day_of(stamp(old.now));
    measure(state, 20ms, [&] {
        JournalReader reader{old.path};
        const Days days = reader.days(last - std::chrono::days{6}, last);
        benchmark::DoNotOptimize(make_report(days, last - std::chrono::days{6}, last, "Europe/Berlin").sit_s);
    });
}
void report_of_a_week_from_a_week(benchmark::State& state) { week_report(state, one_week()); }
void report_of_a_week_from_ten_years(benchmark::State& state) { week_report(state, ten_years()); }
BENCHMARK(report_of_a_week_from_a_week)->Unit(benchmark::kMillisecond);
BENCHMARK(report_of_a_week_from_ten_years)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace poise::bench
