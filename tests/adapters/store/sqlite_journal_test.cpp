// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite_journal.hpp"

#include "journal_reader.hpp"
#include "opening.hpp"
#include "own_guide.hpp"
#include "sample_facts.hpp"
#include "scoped.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace poise::test {
namespace {

namespace fs = std::filesystem;

class ASqliteJournal : public testing::Test {
protected:
    [[nodiscard]] fs::path path() const { return folder_.path() / "poise" / "poise.db"; }

    std::string text(const std::string& sql) const {
        const SQLite::Database database{path().string()};
        SQLite::Statement statement{database, sql};
        std::string text;
        while (statement.executeStep()) {
            for (int i = 0; i < statement.getColumnCount(); ++i) {
                text += (i == 0 ? "" : " ") + statement.getColumn(i).getString();
            }
            text += '\n';
        }
        return text;
    }
    static mode_t mode_of(const fs::path& file) {
        struct stat status {};
        return ::stat(file.c_str(), &status) == 0 ? status.st_mode & 07777u : 0;
    }
    void say_it_is_of_schema(int version) const {
        const SQLite::Database database{path().string(), SQLite::OPEN_READWRITE};
        SQLite::Database& writable = const_cast<SQLite::Database&>(database);
        writable.exec("PRAGMA user_version=" + std::to_string(version));
    }

