// SPDX-License-Identifier: GPL-3.0-or-later
// What holds in every life, whatever happens in it: checked after every step of seeded random ones.
#include "random_life.hpp"

#include "blocks.hpp"
#include "memory.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace poise::test {
namespace {

constexpr int lives = 2000;
constexpr int things_that_happen = 60;
constexpr Duration last_minute = 60s;

/// Watches one life and notes the first thing that must not be.
class Watcher {
public:
    explicit Watcher(Life& life) {
        life.after_each_step = [this](const Life& l, const std::vector<Effect>& effects) { watch(l, effects); };
    }

    [[nodiscard]] const std::string& complaint() const { return complaint_; }

    void check_end() {
        for (PromptId id : shown_) {
            if (outcomes_[id] == 0 && id != open_)
                complain("prompt " + std::to_string(id) + " was shown and has no outcome");
        }
    }

private:
    void complain(const std::string& what) {
        if (complaint_.empty()) complaint_ = what;
    }

    void watch(const Life& life, const std::vector<Effect>& effects) {
        for (const Effect& effect : effects) {
            if (const auto* record = std::get_if<Record>(&effect)) watch(life, record->fact);
            if (const auto* show = std::get_if<Show>(&effect)) watch(life, *show);
        }
        const auto& open = life.state().memory.open;
        open_ = open ? open->prompt.id : 0;
        const auto wake = next_wake(life.state());
        if (wake && *wake <= life.state().now.instant) complain("next_wake is not in the future");
        if (open && is_exercise(open->prompt.kind) && exercise_is_off(life.state().memory)) {
            complain("an exercise is open though exercise is off");
        }
    }

    void watch(const Life& life, const Show& show) {
        const Instant now = life.state().now.instant;
        const auto& settings = life.state().settings;
        if (open_ != 0 && open_ != show.prompt.id && outcomes_[open_] == 0) complain("two prompts at a time");
        if (by_hand_.contains(show.prompt.id)) return;
        if (!show.again && last_outcome_ && now - *last_outcome_ < settings.spacing) complain("spacing was not kept");
        std::erase_if(shows_, [&](Instant at) { return now - at >= std::chrono::hours{1}; });
        if (static_cast<int>(shows_.size()) >= settings.per_hour) complain("more shows than per_hour");
        const Presence presence = life.state().activity.presence;
        const bool nobody = presence == Presence::away || presence == Presence::locked || presence == Presence::asleep;
        if (nobody || (presence == Presence::resting && !show.again)) complain("shown to an empty chair");
        if (!holds_now(life, show.prompt.kind).empty()) complain("shown under a hold");
    }
    static Blocks holds_now(const Life& life, Kind kind) {
        Blocks holds = holds_in_force(life.state(), life.state().now);
        if (!is_exercise(kind)) holds.erase(Block::exercise_off);
        return holds;
    }

    void watch(const Life&, const Fact& fact) {
        if (const auto* offered = std::get_if<Offered>(&fact.body)) {
            if (!ids_.insert(offered->prompt.id).second) complain("an id was given twice");
            if (offered->by_hand) by_hand_.insert(offered->prompt.id);
        } else if (const auto* shown = std::get_if<Shown>(&fact.body)) {
            shown_.insert(shown->id);
            shows_.push_back(fact.at.instant);
        } else if (const auto* outcome = std::get_if<PromptOutcome>(&fact.body)) {
            if (++outcomes_[outcome->id] > 1) complain("two outcomes of one prompt");
            const bool was_shown = shown_.contains(outcome->id) || by_hand_.contains(outcome->id);
            if (outcome->shown != was_shown) complain("an outcome says shown, and it was not so");
            const bool unshown_counts = outcome->outcome == Outcome::natural || outcome->outcome == Outcome::taken;
            if (!outcome->shown && !unshown_counts && outcome->why != Why::not_shown && !is_withdrawn(*outcome)) {
                complain("counted though it was not shown");
            }
            if (outcome->shown) last_outcome_ = fact.at.instant;
        } else if (const auto* bout = std::get_if<Bout>(&fact.body)) {
            for (const auto& cell : bout->cells) {
                if (cell.working < 0s || cell.passive < 0s || cell.resting < 0s) complain("negative time in a bout");
            }
        }
    }
    static bool is_withdrawn(const PromptOutcome& outcome) { return outcome.outcome == Outcome::withdrawn; }

    std::string complaint_;
    PromptId open_ = 0;
    std::set<PromptId> ids_, shown_, by_hand_;
    std::map<PromptId, int> outcomes_;
    std::optional<Instant> last_outcome_;
    std::vector<Instant> shows_;
};

TEST(EveryLife, KeepsTheRules) {
    for (std::uint64_t seed = 0; seed < lives; ++seed) {
        RandomLife random{seed};
        Watcher watcher{random.life()};
        for (int i = 0; i < things_that_happen && watcher.complaint().empty(); ++i) random.goes_on();
        watcher.check_end();
        ASSERT_EQ(watcher.complaint(), "") << "seed " << seed << "\n" << random.life().diary();
    }
}

TEST(EveryLife, AddsUpToTheTimeThatPassed) {
    for (std::uint64_t seed = 0; seed < lives; ++seed) {
        RandomLife random{seed};
        const Instant start = random.life().now().instant;
        for (int i = 0; i < things_that_happen; ++i) random.goes_on();
        Days days;
        const auto add = [&](const Fact& fact) {
            const auto* bout = std::get_if<Bout>(&fact.body);
            const auto* unseen = std::get_if<Unseen>(&fact.body);
            const bool is_open = (bout && bout->end == SpanEnd::open) || (unseen && unseen->end == SpanEnd::open);
            if (!is_open) add_up(days, fact);
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
        ASSERT_EQ(at_desk, by_posture) << "seed " << seed;
        ASSERT_EQ(at_desk, by_hour) << "seed " << seed;
        const Duration elapsed = random.life().now().instant - start - random.down();
        ASSERT_LE(sum, elapsed) << "seed " << seed;
        // A daemon that dies loses the last minute of an open bout and the absence under way, nothing else.
        if (random.down() == 0s) {
            ASSERT_GE(sum + 1s, elapsed) << "seed " << seed;
        }
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
        ASSERT_EQ(complaint, "") << "seed " << seed << "\n" << random.life().diary();
    }
    EXPECT_GT(compared, 10'000);
}

} // namespace
} // namespace poise::test
