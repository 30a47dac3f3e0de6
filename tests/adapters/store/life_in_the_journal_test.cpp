// SPDX-License-Identifier: GPL-3.0-or-later
// Random lives, kept in a journal that is closed and opened again at random: nothing that the core recorded may come
// back different, and the roll-up is what the facts add up to.
#include "journal_reader.hpp"
#include "memory_folder.hpp"
#include "random_life.hpp"
#include "sample_facts.hpp"
#include "sqlite_journal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace poise::test {
namespace {

constexpr std::uint64_t lives = 12;
constexpr int things_that_happen = 80;

/// input_counted stays once it was said; a heartbeat that was taken back later may have said it.
std::string comparable(Days days) {
    for (auto& [day, totals] : days) totals.input_counted = false;
    return in_words(without_empty_days(days));
}

class LifeInTheJournal : public testing::TestWithParam<std::uint64_t> {
protected:
    MemoryFolder folder_;

    LifeInTheJournal() : path_{folder_.path() / "poise.db"}, random_{GetParam()}, chance_{GetParam()} {
        journal_ = std::make_unique<SqliteJournal>(path_);
        journal_->append(random_.life().facts());
        random_.life().after_each_step = [this](const Life&, const std::vector<Effect>& effects) {
            std::vector<Fact> facts;
            for (const Effect& effect : effects) {
                if (const auto* record = std::get_if<Record>(&effect)) facts.push_back(record->fact);
            }
            if (!facts.empty()) journal_->append(facts);
        };
    }
    void goes_on() {
        random_.goes_on();
        if (chance_() % 4 == 0) random_.life().event(InputCounting{chance_() % 3 != 0});
        if (chance_() % 2 == 0) random_.life().event(InputCounted{static_cast<std::int64_t>(chance_() % 900), 7});
        if (chance_() % 8 == 0) {
            journal_.reset();
            journal_ = std::make_unique<SqliteJournal>(path_);
        }
    }

    std::filesystem::path path_;
    RandomLife random_;
    std::mt19937_64 chance_;
    std::unique_ptr<SqliteJournal> journal_;
};

TEST_P(LifeInTheJournal, ComesBackAsItWasRecorded) {
    for (int i = 0; i < things_that_happen; ++i) {
        goes_on();
        const Life& life = random_.life();
        const auto recent = journal_->recent(life.now());
        const auto restored = restore(life.state().settings, life.state().guide, recent, life.now());
        const auto expected = restore(life.state().settings, life.state().guide, life.facts(), life.now());
        ASSERT_EQ(restored.memory, expected.memory);
        ASSERT_EQ(restored.spans.bout, expected.spans.bout);
        ASSERT_EQ(restored.spans.unseen, expected.spans.unseen);
    }
    EXPECT_EQ(journal_->health().trouble, "");
    EXPECT_EQ(in_words(all_facts_in(path_)), in_words(random_.life().facts()));
    EXPECT_TRUE(all_facts_in(path_) == random_.life().facts());
    EXPECT_EQ(comparable(all_days_in(path_)), comparable(added_up(random_.life().facts())));
    EXPECT_FALSE(all_days_in(path_).empty());
}

TEST_P(LifeInTheJournal, AddsUpToTheSameAfterTheOlderHalfWasErased) {
    for (int i = 0; i < things_that_happen; ++i) goes_on();
    const auto days = all_days_in(path_);
    const Day middle = std::next(days.begin(), static_cast<std::ptrdiff_t>(days.size() / 2))->first;
    const Life& life = random_.life();
    const auto before = restore(life.state().settings, life.state().guide, life.facts(), life.now());
    ASSERT_TRUE(journal_->erase_before(middle, life.now()));

    const auto facts = all_facts_in(path_);
    for (const Fact& fact : facts) EXPECT_GE(days_of(fact).front(), middle);
    // Where the wall clock was set back over midnight, a fact is older than the day it tells of: that day stays as it
    // is.
    const bool tells_of_later = std::ranges::any_of(
        life.facts(), [&](const Fact& fact) { return day_of(fact.at) < middle && days_of(fact).back() >= middle; });
    if (!tells_of_later) {
        EXPECT_EQ(comparable(all_days_in(path_)), comparable(added_up(facts)));
    }
    const auto after = restore(life.state().settings, life.state().guide, journal_->recent(life.now()), life.now());
    EXPECT_THAT(after.memory.red_flags, testing::UnorderedElementsAreArray(before.memory.red_flags));
    EXPECT_EQ(after.memory.driver, before.memory.driver);
    EXPECT_EQ(after.memory.cleared, before.memory.cleared);
}

INSTANTIATE_TEST_SUITE_P(Seeds, LifeInTheJournal, testing::Range(std::uint64_t{0}, lives));

} // namespace
} // namespace poise::test