    ScratchFolder folder_;
};

TEST_F(ASqliteJournal, FindsEveryFactAgainInOrder) {
    const auto facts = one_of_each();
    {
        SqliteJournal journal{path()};
        for (const Fact& fact : facts) journal.append({fact});
        EXPECT_EQ(journal.health().trouble, "");
        EXPECT_EQ(journal.recent(sample_moment(2h)), facts);
    }
    SqliteJournal journal{path()};
    EXPECT_EQ(journal.recent(sample_moment(2h)), facts);
    EXPECT_EQ(all_facts_in(path()), facts);
}

TEST_F(ASqliteJournal, CanBeReadByAPerson) {
    SqliteJournal journal{path()};
    journal.append({{sample_stamp(), Offered{{5, Kind::snack, {}, "S3", 2min, ""}, false}},
                    {sample_stamp(1min), PromptOutcome{5, Kind::snack, Outcome::skipped, true, {}}}});
    EXPECT_EQ(text("SELECT kind, outcome FROM fact WHERE fact='outcome'"), "snack skipped\n");
    EXPECT_EQ(text("SELECT seq, fact, instant_ms, boot, utc_ms, offset_s, day, prompt FROM fact WHERE seq=2"),
              "2 outcome 360060000 3f2c0001-0203-0405-0607-08090a0b0cfe 1795420860000 3600 2026-11-23 5\n");
    EXPECT_EQ(text("SELECT day, kind, skipped FROM day_kind"), "2026-11-23 snack 1\n");
}

TEST_F(ASqliteJournal, IsSetUpToSurviveAPowerCut) {
    SqliteJournal journal{path()};
    EXPECT_EQ(text("PRAGMA journal_mode"), "wal\n");
    EXPECT_EQ(text("PRAGMA user_version"), "2\n");
    EXPECT_EQ(text("PRAGMA application_id"), "1349478771\n");
}

TEST_F(ASqliteJournal, IsForItsOwnerAlone) {
    const mode_t before = ::umask(0);
    {
        SqliteJournal journal{path()};
        journal.append({note("x")});
        EXPECT_EQ(mode_of(path().parent_path()), 0700u);
        for (const char* suffix : {"", "-wal", "-shm"}) EXPECT_EQ(mode_of(path().string() + suffix), 0600u) << suffix;
    }
    ::chmod(path().c_str(), 0644);
    SqliteJournal journal{path()};
    ::umask(before);
    EXPECT_EQ(mode_of(path()), 0600u);
    EXPECT_EQ(mode_of(path().parent_path() / "poise.lock"), 0600u);
}

TEST_F(ASqliteJournal, LeavesAFolderThatIsThereAsItIs) {
    const fs::path home = folder_.path() / "home";
    fs::create_directory(home);
    ::chmod(home.c_str(), 0755);
    SqliteJournal journal{home / "x.db"};
    EXPECT_EQ(mode_of(home), 0755u);
    EXPECT_EQ(mode_of(home / "x.db"), 0600u);
}

TEST_F(ASqliteJournal, RewritesAnOpenBoutInItsOneRow) {
    SqliteJournal journal{path()};
    journal.append({bout(1, 1min)});
    journal.append({bout(1, 2min)});
    EXPECT_EQ(text("SELECT seq, span FROM fact"), "1 1\n") << "nothing came in between: it may stay where it is";
    journal.append({note("in between")});
    journal.append({bout(1, 50min, SpanEnd::left), bout(2, 1min, SpanEnd::open, 55min)});
    EXPECT_EQ(text("SELECT seq, fact, span FROM fact ORDER BY seq"), "2 notice \n3 bout 1\n4 bout 2\n");
    EXPECT_EQ(all_days_in(path()), added_up(all_facts_in(path())));
    const DayTotals totals = all_days_in(path()).at(sample_day);
    EXPECT_EQ(totals.working, 51min);
    EXPECT_EQ(totals.sitting, 51min);
    EXPECT_EQ(totals.longest_sit_bout, 50min);
    EXPECT_EQ(totals.sit_bouts_over_45min, 1);
}

TEST_F(ASqliteJournal, LeavesARewrittenBoutAsIfItHadBeenWrittenOnce) {
    const auto all_columns = [this] { return text("SELECT * FROM fact"); };
    const auto of_day = [this](const std::string& day) {
        return text("SELECT seq FROM fact INDEXED BY fact_day WHERE day='" + day + "'");
    };
    SqliteJournal journal{path()};
    Fact rewritten = bout(1, 1min);
    const auto rewrite = [&](Duration later) {
        rewritten.at = sample_stamp(later);
        journal.append({rewritten});
        EXPECT_THAT(all_facts_in(path()), testing::ElementsAre(rewritten));
    };
    rewrite(1min);
    rewrite(14h);
    EXPECT_EQ(of_day("2026-11-23"), "1\n");
    rewrite(15h + 10min); // past midnight
    EXPECT_EQ(of_day("2026-11-23"), "");
    EXPECT_EQ(of_day("2026-11-24"), "1\n");
    const std::string after_rewriting = all_columns();
    EXPECT_TRUE(journal.erase_all());
    journal.append({rewritten});
    EXPECT_EQ(all_columns(), after_rewriting);
}

TEST_F(ASqliteJournal, WritesABoutAgainWhoseRowSomebodyHasTakenAway) {
    SqliteJournal journal{path()};
    journal.append({note("before"), bout(1, 1min)});
    SQLite::Database{path().string(), SQLite::OPEN_READWRITE}.exec("DELETE FROM fact WHERE fact='bout'");
    journal.append({bout(1, 2min)});
    EXPECT_EQ(journal.health().trouble, "");
    EXPECT_THAT(all_facts_in(path()), testing::ElementsAre(note("before"), bout(1, 2min)));
    EXPECT_EQ(all_days_in(path()), added_up(all_facts_in(path())));
}

TEST_F(ASqliteJournal, TakesBackWhatABoutNoLongerSays) {
    SqliteJournal journal{path()};
    journal.append({bout(1, 80min)});
    Fact shorter = bout(1, 10min, SpanEnd::left);
    journal.append({shorter});
    EXPECT_EQ(all_days_in(path()), added_up({shorter}));
}

TEST_F(ASqliteJournal, RefusesASecondWriterAndLetsReadersIn) {
    SqliteJournal journal{path()};
    journal.append({note("mine")});
    try {
        SqliteJournal second{path()};
        FAIL() << "two writers";
    } catch (const JournalRefused& refused) {
        EXPECT_THAT(refused.what(), testing::HasSubstr("another poised keeps this journal"));
    }
    EXPECT_THAT(notices_in(path()), testing::ElementsAre("mine"));
    journal.append({note("still mine")});
    EXPECT_THAT(notices_in(path()), testing::ElementsAre("mine", "still mine"));
}

TEST_F(ASqliteJournal, LetsTheNextWriterInWhenItEnds) {
    { SqliteJournal journal{path()}; }
    EXPECT_NO_THROW(SqliteJournal{path()});
}

TEST_F(ASqliteJournal, RefusesANewerSchemaAndTouchesNothing) {
    {
        SqliteJournal journal{path()};
        journal.append({note("from the future")});
    }
    say_it_is_of_schema(3);
    fs::remove(path().parent_path() / "poise.lock");
    ::chmod(path().c_str(), 0644);
    const std::string before = bytes_of(path());
    EXPECT_THROW(SqliteJournal{path()}, JournalRefused);
    EXPECT_THROW(JournalReader{path()}, std::runtime_error);
    EXPECT_EQ(bytes_of(path()), before);
    EXPECT_EQ(mode_of(path()), 0644u);
    EXPECT_FALSE(fs::exists(path().parent_path() / "poise.lock"));
}

TEST_F(ASqliteJournal, RefusesANewerSchemaThatIsStillInTheWal) {
    fs::create_directory(path().parent_path());
    const fs::path original = folder_.path() / "original.db";
    {
        SqliteJournal journal{original};
        journal.append({note("x")});
    }
    SQLite::Database newer{original.string(), SQLite::OPEN_READWRITE};
    newer.exec("PRAGMA user_version=3");
    fs::copy(original, path());
    fs::copy(original.string() + "-wal", path().string() + "-wal");
    const std::string before = bytes_of(path());
    const std::string wal_before = bytes_of(path().string() + "-wal");
    EXPECT_THROW(SqliteJournal{path()}, JournalRefused);
    EXPECT_EQ(bytes_of(path()), before);
    EXPECT_EQ(bytes_of(path().string() + "-wal"), wal_before);
}

TEST_F(ASqliteJournal, RefusesTheDatabaseOfAnotherProgram) {
    fs::create_directory(path().parent_path());
    {
        SQLite::Database other{path().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        other.exec("CREATE TABLE bookmarks(url TEXT)");
    }
    const std::string before = bytes_of(path());
    EXPECT_THROW(SqliteJournal{path()}, JournalRefused);
    EXPECT_THROW(JournalReader{path()}, std::runtime_error);
    EXPECT_EQ(bytes_of(path()), before);
}

TEST_F(ASqliteJournal, RemembersWhatIsStillInForceHoweverOldItIs) {
    SqliteJournal journal{path()};
    const auto at = [](int day) { return sample_stamp(std::chrono::days{day}); };
    const std::vector<Fact> in_force{{at(0), Safety{{"fever"}}},
                                     {at(1), Safety{}},
                                     {at(2), Safety{{"chest_pressure"}}},
                                     {at(3), DriverChosen{Driver::disc}},
                                     {at(4), PromptOutcome{1, Kind::workstation_check, Outcome::taken, true, {}}},
                                     {at(5), PromptOutcome{2, Kind::workstation_check, Outcome::withdrawn, true, {}}},
                                     {at(6), PromptOutcome{3, Kind::strength, Outcome::taken, true, {}}},
                                     {at(7), PostureChange{Posture::standing, "cli"}},
                                     {at(8), Noted{std::string{introduction_shown}}}};
    journal.append({{at(0), PostureChange{Posture::sitting, "cli"}}, {at(0), DriverChosen{Driver::curves}}});
    journal.append(in_force);
    std::vector<Fact> many;
    for (int i = 0; i < 1500; ++i) many.push_back(note("old", std::chrono::days{8}));
    journal.append(many);
    const Fact recent = note("recent", std::chrono::days{200});
    journal.append({recent});

    std::vector<Fact> expected = in_force;
    expected.insert(expected.end(), 999, many.back());
    expected.push_back(recent);
    EXPECT_EQ(journal.recent(sample_moment(std::chrono::days{201})), expected);
}

TEST_F(ASqliteJournal, KnowsWhichIdsAreSpentAfterALongLeave) {
    SqliteJournal journal{path()};
    journal.append(
        {bout(41, 1h, SpanEnd::left), {sample_stamp(1h), PromptOutcome{77, Kind::breath, Outcome::taken, true, {}}}});
    const Moment a_year_later = sample_moment(std::chrono::days{365});
    const State state = restore({}, own_guide(), journal.recent(a_year_later), a_year_later);
    EXPECT_EQ(state.memory.next_span, 42);
    EXPECT_EQ(state.memory.next_prompt, 78);
}

TEST_F(ASqliteJournal, WritesNothingForNothing) {
    SqliteJournal journal{path()};
    journal.append({});
    journal.append({{sample_stamp(), Shown{1}}});
    EXPECT_EQ(text("SELECT count(*) FROM fact"), "1\n");
    EXPECT_EQ(text("SELECT count(*) FROM day"), "0\n");
}

} // namespace
} // namespace poise::test
