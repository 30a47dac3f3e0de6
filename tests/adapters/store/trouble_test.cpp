// SPDX-License-Identifier: GPL-3.0-or-later
// A journal that cannot be written for a while: it says so, keeps the facts, and writes them in order when it can.
#include "child_work.hpp"
#include "importing.hpp"
#include "journal_reader.hpp"
#include "private_mounts.hpp"
#include "sample_facts.hpp"
#include "scoped.hpp"
#include "sqlite_journal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

namespace poise::test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

const std::string not_allowed = "private mounts are not allowed here";

#define POISE_EXPECT_NOTHING_SAID(said)                                                                                \
    do {                                                                                                               \
        const std::string what = (said);                                                                               \
        if (what == not_allowed) GTEST_SKIP() << what;                                                                 \
        EXPECT_EQ(what, "");                                                                                           \
    } while (false)

/// In the child there is no Google Test: the first thing that is not as it should be is what is returned.
class Checks {
public:
    template <class Left, class Right>
    void equal(const Left& is, const Right& expected, const std::string& what) {
        if (is == expected || !complaint_.empty()) return;
        complaint_ = what + ": " + testing::PrintToString(is) + " is not " + testing::PrintToString(expected);
    }
    void holds(bool is, const std::string& what) {
        if (!is && complaint_.empty()) complaint_ = what;
    }
    [[nodiscard]] const std::string& complaint() const { return complaint_; }

private:
    std::string complaint_;
};

using Texts = std::vector<std::string>;

TEST(SqliteJournal, KeepsFactsWhileAnotherProgramHasLockedIt) {
    ScratchFolder folder;
    const auto path = folder.path() / "poise.db";
    SqliteJournal journal{path};
    journal.append({note("a")});
    SQLite::Database other{path.string(), SQLite::OPEN_READWRITE};
    other.exec("BEGIN EXCLUSIVE");
    journal.append({note("b"), bout(1, 1min)});
    journal.append({note("c"), bout(1, 2min)});
    EXPECT_EQ(journal.health().trouble, "another program has locked the journal");
    EXPECT_EQ(journal.health().waiting, 3u);
    EXPECT_THAT(notices_in(path), ElementsAre("a"));
    other.exec("COMMIT");
    journal.append({});
    EXPECT_EQ(journal.health().trouble, "");
    EXPECT_EQ(journal.health().waiting, 0u);
    EXPECT_EQ(all_facts_in(path), (std::vector<Fact>{note("a"), note("b"), note("c"), bout(1, 2min)}));
    EXPECT_EQ(all_days_in(path), added_up(all_facts_in(path)));
}

TEST(SqliteJournal, IsLockedForNoLongerThanAPromptCanWait) {
    ScratchFolder folder;
    SqliteJournal journal{folder.path() / "poise.db"};
    SQLite::Database other{(folder.path() / "poise.db").string(), SQLite::OPEN_READWRITE};
    other.exec("BEGIN EXCLUSIVE");
    const auto before = std::chrono::steady_clock::now();
    journal.append({note("a")});
    EXPECT_LT(std::chrono::steady_clock::now() - before, 2s); // 250 ms; the machine may be busy
}

TEST(SqliteJournal, SpendsNoIdTwiceThoughItCouldNotReadThoseOfBefore) {
    ScratchFolder folder;
    const auto path = folder.path() / "poise.db";
    const Fact before = bout(5, 1h, SpanEnd::left);
    const Fact asked{sample_stamp(), PromptOutcome{9, Kind::snack, Outcome::taken, true, {}}};
    {
        SqliteJournal journal{path};
        journal.append({before, asked});
    }
    std::optional<SQLite::Database> other{std::in_place, path.string(), SQLite::OPEN_READWRITE};
    other->exec("PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE");
    SqliteJournal journal{path};
    EXPECT_EQ(journal.health().trouble, "another program has locked the journal");
    EXPECT_TRUE(journal.recent(sample_moment(2h)).empty());
    journal.append({bout(1, 1min, SpanEnd::open, 2h)}); // what a daemon does that starts from nothing
    EXPECT_EQ(journal.health().waiting, 1u);
    other.reset();
    journal.append({bout(1, 2min, SpanEnd::left, 2h),
                    {sample_stamp(3h), PromptOutcome{1, Kind::breath, Outcome::taken, true, {}}}});
    EXPECT_EQ(journal.health().trouble, "");
    EXPECT_EQ(all_facts_in(path),
              (std::vector<Fact>{before,
                                 asked,
                                 bout(6, 2min, SpanEnd::left, 2h),
                                 {sample_stamp(3h), PromptOutcome{10, Kind::breath, Outcome::taken, true, {}}}}));
}

