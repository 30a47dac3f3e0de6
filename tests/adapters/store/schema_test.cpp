// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema.hpp"

#include "sample_facts.hpp"
#include "scoped.hpp"
#include "sqlite_journal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <array>

namespace poise::test {
namespace {

namespace fs = std::filesystem;

class AnOlderJournal : public testing::Test {
protected:
    AnOlderJournal() {
        SqliteJournal journal{path()};
        journal.append({note("from long ago")});
        connect().run("ALTER TABLE day DROP COLUMN goes; PRAGMA user_version=1");
    }
    [[nodiscard]] fs::path path() const { return folder_.path() / "poise.db"; }
    [[nodiscard]] Connection connect() const {
        return {path().string(), SQLite::OPEN_READWRITE, std::chrono::milliseconds{0}};
    }

    ScratchFolder folder_;
    const fs::path backup_ = path().string() + ".backup-v1";
};

constexpr std::array<Migration, 2> steps{{
    {2, "ALTER TABLE fact ADD COLUMN mood TEXT; UPDATE fact SET mood='good'"},
    {3, "CREATE TABLE chair(height INTEGER); INSERT INTO chair VALUES(47)"},
}};

TEST_F(AnOlderJournal, IsBackedUpAndBroughtUpToDate) {
    auto connection = connect();
    EXPECT_TRUE(migrate(connection, path(), steps));
    EXPECT_EQ(connection.number("PRAGMA user_version"), 3);
    EXPECT_EQ(connection.number("SELECT count(*) FROM fact WHERE mood='good'"), 1);
    EXPECT_EQ(connection.number("SELECT height FROM chair"), 47);

    struct stat status {};
    ASSERT_EQ(::stat(backup_.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777u, 0600u);
    EXPECT_THAT(notices_in(backup_), testing::ElementsAre("from long ago"));
    EXPECT_FALSE(migrate(connection, path(), steps)) << "once is enough";
}

TEST_F(AnOlderJournal, TakesOnlyTheStepsItHasNotTaken) {
    auto connection = connect();
    EXPECT_TRUE(migrate(connection, path(), std::span{steps}.first(1)));
    EXPECT_TRUE(migrate(connection, path(), steps));
    EXPECT_EQ(connection.number("PRAGMA user_version"), 3);
    EXPECT_TRUE(fs::exists(path().string() + ".backup-v2"));
}

TEST_F(AnOlderJournal, StaysAtTheLastStepThatWorked) {
    constexpr std::array<Migration, 2> failing{
        {steps[0], {3, "CREATE TABLE chair(height); INSERT INTO sofa VALUES(1)"}}};
    auto connection = connect();
    EXPECT_THROW(migrate(connection, path(), failing), SQLite::Exception);
    EXPECT_EQ(connection.number("PRAGMA user_version"), 2);
    EXPECT_EQ(connection.number("SELECT count(*) FROM sqlite_schema WHERE name='chair'"), 0);
    EXPECT_TRUE(fs::exists(backup_));
}

TEST_F(AnOlderJournal, IsNotTouchedWhereThereIsNoBackup) {
    fs::create_directories(backup_ / "in the way");
    auto connection = connect();
    EXPECT_ANY_THROW(migrate(connection, path(), steps));
    EXPECT_EQ(connection.number("PRAGMA user_version"), 1);
}

TEST_F(AnOlderJournal, OfVersionOneIsReadAsItIsAndBroughtUpToDateByTheNextWriter) {
    EXPECT_EQ(all_days_in(path()).size(), 1U);
    EXPECT_EQ(connect().number("PRAGMA user_version"), 1);
    {
        SqliteJournal journal{path()};
        journal.append({{sample_stamp(), Freer{true}}});
    }
    EXPECT_EQ(connect().number("PRAGMA user_version"), 2);
    EXPECT_TRUE(fs::exists(backup_));
    EXPECT_THAT(notices_in(path()), testing::ElementsAre("from long ago"));
    EXPECT_EQ(all_days_in(path()).begin()->second.freer, true);
}

TEST(TheSchema, FitsOnTheFirstPage) {
    ScratchFolder folder;
    { SqliteJournal journal{folder.path() / "poise.db"}; }
    Connection connection{(folder.path() / "poise.db").string(), SQLite::OPEN_READONLY, std::chrono::milliseconds{0}};
    EXPECT_EQ(connection.number("SELECT count(*) FROM dbstat WHERE name='sqlite_schema'"), 1);
    EXPECT_EQ(connection.number("SELECT rootpage FROM sqlite_schema WHERE name='fact'"), 2);
    EXPECT_EQ(connection.number("PRAGMA page_size"), 4096);
}

} // namespace
} // namespace poise::test
