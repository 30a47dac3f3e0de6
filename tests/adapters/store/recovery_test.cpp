// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged journals: put aside as they are, what can be read recovered, and the person told how much that was.
#include "recovery.hpp"

#include "journal_reader.hpp"
#include "memory_folder.hpp"
#include "sample_facts.hpp"
#include "sqlite_journal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <fstream>
#include <random>
#include <thread>

namespace poise::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t page_size = 4096;
constexpr int notes = 2000;

class ADamagedJournal : public testing::Test {
protected:
    ADamagedJournal() {
        std::vector<Fact> facts;
        for (int i = 0; i < notes; ++i) facts.push_back(note(std::to_string(i), i * 10min));
        SqliteJournal{path()}.append(facts);
    }
    [[nodiscard]] fs::path path() const { return folder_.path() / "poise.db"; }

    struct Page {
        std::size_t number;
        std::size_t cells;
    };
    [[nodiscard]] std::vector<Page> pages_of(const std::string& table, const std::string& type) const {
        SQLite::Database database{path().string()};
        SQLite::Statement statement{database,
                                    "SELECT pageno, ncell FROM dbstat WHERE name=?1 AND pagetype=?2 ORDER BY path"};
        statement.bind(1, table);
        statement.bind(2, type);
        std::vector<Page> pages;
        while (statement.executeStep()) {
            pages.push_back({static_cast<std::size_t>(statement.getColumn(0).getInt64()),
                             static_cast<std::size_t>(statement.getColumn(1).getInt64())});
        }
        return pages;
    }
    void overwrite(std::size_t page, char with) const {
        std::fstream file{path(), std::ios::binary | std::ios::in | std::ios::out};
        file.seekp(static_cast<std::streamoff>((page - 1) * page_size));
        file << std::string(page_size, with);
    }
    void put(std::streamoff offset, char byte) const {
        std::fstream file{path(), std::ios::binary | std::ios::in | std::ios::out};
        file.seekp(offset);
        file.put(byte);
    }
    /// Opens it and checks what must be so whatever was damaged.
    Recovery recover_now() {
        const std::string damaged = bytes_of(path());
        SqliteJournal journal{path()};
        EXPECT_EQ(journal.health().trouble, "");
        if (!journal.recovery()) {
            ADD_FAILURE() << "nobody noticed";
            return {};
        }
        const Recovery recovery = *journal.recovery();
        EXPECT_THAT(recovery.path.filename().string(), testing::StartsWith("poise.db.damaged-2"));
        EXPECT_EQ(bytes_of(recovery.path), damaged);
        const auto facts = all_facts_in(path());
        EXPECT_EQ(facts.size(), recovery.saved);
        EXPECT_EQ(all_days_in(path()), added_up(facts));
        struct stat status {};
        EXPECT_EQ(::stat(path().c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777u, 0600u);
        for (const auto& entry : fs::directory_iterator(folder_.path())) {
            EXPECT_THAT(entry.path().filename().string(), testing::Not(testing::HasSubstr("recovered")));
        }
        journal.append({note("goes on", notes * 10min)});
        EXPECT_EQ(notices_in(path()).back(), "goes on");
        return recovery;
    }

    MemoryFolder folder_;
};

TEST_F(ADamagedJournal, LosesTheRowsOfABadPageAndNoOthers) {
    const auto leaves = pages_of("fact", "leaf");
    ASSERT_GT(leaves.size(), 20u);
    overwrite(leaves[3].number, '\0');
    overwrite(leaves[4].number, '\0');
    overwrite(leaves[9].number, '\x5a');
    const Recovery recovery = recover_now();
    const std::size_t lost = leaves[3].cells + leaves[4].cells + leaves[9].cells;
    EXPECT_EQ(recovery.lost_at_least, lost);
    EXPECT_EQ(recovery.saved, notes - lost);
}

TEST_F(ADamagedJournal, LosesTheLastRowsWithTheLastPage) {
    const auto leaves = pages_of("fact", "leaf");
    overwrite(leaves.back().number, '\xff');
    const Recovery recovery = recover_now();
    EXPECT_EQ(recovery.lost_at_least, leaves.back().cells);
    EXPECT_EQ(recovery.saved, notes - leaves.back().cells);
}

TEST_F(ADamagedJournal, LosesNothingWithThePageOfTheSchema) {
    overwrite(1, '\0');
    EXPECT_EQ(recover_now().saved, static_cast<std::size_t>(notes));
}

// Found by fuzz_journal, as are the next four.
TEST_F(ADamagedJournal, AddsUpOneOfTwoRowsThatSayTheyAreTheSameBout) {
    SqliteJournal{path()}.append({bout(1, 20min), note("between"), bout(2, 10min, SpanEnd::open, 1h)});
    SQLite::Database{path().string(), SQLite::OPEN_READWRITE}.exec(
        R"(DROP INDEX fact_span; UPDATE fact SET span=1, body=replace(body, '"span":2', '"span":1') WHERE span=2)");
    const Recovery recovery = recover_now();
    EXPECT_EQ(recovery.saved, static_cast<std::size_t>(notes + 2));
    EXPECT_EQ(recovery.lost_at_least, 1u);
}

TEST_F(ADamagedJournal, LosesNothingButItsWalWhereThatHasAFirstPageWithoutTables) {
    {
        SQLite::Database database{path().string(), SQLite::OPEN_READWRITE};
        sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        database.exec("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema");
    }
    EXPECT_EQ(recover_now().saved, static_cast<std::size_t>(notes));
}

// To SQLite both are errors like one in a statement.
TEST_F(ADamagedJournal, LosesNothingWithAHeaderThatAsksForAFormatThatThereNeverWas) {
    put(47, '\x09'); // https://www.sqlite.org/fileformat.html, 1.3: "schema format number", big-endian at 44, at most 4
    EXPECT_EQ(recover_now().saved, static_cast<std::size_t>(notes));
}

TEST_F(ADamagedJournal, LosesNothingWithASchemaThatNamesNoTables) {
    put(104, '\0'); // the same, 1.6: how many cells the page has, big-endian at 3, after the header's 100 bytes
    EXPECT_EQ(recover_now().saved, static_cast<std::size_t>(notes));
}

TEST_F(ADamagedJournal, IsBegunAnewWhereNothingButItsHeaderIsLeft) {
    put(104, '\0');
    put(31, '\x01'); // "size of the database file in pages", big-endian at 28
    fs::resize_file(path(), page_size);
    EXPECT_EQ(recover_now().saved, 0u);
}

TEST_F(ADamagedJournal, LosesNothingWithAnIndex) {
    for (const auto& page : pages_of("fact_day", "leaf")) overwrite(page.number, '\x11');
    const Recovery recovery = recover_now();
    EXPECT_EQ(recovery.saved, static_cast<std::size_t>(notes));
    EXPECT_EQ(recovery.lost_at_least, 0u);
}

TEST_F(ADamagedJournal, AddsUpItsDaysAnewWhereTheirPagesAreBad) {
    const Days before = all_days_in(path());
    for (const char* table : {"day", "day_kind", "day_hour"}) {
        for (const auto& page : pages_of(table, "leaf")) overwrite(page.number, '\xee');
    }
    EXPECT_EQ(recover_now().saved, static_cast<std::size_t>(notes));
    Days after = all_days_in(path());
    after.rbegin()->second.notices.pop_back(); // the one that was appended since
    EXPECT_EQ(after, before);
}

TEST_F(ADamagedJournal, CountsAStretchWhereEvenTheIndexIsBad) {
    const auto leaves = pages_of("fact", "leaf");
    overwrite(leaves[7].number, '\0');
    for (const auto& page : pages_of("fact_day", "leaf")) overwrite(page.number, '\0');
    const Recovery recovery = recover_now();
    EXPECT_EQ(recovery.lost_at_least, 1u);
    EXPECT_EQ(recovery.saved, notes - leaves[7].cells);
}

TEST_F(ADamagedJournal, IsReadAsFarAsItGoesWhenItWasCutOff) {
    const auto size = fs::file_size(path());
    fs::resize_file(path(), size / 2 / page_size * page_size);
    const Recovery recovery = recover_now();
    EXPECT_GT(recovery.saved, static_cast<std::size_t>(notes) / 4);
    EXPECT_GE(recovery.lost_at_least, 1u);
}

TEST_F(ADamagedJournal, IsPutAsideWhenNothingOfItIsSQLite) {
    std::mt19937 random{7};
    std::string garbage(50'000, '\0');
    for (char& byte : garbage) byte = static_cast<char>(random());
    std::ofstream{path(), std::ios::binary | std::ios::trunc} << garbage;
    const Recovery recovery = recover_now();
    EXPECT_EQ(recovery.saved, 0u);
    EXPECT_GE(recovery.lost_at_least, 1u);
}

TEST_F(ADamagedJournal, SurvivesAnyDamage) {
    const std::string whole = bytes_of(path());
    std::mt19937 random{11};
    int recovered = 0;
    for (int round = 0; round < 40; ++round) {
        std::string bytes = whole;
        const std::size_t length = 1 + random() % (round % 2 == 0 ? 64 : 20'000);
        const std::size_t from = random() % (bytes.size() - length);
        for (std::size_t i = 0; i < length; ++i) bytes[from + i] = static_cast<char>(random());
        if (round % 5 == 0) bytes.resize(random() % bytes.size());
        std::ofstream{path(), std::ios::binary | std::ios::trunc} << bytes;
        try {
            SqliteJournal journal{path()};
            ASSERT_EQ(journal.health().trouble, "") << "round " << round;
            recovered += journal.recovery().has_value();
            if (journal.recovery()) {
                ASSERT_EQ(all_days_in(path()), added_up(all_facts_in(path()))) << "round " << round;
            }
            journal.append({note("x")});
            ASSERT_EQ(journal.health().waiting, 0u) << "round " << round;
        } catch (const std::runtime_error& refused) {
            // The header now says that it is of a newer schema, or no journal: for a person to decide.
            ASSERT_EQ(bytes_of(path()), bytes) << refused.what();
        }
    }
    EXPECT_GT(recovered, 10);
}

TEST_F(ADamagedJournal, SaysNothingThatTheCoreCouldNotHaveSaid) {
    {
        SQLite::Database database{path().string(), SQLite::OPEN_READWRITE};
        // Numbers at which a sum, or the next id, would leave its range.
        database.exec("UPDATE fact SET instant_ms=9223372036854775807 WHERE seq=1;"
                      "UPDATE fact SET utc_ms=-9223372036854775807 WHERE seq=2;"
                      "UPDATE fact SET offset_s=9223372036854775807 WHERE seq=3;"
                      "UPDATE fact SET fact='shown', body='{\"id\":9223372036854775807}' WHERE seq=4");
    }
    EXPECT_THAT(all_facts_in(path()), testing::SizeIs(notes - 4));
    EXPECT_THAT(SqliteJournal{path()}.recent(sample_moment(1h)), testing::SizeIs(notes - 4));
}

TEST_F(ADamagedJournal, IsRecoveredWithWhatIsInItsWal) {
    const fs::path crashed = folder_.path() / "crashed.db";
    {
        SqliteJournal journal{path()};
        for (const char* text : {"a", "b", "c"}) journal.append({note(text, notes * 10min)});
        for (const char* suffix : {"", "-wal"}) fs::copy(path().string() + suffix, crashed.string() + suffix);
    }
    const auto leaves = pages_of("fact", "leaf");
    {
        std::fstream file{crashed, std::ios::binary | std::ios::in | std::ios::out};
        file.seekp(static_cast<std::streamoff>((leaves[5].number - 1) * page_size));
        file << std::string(page_size, '\0');
    }
    SqliteJournal journal{crashed};
    ASSERT_TRUE(journal.recovery());
    EXPECT_EQ(journal.recovery()->lost_at_least, leaves[5].cells);
    EXPECT_EQ(notices_in(crashed).back(), "c");
    EXPECT_TRUE(fs::exists(journal.recovery()->path.string() + "-wal"));
}

TEST_F(ADamagedJournal, GoesOnWithARecoveryThatWasCutShort) {
    const std::size_t saved = all_facts_in(path()).size();
    // Put aside already, and the recovered one not yet in its place.
    fs::rename(path(), path().string() + ".recovered");
    SqliteJournal journal{path()};
    EXPECT_FALSE(journal.recovery());
    EXPECT_EQ(all_facts_in(path()).size(), saved);
    EXPECT_FALSE(fs::exists(path().string() + ".recovered"));
}

TEST_F(ADamagedJournal, IsNotOverwrittenByItsWalWhereTheRecoveryWasCutShortBeforeThatWasPutAside) {
    const std::string stray = path().string() + "-wal";
    const auto saved = notices_in(path());
    {
        SqliteJournal journal{path()};
        fs::copy(path(), path().string() + ".recovered");
        journal.append({note("of the damaged one", notes * 10min)});
        fs::copy(stray, stray + ".kept");
    }
    fs::remove(path());
    fs::rename(stray + ".kept", stray);
    const std::string wal = bytes_of(stray);
    const SqliteJournal journal{path()};
    EXPECT_EQ(notices_in(path()).back(), saved.back());
    const auto aside = copies_of(path());
    ASSERT_EQ(aside.size(), 1u);
    EXPECT_EQ(bytes_of(aside.front()), wal);
}

TEST_F(ADamagedJournal, IsRecoveredWhileTheDaemonRuns) {
    SqliteJournal journal{path()};
    journal.append({note("before")});
    { // The disk goes bad under an open journal: its WAL is gone into the file, and that is overwritten.
        SQLite::Database other{path().string(), SQLite::OPEN_READWRITE};
        SQLite::Statement checkpoint{other, "PRAGMA wal_checkpoint(TRUNCATE)"};
        ASSERT_TRUE(checkpoint.executeStep());
    }
    for (const auto& page : pages_of("fact_day", "leaf")) overwrite(page.number, '\x11');
    overwrite(pages_of("fact", "internal").front().number, '\x11');
    for (int i = 0; i < 20 && !journal.recovery(); ++i) {
        journal.append({note("while " + std::to_string(i), notes * 10min + i * 10h)});
    }
    ASSERT_TRUE(journal.recovery());
    EXPECT_EQ(journal.health().trouble, "");
    EXPECT_EQ(journal.health().waiting, 0u);
    EXPECT_THAT(notices_in(path()), testing::Contains("while 0"));
}

/// Too big to be looked through before it is used.
class ABigJournal : public ADamagedJournal {
protected:
    static constexpr int more_notes = 150'000;

    ABigJournal() {
        SQLite::Database database{path().string(), SQLite::OPEN_READWRITE};
        database.exec("INSERT INTO fact(fact, instant_ms, boot, utc_ms, offset_s, day, body) WITH RECURSIVE i(n) AS "
                      "(SELECT 1 UNION ALL SELECT n+1 FROM i WHERE n<" +
                      std::to_string(more_notes) +
                      ") SELECT fact, instant_ms, boot, utc_ms, offset_s, day, body FROM i, (SELECT * FROM fact "
                      "ORDER BY seq LIMIT 1)");
        EXPECT_GT(fs::file_size(path()), 16'000'000u);
    }
    /// A page of facts that no start reads: neither the newest nor the last weeks'.
    void damage_what_is_old() const {
        const auto leaves = pages_of("fact", "leaf");
        overwrite(leaves[leaves.size() / 2].number, '\xff');
    }
    static bool recovers(SqliteJournal& journal) {
        const auto limit = std::chrono::steady_clock::now() + 60s;
        while (!journal.recovery() && std::chrono::steady_clock::now() < limit) {
            journal.append({note("goes on")});
            std::this_thread::sleep_for(10ms); // as between two facts: the check runs beside the work
        }
        return journal.recovery().has_value();
    }
};

TEST_F(ABigJournal, IsRecoveredWhileItIsUsed) {
    damage_what_is_old();
    SqliteJournal journal{path()};
    EXPECT_FALSE(journal.recovery());
    ASSERT_TRUE(recovers(journal));
    EXPECT_EQ(journal.health().trouble, "");
    EXPECT_EQ(journal.health().waiting, 0u);
    ASSERT_TRUE(journal.health().news);
    EXPECT_EQ(journal.health().news->id, "journal_recovered");
    EXPECT_GT(journal.recovery()->saved, static_cast<std::size_t>(more_notes));
}

TEST_F(ABigJournal, IsRecoveredAtOnceWhereAStartNeedsWhatIsDamaged) {
    const auto leaves = pages_of("fact", "leaf");
    overwrite(leaves.back().number, '\xff');
    SqliteJournal journal{path()};
    EXPECT_GT(journal.recent(sample_moment(1h)).size(), 900u);
    EXPECT_TRUE(journal.recovery());
    EXPECT_EQ(journal.health().trouble, "");
}

TEST_F(ABigJournal, IsLeftAloneWhereItIsWhole) {
    SqliteJournal journal{path()};
    journal.append({note("a")});
    { BackgroundCheck ended_at_once{path()}; }
    BackgroundCheck check{path()};
    while (!check.is_done()) std::this_thread::sleep_for(10ms);
    EXPECT_FALSE(check.found_damage());
    ASSERT_TRUE(journal.erase_all()); // no check keeps what was erased
    EXPECT_FALSE(journal.recovery());
}

} // namespace
} // namespace poise::test
