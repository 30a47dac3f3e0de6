// SPDX-License-Identifier: GPL-3.0-or-later
// poise export and poise import on journals of the real SqliteJournal. (That what is exported is imported as it was is
// tested in store, with random lives.)
#include "poise_program.hpp"
#include "sample_facts.hpp"
#include "sqlite_journal.hpp"

#include <SQLiteCpp/Database.h>

#include <gmock/gmock.h>

namespace poise::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string open_header = "{\"schema\":\"poise-journal\",\"version\":1,\"sensitive\":false}\n";

std::vector<Fact> a_life() {
    Checkin checkin;
    checkin.pain = 4;
    checkin.region = "lumbar";
    return {bout(1, 50min, SpanEnd::left),
            note("plain"),
            {sample_stamp(1h), Safety{{"fever"}}},
            {sample_stamp(2h), PromptOutcome{1, Kind::snack, Outcome::withdrawn, true, Why::exercise_off}},
            {sample_stamp(3h), DriverChosen{Driver::disc}},
            {sample_stamp(4h), checkin}};
}

class Transfer : public testing::Test {
protected:
    Person person;
    Person another;

    static void record(const Person& whose, const std::vector<Fact>& facts) {
        SqliteJournal{whose.journal()}.append(facts);
    }
    [[nodiscard]] fs::path file() const { return person.home() / "export.jsonl"; }
};

TEST_F(Transfer, TakesAWholeJournalToAnotherPlace) {
    record(person, a_life());
    EXPECT_EQ(person.runs({"export", "-o", file().string(), "--include-sensitive"}), (Ran{0, "", ""}));
    EXPECT_EQ(fs::status(file()).permissions(), fs::perms{0600});
    EXPECT_EQ(another.runs({"import", file().string()}), (Ran{0, "6 facts are imported\n", ""}));
    EXPECT_TRUE(all_facts_in(another.journal()) == a_life());
    EXPECT_EQ(another.runs({"export", "--include-sensitive"}).output, text_of(file()));
    EXPECT_EQ(another.runs({"report", "--week", "2026-W48"}), person.runs({"report", "--week", "2026-W48"}));
}

TEST_F(Transfer, LeavesOutWhatIsSealedUnlessAskedForIt) {
    record(person, a_life());
    const Ran ran = person.runs({"export"});
    EXPECT_EQ(ran.exit, 0);
    EXPECT_EQ(ran.errors, "");
    EXPECT_THAT(ran.output, StartsWith(open_header));
    for (const char* sealed : {"fever", "disc", "lumbar", "exercise_off", "safety", "driver", "\"fact\":\"checkin"}) {
        EXPECT_THAT(ran.output, Not(HasSubstr(sealed)));
    }
    EXPECT_EQ(std::ranges::count(ran.output, '\n'), 4);
    EXPECT_EQ(another.runs({"import", "-"}, ran.output), (Ran{0, "3 facts are imported\n", ""}));
    EXPECT_EQ(another.runs({"export"}), ran);
}

TEST_F(Transfer, WritesWhileADaemonDoes) {
    SqliteJournal daemon{person.journal()};
    daemon.append({note("in the WAL")});
    EXPECT_THAT(person.runs({"export"}).output, HasSubstr("in the WAL"));
}

TEST_F(Transfer, WritesTheHeaderAloneWhereThereIsNothing) {
    EXPECT_EQ(person.runs({"export"}), (Ran{0, open_header, ""}));
    EXPECT_FALSE(fs::exists(person.journal().parent_path())) << "asking leaves no trace";
    EXPECT_EQ(person.runs({"import", "-"}, open_header), (Ran{0, "0 facts are imported\n", ""}));
}

TEST_F(Transfer, LeavesTheFolderToItsOwnerAlone) {
    const fs::path folder = person.journal().parent_path();
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms{0755});
    EXPECT_EQ(person.runs({"import", "-"}, open_header).exit, 0);
    EXPECT_EQ(fs::status(folder).permissions(), fs::perms::owner_all);
}

TEST_F(Transfer, EndsQuietlyWhenTheReaderGoesAway) {
    record(person, std::vector<Fact>(2'000, note(std::string(100, 'x'))));
    EXPECT_EQ(person.runs_with(Spoiled::not_wanted, {"export"}), (Ran{0, "", ""}));
    EXPECT_EQ(person.runs_with(Spoiled::full, {"export"}),
              (Ran{1, "", "poise: cannot write to standard output: No space left on device\n"}));
}

TEST_F(Transfer, SaysHowManyFactsItCouldNotRead) {
    record(person, {note("a"), note("b"), note("c")});
    SQLite::Database{person.journal().string(), SQLite::OPEN_READWRITE}.exec("UPDATE fact SET body='{' WHERE seq=2");
    const Ran ran = person.runs({"export"});
    EXPECT_EQ(ran.exit, 4);
    EXPECT_EQ(std::ranges::count(ran.output, '\n'), 3);
    EXPECT_EQ(ran.errors, "poise: " + person.journal().string() +
                              ": facts that could not be understood: 1; the rest is exported\n");
}

TEST_F(Transfer, SaysEverythingThatIsWrongWithAFileAndImportsNothing) {
    write_text(file(), open_header + "{\"fact\":\"notice\"}\nnothing\n");
    const Ran ran = person.runs({"import", file().string()});
    EXPECT_EQ(ran.exit, 4);
    EXPECT_EQ(ran.output, "");
    EXPECT_THAT(ran.errors, StartsWith(file().string() + ":2: at: a text is expected\n"));
    EXPECT_THAT(ran.errors, HasSubstr("\n" + file().string() + ":3: no JSON object\n"));
    EXPECT_FALSE(fs::exists(person.journal()));
    EXPECT_EQ(person.runs({"import", "-"}, "\x1b[31m\n"), (Ran{4, "", "standard input:1: no JSON object\n"}));
    EXPECT_EQ(person.runs({"import", "/nowhere"}),
              (Ran{4, "", "poise: /nowhere: cannot be read: No such file or directory\n"}));
}

TEST_F(Transfer, FillsAnEmptyJournalOnly) {
    record(person, {note("mine")});
    const Ran ran = person.runs({"import", "-"}, open_header);
    EXPECT_EQ(ran, (Ran{4, "",
                        "poise: " + person.journal().string() +
                            ": holds 1 fact already, and an import fills an empty journal only\n"}));
    ASSERT_TRUE(SqliteJournal{person.journal()}.erase_all());
    EXPECT_EQ(person.runs({"import", "-"}, open_header).exit, 0);
}

TEST_F(Transfer, IsRefusedWhileADaemonKeepsTheJournal) {
    const SqliteJournal daemon{person.journal()};
    EXPECT_EQ(person.runs({"import", "-"}, open_header),
              (Ran{1, "", "poise: poised keeps the journal open: stop it first (systemctl --user stop poised)\n"}));
}

} // namespace
} // namespace poise::test
