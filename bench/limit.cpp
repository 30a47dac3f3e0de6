// SPDX-License-Identifier: GPL-3.0-or-later
#include "limit.hpp"

#include <cstdio>
#include <vector>

namespace poise::bench {

namespace {

constexpr const char* ratio = "of_limit";

/// Prints as usual, and sees whether a limit was passed: in what is reported, not in the rounds tried before.
class Reporter : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            const auto counted = run.counters.find(ratio);
            if (run.error_occurred || (counted != run.counters.end() && counted->second > 1)) is_passed_ = true;
        }
        ConsoleReporter::ReportRuns(runs);
    }
    [[nodiscard]] bool is_passed() const { return is_passed_; }

private:
    bool is_passed_ = false;
};

} // namespace

void compare(benchmark::State& state, Nanoseconds spent, Nanoseconds limit) {
    const double each = static_cast<double>(spent.count()) / static_cast<double>(state.iterations());
    state.counters[ratio] = each / static_cast<double>(limit.count());
}

int run(int count, char** arguments) {
    benchmark::Initialize(&count, arguments);
    if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
    Reporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    benchmark::Shutdown();
    if (!reporter.is_passed()) return 0;
    std::fputs("poise_bench: a limit is passed\n", stderr);
    return 1;
}

} // namespace poise::bench

int main(int count, char** arguments) { return poise::bench::run(count, arguments); }