TEST(SqliteJournal, SaysLateWhatIsInForceWhereItCouldNotBeReadAtTheStart) {
    ScratchFolder folder;
    const auto path = folder.path() / "poise.db";
    { SqliteJournal{path}.append({{sample_stamp(), DriverChosen{Driver::stenosis}}, {sample_stamp(), Safety{{"a"}}}}); }
    std::optional<SQLite::Database> other{std::in_place, path.string(), SQLite::OPEN_READWRITE};
    other->exec("PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE");
    SqliteJournal journal{path};
    std::vector<InForce> said;
    journal.when_read_late([&](const InForce& in_force) { said.push_back(in_force); });
    EXPECT_TRUE(journal.recent(sample_moment(2h)).empty());
    journal.append({{sample_stamp(1h), Safety{{"b"}}}}); // by somebody who does not know of the other
    EXPECT_TRUE(said.empty());
    other.reset();
    journal.append({note("a")});
    journal.append({note("b")});
    EXPECT_EQ(said, (std::vector<InForce>{{Driver::stenosis, {"a", "b"}, false}}));
}

TEST(AnImport, LeavesNothingOnADiskThatIsTooSmallForIt) {
    ScratchFolder folder;
    POISE_EXPECT_NOTHING_SAID(in_a_child([&]() -> std::string {
        if (!enter_private_mounts()) return not_allowed;
        mount_small_disk(folder.path(), "512k");
        const auto path = folder.path() / "poise.db";
        Checks check;
        std::string why = "nothing";
        try {
            import_facts(path, std::vector<Fact>(1'000, note(std::string(1'000, 'x'))));
        } catch (const std::runtime_error& error) {
            why = error.what();
        }
        check.equal(why, path.string() + ": the disk is full", "why not");
        check.equal(notices_in(path), Texts{}, "what is left of it");
        import_facts(path, {note("small")});
        check.equal(notices_in(path), Texts{"small"}, "what fits");
        return check.complaint();
    }));
}

TEST(SqliteJournal, KeepsFactsWhileTheDiskIsFull) {
    ScratchFolder folder;
    POISE_EXPECT_NOTHING_SAID(in_a_child([&]() -> std::string {
        if (!enter_private_mounts()) return not_allowed;
        mount_small_disk(folder.path(), "512k");
        const auto path = folder.path() / "poise.db";
        const auto filler = folder.path() / "filler";
        SqliteJournal journal{path};
        Checks check;
        journal.append({note("0")});
        std::ofstream{filler} << std::string(1'000'000, 'x');
        Texts expected{"0"};
        for (int i = 1; i < 400; ++i) { // what pages are there already are soon full
            expected.push_back(std::to_string(i));
            journal.append({note(expected.back())});
        }
        check.equal(journal.health().trouble, "the disk is full", "trouble");
        check.holds(journal.health().waiting > 100, "facts wait");
        const Texts written = notices_in(path);
        check.equal(Texts(expected.begin(), expected.begin() + static_cast<std::ptrdiff_t>(written.size())), written,
                    "written before");
        check.equal(written.size() + journal.health().waiting, expected.size(), "written and waiting");
        fs::remove(filler);
        expected.emplace_back("last");
        journal.append({note("last")});
        check.equal(journal.health().trouble, "", "trouble when there is room");
        check.equal(notices_in(path), expected, "in the end");
        check.equal(all_days_in(path), added_up(all_facts_in(path)), "roll-up");
        return check.complaint();
    }));
}

