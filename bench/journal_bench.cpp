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

/// All that `poise report` reads for a week: the week before it too, and what was chosen.
void report_on_a_week(const OldJournal& old) {
    const Day last = day_of(stamp(old.now));
    JournalReader reader{old.path};
    const Days days = reader.days(last - std::chrono::days{13}, last);
    const auto open = reader.open_bout();
    const Chosen chosen = reader.chosen(last);
    benchmark::DoNotOptimize(
        make_report(days, last - std::chrono::days{6}, last, "Europe/Berlin", open ? &*open : nullptr, chosen.key_task)
            .sit_s);
}

void report_of_a_week_from_a_week(benchmark::State& state) {
    const OldJournal& old = one_week(); // made outside the measurement
    measure(state, 20ms, [&] { report_on_a_week(old); });
}
BENCHMARK(report_of_a_week_from_a_week)->Unit(benchmark::kMillisecond);

// Its limit is twice what the same week takes where there is nothing else. Both are measured in turn, so that a machine
// that is busy for a while is busy for both.
void report_of_a_week_from_ten_years(benchmark::State& state) {
    Nanoseconds of_a_week{};
    Nanoseconds of_ten_years{};
    const auto time = [](Nanoseconds& spent, const OldJournal& journal) {
        const auto begin = std::chrono::steady_clock::now();
        report_on_a_week(journal);
        spent += std::chrono::steady_clock::now() - begin;
    };
    const OldJournal& young = one_week(); // both are made outside the measurement
    const OldJournal& old = ten_years();
    for (auto _ : state) {
        const Nanoseconds before = of_ten_years;
        time(of_a_week, young);
        time(of_ten_years, old);
        state.SetIterationTime(std::chrono::duration<double>{of_ten_years - before}.count());
    }
    state.counters["of_a_week"] =
        static_cast<double>(of_ten_years.count()) / static_cast<double>(std::max(of_a_week, Nanoseconds{1}).count());
    compare(state, of_ten_years,
            std::max(2 * of_a_week / static_cast<std::int64_t>(state.iterations()), Nanoseconds{1}));
}
BENCHMARK(report_of_a_week_from_ten_years)->Unit(benchmark::kMillisecond)->UseManualTime();

} // namespace
} // namespace poise::bench
