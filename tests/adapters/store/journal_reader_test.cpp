// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal_reader.hpp"

#include "child_work.hpp"
#include "sample_facts.hpp"
#include "scoped.hpp"
#include "sqlite_journal.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace poise::test {
namespace {

namespace fs = std::filesystem;

class AJournalReader : public testing::Test {
protected:
    [[nodiscard]] fs::path path() const { return folder_.path() / "poise.db"; }
    ScratchFolder folder_;
};

TEST_F(AJournalReader, SaysThatThereIsNoJournalYet) {
    try {
        JournalReader reader{path()};
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_EQ(error.what(), path().string() + ": there is no journal yet");
    }
    EXPECT_TRUE(fs::is_empty(folder_.path())) << "and makes none";
}

TEST_F(AJournalReader, SeesWhatTheDaemonWritesMeanwhile) {
    SqliteJournal journal{path()};
    JournalReader reader{path()};
    EXPECT_EQ(reader.first_day(), std::nullopt);
    EXPECT_EQ(reader.open_bout(), std::nullopt);
    journal.append({bout(1, 10min)});
    EXPECT_EQ(reader.first_day(), sample_day);
    EXPECT_EQ(reader.open_bout(), std::get<Bout>(bout(1, 10min).body));
    journal.append({bout(1, 11min, SpanEnd::left), {sample_stamp(72h), Noted{"x"}}});
    EXPECT_EQ(reader.open_bout(), std::nullopt);
    EXPECT_EQ(reader.last_day(), sample_day + std::chrono::days{3});
}

TEST_F(AJournalReader, FindsTheOpenBoutBehindOtherSpans) {
    SqliteJournal journal{path()};
    journal.append({bout(1, 10min), {sample_stamp(11min), Unseen{2, sample_stamp(10min), SpanEnd::open, "", {}, {}}}});
    EXPECT_EQ(JournalReader{path()}.open_bout(), std::get<Bout>(bout(1, 10min).body));
}

TEST_F(AJournalReader, ReadsTheDaysItIsAskedFor) {
    SqliteJournal journal{path()};
    for (int day = 0; day < 5; ++day) {
        const Duration later = day * 24h;
        journal.append({bout(1 + day, 30min, SpanEnd::left, later),
                        note("day " + std::to_string(day), later),
                        {sample_stamp(later), Snooze{1, Kind::snack, 5min}},
                        {sample_stamp(later), Checkin{day, "", "", "", {}, {}, false, 20min + 1ms}}});
    }
    JournalReader reader{path()};
    const Days days = reader.days(sample_day + std::chrono::days{1}, sample_day + std::chrono::days{3});
    ASSERT_EQ(days.size(), 3u);
    EXPECT_EQ(days.begin()->first, sample_day + std::chrono::days{1});
    EXPECT_EQ(days.begin()->second.working, 30min);
    EXPECT_EQ(days.begin()->second.hours[9], 30min);
    EXPECT_EQ(days.begin()->second.kinds[index(Kind::snack)].snoozes, 1);
    EXPECT_EQ(days.begin()->second.pains, (std::vector<PainRecord>{{9, 1, 20min + 1ms}}));
    EXPECT_THAT(days.begin()->second.notices, testing::ElementsAre("day 1"));
    int count = 0;
    EXPECT_EQ(reader.facts(sample_day, sample_day, [&](const Fact&) { ++count; }), 0u);
    EXPECT_EQ(count, 4);
}

int statements = 0;
int count_statement(unsigned, void*, void*, void*) {
    ++statements;
    return 0;
}

TEST_F(AJournalReader, AsksForTenYearsInAsManyStatementsAsForADay) {
    {
        SqliteJournal journal{path()};
        std::vector<Fact> facts;
        for (int day = 0; day < 400; ++day) {
            facts.push_back(note("x", day * 24h));
            facts.push_back({sample_stamp(day * 24h), KeyTask{"task " + std::to_string(day)}});
        }
        journal.append(facts);
    }
    const auto statements_for = [&](Day from, Day to) {
        // Every connection of this process that is opened from here on is counted.
        static const auto count = +[](sqlite3* database, char**, const sqlite3_api_routines*) {
            return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, count_statement, nullptr);
        };
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(count));
        JournalReader reader{path()};
        statements = 0;
        // All that a report asks for.
        EXPECT_FALSE(reader.days(from, to).empty());
        EXPECT_EQ(reader.open_bout(), std::nullopt);
        EXPECT_THAT(reader.chosen(to).key_task, testing::StartsWith("task "));
        sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(count));
        return statements;
    };
    const int for_a_day = statements_for(sample_day, sample_day);
    EXPECT_EQ(statements_for(first_of_all, last_of_all), for_a_day);
    EXPECT_LE(for_a_day,
              14); // the version twice, three tables, the bout, what was chosen, and transactions around them
}

PlanChange load_change(int load) { return {PlanStep::load, {}, {load, 0, {}}, "why " + std::to_string(load)}; }