TEST(SqliteJournal, StartsOnAFullDisk) {
    ScratchFolder folder;
    POISE_EXPECT_NOTHING_SAID(in_a_child([&]() -> std::string {
        if (!enter_private_mounts()) return not_allowed;
        mount_small_disk(folder.path(), "256k");
        const auto path = folder.path() / "poise" / "poise.db";
        const auto filler = folder.path() / "filler";
        std::ofstream{filler} << std::string(1'000'000, 'x');
        SqliteJournal journal{path};
        Checks check;
        check.holds(!journal.health().trouble.empty(), "trouble at the start");
        journal.append({note("a")});
        check.equal(journal.health().waiting, 1u, "waiting");
        fs::remove(filler);
        journal.append({note("b")});
        check.equal(journal.health().trouble, "", "trouble when there is room");
        check.equal(notices_in(path), Texts{"a", "b"}, "in the end");
        return check.complaint();
    }));
}

/// With what is in the WAL after a crash, or without one as a clean stop leaves it.
TEST(SqliteJournal, KnowsARedFlagThoughTheDiskFilledUpBeforeTheStart) {
    ScratchFolder folder;
    POISE_EXPECT_NOTHING_SAID(in_a_child([&]() -> std::string {
        if (!enter_private_mounts()) return not_allowed;
        mount_small_disk(folder.path(), "1m");
        const Fact flag{sample_stamp(), Safety{{"fever"}}};
        const auto stopped = folder.path() / "stopped" / "poise.db";
        const auto crashed = folder.path() / "crashed" / "poise.db";
        fs::create_directory(crashed.parent_path());
        {
            SqliteJournal journal{stopped};
            journal.append({flag});
            for (const char* suffix : {"", "-wal"}) fs::copy(stopped.string() + suffix, crashed.string() + suffix);
        }
        const auto filler = folder.path() / "filler";
        std::ofstream{filler} << std::string(2'000'000, 'x');
        SqliteJournal after_stop{stopped};
        SqliteJournal after_crash{crashed};
        Checks check;
        check.holds(!after_stop.health().trouble.empty(), "trouble at the start");
        check.equal(after_stop.recent(sample_moment(1h)), std::vector<Fact>{flag}, "after a stop");
        check.equal(after_crash.recent(sample_moment(1h)), std::vector<Fact>{flag}, "after a crash");
        fs::remove(filler);
        after_stop.append({note("a")});
        check.equal(all_facts_in(stopped), std::vector<Fact>{flag, note("a")}, "when there is room");
        return check.complaint();
    }));
}

TEST(SqliteJournal, KeepsFactsWhileTheDiskReportsErrors) {
    ScratchFolder folder;
    EXPECT_EQ(in_a_child([&] {
                  const auto path = folder.path() / "poise.db";
                  std::signal(SIGXFSZ, SIG_IGN);
                  SqliteJournal journal{path};
                  Checks check;
                  journal.append({note("a")});
                  const rlimit before = [] {
                      rlimit limit{};
                      ::getrlimit(RLIMIT_FSIZE, &limit);
                      return limit;
                  }();
                  const rlimit nothing_more{fs::file_size(path.string() + "-wal"), before.rlim_max};
                  ::setrlimit(RLIMIT_FSIZE, &nothing_more);
                  journal.append({note("b")});
                  journal.append({note("c")});
                  check.equal(journal.health().trouble, "the disk reports an error for the journal", "trouble");
                  check.equal(journal.health().waiting, 2u, "waiting");
                  ::setrlimit(RLIMIT_FSIZE, &before);
                  journal.append({note("d")});
                  check.equal(journal.health().trouble, "", "trouble when it is over");
                  check.equal(notices_in(path), Texts{"a", "b", "c", "d"}, "in the end");
                  return check.complaint();
              }),
              "");
}

TEST(SqliteJournal, KeepsFactsWhileItsDiskIsReadOnly) {
    ScratchFolder folder;
    POISE_EXPECT_NOTHING_SAID(in_a_child([&]() -> std::string {
        if (!enter_private_mounts()) return not_allowed;
        mount_small_disk(folder.path(), "1m");
        const auto path = folder.path() / "poise.db";
        const Fact flag{sample_stamp(), Safety{{"fever"}}};
        {
            SqliteJournal journal{path};
            journal.append({flag, bout(3, 1min)});
        }
        set_read_only(folder.path(), true);
        SqliteJournal journal{path};
        Checks check;
        check.holds(!journal.health().trouble.empty(), "trouble at the start");
        check.equal(journal.recent(sample_moment(1h)), std::vector<Fact>{flag, bout(3, 1min)}, "a red flag is known");
        journal.append({bout(3, 2min)});
        journal.append({note("a"), bout(3, 3min)});
        check.equal(journal.health().waiting, 2u, "waiting");
        set_read_only(folder.path(), false);
        journal.append({note("b")});
        check.equal(journal.health().trouble, "", "trouble when it is over");
        check.equal(all_facts_in(path), std::vector<Fact>{flag, note("a"), bout(3, 3min), note("b")}, "in the end");
        check.equal(all_days_in(path), added_up(all_facts_in(path)), "roll-up");
        return check.complaint();
    }));
}

