// SPDX-License-Identifier: GPL-3.0-or-later
// What was erased is in no byte of any file in the journal's folder.
#include "memory_folder.hpp"
#include "own_guide.hpp"
#include "sample_facts.hpp"
#include "scoped.hpp"
#include "sqlite_journal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace poise::test {
namespace {

namespace fs = std::filesystem;

const std::string secret = "Lumbago-4711";
const std::string later = "Seestern-0815";
constexpr Duration a_day = 24h;

std::vector<Fact> private_facts(const std::string& marker, Duration at) {
    Fact unseen{sample_stamp(at),
                Unseen{static_cast<SpanId>(at / 1h) + 900, sample_stamp(at), SpanEnd::stopped, marker, {}, {}}};
    return {note(marker, at),
            {sample_stamp(at), Checkin{3, marker, marker, marker, {}, {}, false, {}}},
            {sample_stamp(at),
             Offered{{1, Kind::snack, {{marker}}, marker, 1min, marker + std::string(9'000, '.')}, false}},
            {sample_stamp(at), PostureChange{Posture::standing, marker}},
            {sample_stamp(at), Safety{{marker}}},
            {sample_stamp(at), Safety{}},
            unseen};
}

class AnErasure : public testing::Test {
protected:
    AnErasure() {
        journal_ = std::make_unique<SqliteJournal>(path());
        for (int day = 0; day < 40; ++day) {
            std::vector<Fact> facts;
            for (int i = 0; i < 10; ++i) {
                for (Fact& fact : private_facts(day < 20 ? secret : later, day * a_day + i * 1h)) facts.push_back(fact);
            }
            journal_->append(facts);
        }
        for (const char* copy :
             {"poise.db.backup-v0", "poise.db.damaged-20260101T000000Z", "poise.db.damaged-20260101T000000Z-wal",
              "poise.db.recovered", "poise.db.recovered-grafted"}) {
            std::ofstream{folder_.path() / copy} << secret << later;
        }
        std::ofstream{folder_.path() / "notes.txt"} << "not ours";
    }
    [[nodiscard]] fs::path path() const { return folder_.path() / "poise.db"; }
    [[nodiscard]] std::vector<std::string> files_with(const std::string& marker) const {
        std::vector<std::string> files;
        for (const auto& entry : fs::directory_iterator(folder_.path())) {
            if (bytes_of(entry.path()).find(marker) != std::string::npos) files.push_back(entry.path().filename());
        }
        return files;
    }

    MemoryFolder folder_;
    std::unique_ptr<SqliteJournal> journal_;
};

TEST_F(AnErasure, OfEverythingLeavesNoTrace) {
    ASSERT_THAT(files_with(secret), testing::Contains("poise.db"));
    ASSERT_THAT(files_with(later), testing::Contains("poise.db-wal"));
    const auto erased = journal_->erase_all();
    ASSERT_TRUE(erased) << erased.error();
    EXPECT_EQ(*erased, 40u * 10 * 7);
    EXPECT_THAT(files_with(secret), testing::IsEmpty());
    EXPECT_THAT(files_with(later), testing::IsEmpty());
    EXPECT_THAT(all_facts_in(path()), testing::IsEmpty());
    EXPECT_THAT(all_days_in(path()), testing::IsEmpty());
    EXPECT_TRUE(fs::exists(folder_.path() / "notes.txt"));
    EXPECT_LT(fs::file_size(path()), 50'000u);
    journal_->append({note("anew")});
    EXPECT_THAT(notices_in(path()), testing::ElementsAre("anew"));
}

TEST_F(AnErasure, OfWhatIsOlderLeavesTheRest) {
    const Day middle = sample_day + std::chrono::days{20};
    const auto erased = journal_->erase_before(middle, sample_moment(40 * a_day));
    ASSERT_TRUE(erased) << erased.error();
    EXPECT_EQ(*erased, 20u * 10 * 7);
    EXPECT_THAT(files_with(secret), testing::IsEmpty());
    EXPECT_THAT(files_with(later), testing::ElementsAre("poise.db"));
    EXPECT_EQ(all_facts_in(path()).size(), 20u * 10 * 7);
    EXPECT_EQ(all_days_in(path()), added_up(all_facts_in(path())));
    EXPECT_EQ(all_days_in(path()).begin()->first, middle);
}

TEST_F(AnErasure, SaysSoWhereAReaderStillHoldsWhatWasErased) {
    SQLite::Database reader{path().string()};
    reader.exec("BEGIN");
    ASSERT_EQ(reader.execAndGet("SELECT count(*) FROM fact").getInt(), 40 * 10 * 7);
    const auto erased = journal_->erase_all();
    ASSERT_FALSE(erased);
    EXPECT_THAT(erased.error(), testing::HasSubstr("erase again"));
    reader.exec("COMMIT");
    EXPECT_TRUE(journal_->erase_all());
    EXPECT_THAT(files_with(secret), testing::IsEmpty());
}

TEST_F(AnErasure, IsRefusedForNoLongerThanSomebodyHoldsALock) {
    SQLite::Database other{path().string(), SQLite::OPEN_READWRITE};
    other.exec("BEGIN IMMEDIATE");
    const auto refused = journal_->erase_all();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), "another program has locked the journal");
    EXPECT_EQ(journal_->health().trouble, "") << "nothing waits to be written";
    other.exec("COMMIT");
    const auto erased = journal_->erase_all();
    EXPECT_TRUE(erased) << erased.error();
}

TEST_F(AnErasure, NamesTheCopyThatItCannotErase) {
    const fs::path copy = path().string() + ".damaged-by-somebody";
    fs::create_directories(copy / "full");
    const auto refused = journal_->erase_all();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), copy.string() + " cannot be erased: Directory not empty");
    EXPECT_EQ(journal_->health().trouble, "");
}

TEST_F(AnErasure, ThatWasCutShortIsFinishedAtTheNextStart) {
    SQLite::Database reader{path().string()};
    reader.exec("BEGIN");
    ASSERT_NE(reader.execAndGet("SELECT count(*) FROM fact").getInt(), 0);
    ASSERT_FALSE(journal_->erase_all());
    ASSERT_THAT(files_with(secret), testing::Not(testing::IsEmpty()));
    reader.exec("COMMIT");
    journal_.reset(); // the reader is still connected: this is not the last to close
    SqliteJournal journal{path()};
    EXPECT_THAT(files_with(secret), testing::IsEmpty());
}

TEST(Erasing, IsNotTakenBackByWhatIsWrittenOnTheSameDay) {
    ScratchFolder folder;
    const auto path = folder.path() / "poise.db";
    SqliteJournal journal{path};
    journal.append({note(secret), bout(1, 50min)});
    ASSERT_TRUE(journal.erase_all());
    journal.append({note(later), bout(1, 51min)});
    EXPECT_THAT(all_facts_in(path), testing::ElementsAre(note(later), bout(1, 51min)));
    EXPECT_EQ(all_days_in(path), added_up({note(later), bout(1, 51min)}));
}

TEST(Erasing, KeepsARedFlagAndTheDriverInForce) {
    MemoryFolder folder;
    const auto path = folder.path() / "poise.db";
    SqliteJournal journal{path};
    journal.append({{sample_stamp(), DriverChosen{Driver::disc}}, {sample_stamp(), Safety{{"fever"}}}, note("old")});
    journal.append({note("new", 3 * a_day)});
    const Moment now = sample_moment(3 * a_day + 1h);
    const auto erased = journal.erase_before(sample_day + std::chrono::days{3}, now);
    ASSERT_TRUE(erased);
    EXPECT_EQ(*erased, 3u);
    EXPECT_EQ(all_facts_in(path),
              (std::vector<Fact>{
                  note("new", 3 * a_day), {stamp(now), DriverChosen{Driver::disc}}, {stamp(now), Safety{{"fever"}}}}));
    ASSERT_TRUE(journal.erase_all());
    EXPECT_THAT(all_facts_in(path), testing::IsEmpty());
}

TEST(Erasing, KeepsTheClearanceOfTheDriverInForce) {
    MemoryFolder folder;
    SqliteJournal journal{folder.path() / "poise.db"};
    journal.append({{sample_stamp(), DriverChosen{Driver::visceral}}, {sample_stamp(), Safety{}}});
    const Moment now = sample_moment(3 * a_day);
    ASSERT_TRUE(journal.erase_before(day_of(stamp(now)), now));
    const State state = restore({}, own_guide(), journal.recent(now), now);
    EXPECT_EQ(state.memory.driver, Driver::visceral);
    EXPECT_TRUE(state.memory.cleared);
}

TEST(Erasing, CutsABoutAtMidnight) {
    MemoryFolder folder;
    const auto path = folder.path() / "poise.db";
    SqliteJournal journal{path};
    journal.append({bout(1, 2h, SpanEnd::left, 14h)}); // from 23:00 to 01:00
    const Day midnight = sample_day + std::chrono::days{1};
    const auto erased = journal.erase_before(midnight, sample_moment(20h));
    ASSERT_TRUE(erased);
    EXPECT_EQ(*erased, 0u);
    EXPECT_EQ(all_facts_in(path), (std::vector<Fact>{bout(1, 1h, SpanEnd::left, 15h)}));
    EXPECT_EQ(all_days_in(path), added_up({bout(1, 1h, SpanEnd::left, 15h)}));
}

} // namespace
} // namespace poise::test
