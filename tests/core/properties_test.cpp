// SPDX-License-Identifier: GPL-3.0-or-later
// What holds in every life, whatever happens in it: checked after every step of seeded random ones.
#include "life_trace.hpp"
#include "life_watcher.hpp"
#include "random_life.hpp"

#include "poise/status.hpp"
#include "settings_toml.hpp"
#include "spans.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

constexpr int lives = RANDOM_LIVES;
constexpr int things_that_happen = 60;
constexpr Duration last_minute = 60s;

/// What a failure needs to be lived again: by its seed, and by `poise simulate TRACE --config FILE`.
std::string to_replay(std::uint64_t seed, RandomLife& random) {
    return "seed " + std::to_string(seed) + "\n" + random.life().diary() + "\npoise.toml:\n" +
           show_settings(random.life().state().settings) + "\ntrace.jsonl:\n" + trace_of(random.life());
}

/// A life adds up to the time that passed in it. Empty: it does.
std::string wrong_sum_in(RandomLife& random, Instant start) {
    Days days;
    const auto add = [&](const Fact& fact) {
        if (!is_open_span(fact)) add_up(days, fact);
    };
    for (const Fact& fact : random.life().facts()) add(fact);
    for (const Effect& effect : step(random.life().state(), Stopping{}, random.life().now()).effects) {
        if (const auto* record = std::get_if<Record>(&effect)) add(record->fact);
    }
    Duration sum{}, by_posture{}, by_hour{}, at_desk{};
    for (const auto& [day, totals] : days) {
        at_desk += totals.working + totals.passive + totals.resting;
        by_posture += totals.sitting + totals.standing;
        for (Duration hour : totals.hours) by_hour += hour;
        sum += totals.away + totals.unknown;
    }
    sum += at_desk;
    if (at_desk != by_posture) return "sitting and standing are not the time at the desk";
    if (at_desk != by_hour) return "the hours of the days are not the time at the desk";
    const Duration elapsed = random.life().now().instant - start - random.down();
    if (sum > elapsed) return "more than the time that passed";
    // A daemon that dies loses the last minute of an open bout and the absence under way, nothing else.
    return random.down() == 0s && sum + 1s < elapsed ? "less than the time that passed" : "";
}

TEST(EveryLife, KeepsTheRulesAndAddsUpToTheTimeThatPassed) {
    for (std::uint64_t seed = 0; seed < lives; ++seed) {
        RandomLife random{seed};
        const Instant start = random.life().now().instant;
        LifeWatcher watcher{random.life()};
        for (int i = 0; i < things_that_happen && watcher.complaint().empty(); ++i) random.goes_on();
        watcher.check_end();
        ASSERT_EQ(watcher.complaint(), "") << to_replay(seed, random);
        ASSERT_EQ(wrong_sum_in(random, start), "") << to_replay(seed, random);
    }
}

/// What a running break has rested is proven anew by the idle source after a restart.
Memory comparable(Memory memory) {
    if (!memory.open) return memory;
    memory.open->progress = memory.open->progress_when_paused = Duration::zero();
    memory.open->typing_since.reset();
    memory.open->paused_since.reset();
    return memory;
}

TEST(EveryLife, IsRestoredFromItsFacts) {
    int compared = 0;
    for (std::uint64_t seed = 0; seed < lives / 4; ++seed) {
        RandomLife random{seed};
        std::string complaint;
        random.life().after_each_step = [&](const Life& life, const std::vector<Effect>&) {
            const State& live = life.state();
            if (live.memory.open && live.memory.open->phase == Phase::offered) return; // between two facts
            const State restored =
                restore(live.settings, live.guide, life.facts(), live.now, Instant{std::chrono::hours{100}});
            Memory expected = comparable(live.memory);
            Memory actual = comparable(restored.memory);
            const bool open = live.spans.bout || live.spans.unseen;
            for (std::size_t k = 0; open && k < kind_count; ++k) {
                const Duration difference = expected.kinds[k].elapsed - actual.kinds[k].elapsed;
                if (difference <= last_minute && difference >= -last_minute) {
                    actual.kinds[k].elapsed = expected.kinds[k].elapsed;
                }
            }
            if (open) {
                actual.desk_today = expected.desk_today;
                if (actual.open && expected.open) actual.open->waited = expected.open->waited;
            }
            ++compared;
            if (!(expected == actual) && complaint.empty()) complaint = "restored state differs";
        };
        for (int i = 0; i < things_that_happen && complaint.empty(); ++i) random.goes_on();
        ASSERT_EQ(complaint, "") << to_replay(seed, random);
    }
    EXPECT_GT(compared, 10'000);
}

/// What a client is shown of a state, but for lengths that grow by themselves.
std::string shown_of(const State& state) {
    const Status status = status_of(state, state.now);
    std::string text = std::string{name(status.presence)} + " since " + to_diary(status.presence_since - Life::booted) +
                       ", " + std::string{name(status.posture)} + ", next " +
                       (status.next ? std::string{name(*status.next)} : "nothing");
    if (status.prompt) {
        text += ", prompt " + std::to_string(status.prompt->prompt.id) + " in phase " +
                std::to_string(static_cast<int>(status.prompt->phase));
        if (status.prompt->paused_since) text += ", paused";
    }
    for (const auto& hold : status.holds) text += ", held by " + std::string{name(hold.hold)};
    if (status.paused_until) text += ", paused until " + to_diary(*status.paused_until - Life::booted);
    return text + (status.exercise_off ? ", no exercise" : "") + (status.idle_source ? "" : ", no idle source");
}

// The engine relies on it: of input that was counted, every ten seconds where somebody types, it tells nobody. What
// time alone has changed is told with the next minute.
TEST(EveryLife, LooksAsIfOnlyTimeHadPassedWhereInputIsCounted) {
    int compared = 0;
    for (std::uint64_t seed = 0; seed < lives / 8; ++seed) {
        RandomLife random{seed};
        std::string complaint;
        random.life().after_each_step = [&](const Life& life, const std::vector<Effect>&) {
            const State& before = life.state();
            const Moment then = moved(before.now, before.now.instant + 9s);
            const Step counted = step(before, InputCounted{12, 3}, then);
            const Step passed = step(before, TimePassed{}, then);
            ++compared;
            if (counted.effects.size() != passed.effects.size()) complaint = "an effect of its own";
            if (next_wake(counted.state) != next_wake(passed.state)) complaint = "another wake";
            if (shown_of(counted.state) != shown_of(passed.state)) complaint = shown_of(counted.state);
        };
        for (int i = 0; i < things_that_happen && complaint.empty(); ++i) random.goes_on();
        ASSERT_EQ(complaint, "") << to_replay(seed, random);
    }
    EXPECT_GT(compared, 10'000);
}

} // namespace
} // namespace poise::test