TEST(SqliteJournal, BeginsAnewWhereItsFolderIsTakenAway) {
    ScratchFolder folder;
    const auto path = folder.path() / "poise" / "poise.db";
    const Fact flag{sample_stamp(), Safety{{"fever"}}};
    SqliteJournal journal{path};
    journal.append({note("a"), flag, bout(1, 1min)});
    EXPECT_EQ(journal.health().news, std::nullopt);
    fs::rename(folder.path() / "poise", folder.path() / "away");
    journal.append({note("b"), bout(1, 2min)});
    EXPECT_EQ(journal.health().trouble, "");
    ASSERT_TRUE(journal.health().news);
    EXPECT_EQ(journal.health().news->id, "journal_gone");
    const Fact again{note("b").at, Safety{{"fever"}}}; // what keeps exercise off outlives its file
    EXPECT_EQ(all_facts_in(path), (std::vector<Fact>{again, note("b"), bout(1, 2min)}));
    EXPECT_EQ(all_days_in(path), added_up(all_facts_in(path)));
    EXPECT_EQ(all_facts_in(folder.path() / "away" / "poise.db"), (std::vector<Fact>{note("a"), flag, bout(1, 1min)}));
    fs::remove_all(folder.path() / "poise");
    journal.append({note("c")});
    EXPECT_EQ(all_facts_in(path), (std::vector<Fact>{{note("c").at, Safety{{"fever"}}}, note("c")}));
}

TEST(SqliteJournal, GoesOnInAFileThatWasPutInItsPlace) {
    ScratchFolder folder;
    const auto path = folder.path() / "poise.db";
    const auto backup = folder.path() / "backup.db";
    { SqliteJournal{backup}.append({note("from the backup")}); }
    SqliteJournal journal{path};
    journal.append({note("a")});
    fs::rename(backup, path);
    for (const char* rest : {"-wal", "-shm"}) fs::remove(path.string() + rest);
    journal.append({note("b")});
    journal.append({note("c")});
    EXPECT_THAT(notices_in(path), ElementsAre("from the backup", "b", "c"));
    EXPECT_EQ(journal.health().trouble, "");
}

TEST(SqliteJournal, BeginsAnewWhereItsFileIsEmptied) {
    ScratchFolder folder;
    const auto path = folder.path() / "poise.db";
    SqliteJournal journal{path};
    journal.append({{sample_stamp(), Safety{{"fever"}}}});
    fs::resize_file(path, 0);
    fs::resize_file(path.string() + "-wal", 0);
    journal.append({note("a")});
    journal.append({note("b")});
    EXPECT_EQ(journal.health().waiting, 0u);
    EXPECT_EQ(all_facts_in(path), (std::vector<Fact>{{note("a").at, Safety{{"fever"}}}, note("a"), note("b")}));
}

TEST(SqliteJournal, KeepsFactsWhereItMayNotMakeItsFolder) {
    ScratchFolder folder;
    ::chmod(folder.path().c_str(), ::geteuid() == 0 ? 0755 : 0555); // root is nobody in the child, others stay
    EXPECT_EQ(in_a_child([&] {
                  Checks check;
                  check.holds(::geteuid() != 0 || ::setuid(65534) == 0, "become nobody");
                  SqliteJournal journal{folder.path() / "poise" / "poise.db"};
                  journal.append({note("a")});
                  check.holds(!journal.health().trouble.empty(), "trouble");
                  check.equal(journal.health().waiting, 1u, "waiting");
                  return check.complaint();
              }),
              "");
}

} // namespace
} // namespace poise::test