TEST_F(AJournalReader, FindsWhatWasChosenByTheEndOfADay) {
    SqliteJournal journal{path()};
    EXPECT_EQ(JournalReader{path()}.chosen(last_of_all), Chosen{});
    journal.append({{sample_stamp(0h), KeyTask{"first"}},
                    {sample_stamp(0h), DriverChosen{Driver::stenosis}},
                    {sample_stamp(0h), load_change(2)},
                    {sample_stamp(24h), KeyTask{"second"}},
                    {sample_stamp(24h), LeversChosen{{"A1", "E2"}}},
                    {sample_stamp(24h), load_change(3)}});
    JournalReader reader{path()};
    EXPECT_EQ(reader.chosen(sample_day), (Chosen{"first", {}, Driver::stenosis, load_change(2)}));
    EXPECT_EQ(reader.chosen(last_of_all), (Chosen{"second", {"A1", "E2"}, Driver::stenosis, load_change(3)}));
}

TEST_F(AJournalReader, ProposesNoChangeThatWasAnsweredOrIsOfAnotherProgramme) {
    SqliteJournal journal{path()};
    const auto proposed = [&] { return JournalReader{path()}.chosen(last_of_all).change; };
    journal.append({{sample_stamp(0h), load_change(2)}});
    EXPECT_EQ(proposed(), load_change(2));
    journal.append({{sample_stamp(1h), PlanChange{PlanStep::accepted, {}, {2, 0, {}}, "yes"}}});
    EXPECT_EQ(proposed(), std::nullopt);
    journal.append({{sample_stamp(2h), load_change(3)}, {sample_stamp(3h), DriverChosen{Driver::disc}}});
    EXPECT_EQ(proposed(), std::nullopt);
}

/// What `poise report` asks for is found without a look at every fact.
TEST_F(AJournalReader, LooksUpWhatWasChosenInAnIndex) {
    SqliteJournal journal{path()};
    SQLite::Database database{path().string()};
    for (const char* sort : {"key_task", "levers", "driver", "plan"}) {
        SQLite::Statement plan{database, std::string{"EXPLAIN QUERY PLAN SELECT seq FROM fact WHERE fact='"} + sort +
                                             "' AND day<='2026-11-23' ORDER BY seq DESC LIMIT 1"};
        ASSERT_TRUE(plan.executeStep());
        EXPECT_EQ(plan.getColumn(3).getString(), "SEARCH fact USING INDEX fact_lasting (fact=?)");
    }
}

/// A folder that nobody may write to, as on a mounted backup, with these files of a journal in it.
class AReadOnlyFolder : public AJournalReader, public testing::WithParamInterface<std::vector<const char*>> {};

TEST_P(AReadOnlyFolder, CanBeReadWithWhatIsStillInTheWal) {
    const fs::path backup = folder_.path() / "backup 100% #1?";
    fs::create_directory(backup);
    const bool with_wal = !GetParam().empty();
    std::vector<Fact> expected{note("a"), bout(1, 1min)};
    {
        SqliteJournal journal{path()};
        journal.append({expected[0]});
        if (!with_wal) expected.pop_back();
        if (with_wal) journal.append({expected[1]});
        for (const char* suffix : GetParam())
            fs::copy(path().string() + suffix, (backup / "poise.db").string() + suffix);
        if (with_wal) fs::copy(path(), backup / "poise.db");
    }
    if (!with_wal) fs::copy(path(), backup / "poise.db");
    for (const auto& file : fs::directory_iterator(backup)) ::chmod(file.path().c_str(), 0444);
    ::chmod(backup.c_str(), 0555);
    ::chmod(folder_.path().c_str(), 0755); // the journal had closed it
    EXPECT_EQ(in_a_child([&]() -> std::string {
                  if (::geteuid() == 0 && ::setuid(65534) != 0) return "cannot become nobody";
                  if (all_facts_in(backup / "poise.db") != expected) return "other facts";
                  return all_days_in(backup / "poise.db") == added_up(expected) ? "" : "other days";
              }),
              "");
    const auto files = std::distance(fs::directory_iterator(backup), fs::directory_iterator());
    EXPECT_EQ(files, 1 + static_cast<std::ptrdiff_t>(GetParam().size())) << "nothing may be left behind";
    ::chmod(backup.c_str(), 0755);
}

INSTANTIATE_TEST_SUITE_P(Files, AReadOnlyFolder,
                         testing::Values(std::vector<const char*>{}, std::vector<const char*>{"-wal"},
                                         std::vector<const char*>{"-wal", "-shm"}));

TEST_F(AJournalReader, SaysThatTheJournalIsDamaged) {
    { SqliteJournal journal{path()}; }
    {
        std::string bytes = bytes_of(path());
        bytes.replace(0, 16, "not SQLite at all");
        std::ofstream{path(), std::ios::binary} << bytes;
    }
    try {
        JournalReader reader{path()};
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_EQ(error.what(), path().string() + ": the journal is damaged");
    }
}

} // namespace
} // namespace poise::test
