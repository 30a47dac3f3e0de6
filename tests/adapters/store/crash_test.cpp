// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 in the middle of writing: whatever append() returned for is there, in order.
#include "child_work.hpp"
#include "memory_folder.hpp"
#include "sample_facts.hpp"
#include "sqlite_journal.hpp"

#include <gtest/gtest.h>

#include <random>

namespace poise::test {
namespace {

TEST(ACrash, LosesNoAcknowledgedFact) {
    MemoryFolder folder;
    const auto path = folder.path() / "poise.db";
    std::mt19937 random{1};
    int first = 0;
    for (int round = 0; round < 30; ++round) {
        KilledChild child{[&](const KilledChild::Report& acknowledge) {
            SqliteJournal journal{path};
            for (int i = first;; ++i) {
                journal.append({note(std::to_string(i)), bout(1 + i / 7, std::chrono::seconds{i % 7 + 1})});
                if (journal.health().waiting == 0) acknowledge(i);
            }
        }};
        int last = first - 1;
        const int enough = first + std::uniform_int_distribution{0, 40}(random);
        int number = 0;
        while (last < enough && child.next(number)) last = number;
        child.kill();
        while (child.next(number)) last = number;
        ASSERT_GE(last, enough) << "the child gave up in round " << round;

        SqliteJournal journal{path};
        ASSERT_FALSE(journal.recovery()) << "damaged in round " << round;
        const auto notices = notices_in(path);
        ASSERT_GE(static_cast<int>(notices.size()), last + 1);
        ASSERT_LE(static_cast<int>(notices.size()), last + 2) << "at most the one under way";
        for (std::size_t i = 0; i < notices.size(); ++i) ASSERT_EQ(notices[i], std::to_string(i));
        ASSERT_EQ(all_days_in(path), added_up(all_facts_in(path)));
        first = static_cast<int>(notices.size());
    }
}

} // namespace
} // namespace poise::test
