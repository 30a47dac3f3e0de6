// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing through the daemon, and by the command itself where none runs.
#include "poise_program.hpp"
#include "sample_facts.hpp"
#include "scripted_daemon.hpp"
#include "sqlite_journal.hpp"
#include "test_bus.hpp"

#include <gmock/gmock.h>

namespace poise::test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr Duration a_day = 24h;

class EraseWithADaemon : public testing::Test {
protected:
    TestBus bus;
    ScriptedDaemon daemon;
    Person person;

    void leaves(std::size_t facts_gone, const std::string& trouble = "") {
        daemon.on_its_thread([&](BusService&, Script& script) {
            script.facts_gone = facts_gone;
            script.trouble_with_erasing = trouble;
        });
    }
    std::vector<std::optional<Day>> erased() {
        return daemon.on_its_thread([](BusService&, Script& script) { return std::exchange(script.erased, {}); });
    }
};

TEST_F(EraseWithADaemon, IsLeftToIt) {
    leaves(4711);
    EXPECT_EQ(person.runs({"erase", "--before", "2026-11-23", "--yes"}), (Ran{0, "4711 facts are gone\n", ""}));
    leaves(1);
    EXPECT_EQ(person.runs({"erase", "--all", "--yes"}), (Ran{0, "1 fact is gone\n", ""}));
    EXPECT_THAT(erased(), ElementsAre(sample_day, std::nullopt));
    EXPECT_FALSE(fs::exists(person.journal().parent_path()));
}

TEST_F(EraseWithADaemon, AsksAtATerminal) {
    leaves(3);
    EXPECT_EQ(person.types({"erase", "--all"}, "\nmaybe\ny\n"),
              (Ran{0, "3 facts are gone\n",
                   "Erase everything, red flags too, from your journal, for good? [y/n] "
                   "Erase everything, red flags too, from your journal, for good? [y/n] "
                   "Erase everything, red flags too, from your journal, for good? [y/n] "}));
    EXPECT_THAT(erased(), ElementsAre(std::nullopt));
    EXPECT_EQ(person.types({"erase", "--before", "2026-11-23"}, "n\n"),
              (Ran{1, "",
                   "Erase everything from before 2026-11-23 from your journal, for good? [y/n] poise: nothing was "
                   "erased\n"}));
    EXPECT_EQ(person.types({"erase", "--all"}, "\x04").exit, 1);
    EXPECT_THAT(erased(), IsEmpty());
}

TEST_F(EraseWithADaemon, ErasesNothingWhereNobodyCanBeAsked) {
    EXPECT_EQ(person.runs({"erase", "--all"}),
              (Ran{2, "", "poise: there is nobody to ask: add --yes to erase without asking\n"}));
    EXPECT_EQ(person.runs({"erase", "--yes"}), (Ran{2, "", "poise: say what to erase: --before DAY, or --all\n"}));
    EXPECT_EQ(person.runs({"erase", "--yes", "--before", "yesterday"}),
              (Ran{2, "", "poise: `yesterday` is no day (expected one such as 2026-11-23)\n"}));
    EXPECT_EQ(person.runs({"erase", "--yes", "--all", "--before", "2026-11-23"}).exit, 2);
    EXPECT_THAT(erased(), IsEmpty());
}

TEST_F(EraseWithADaemon, SaysWhatStays) {
    leaves(0, "another program is reading the journal and keeps what was erased: erase again when it has ended");
    EXPECT_EQ(person.runs({"erase", "--all", "--yes"}),
              (Ran{1, "",
                   "poise: another program is reading the journal and keeps what was erased: erase again when it has "
                   "ended\n"}));
}

class EraseWithoutADaemon : public testing::Test {
protected:
    TestBus bus;
    Person person;

    void SetUp() override {
        SqliteJournal{person.journal()}.append(
            {{sample_stamp(), Safety{{"fever"}}}, note("secret"), note("later", 3 * a_day)});
        write_text(copy(), "secret");
    }
    [[nodiscard]] fs::path copy() const { return person.journal().parent_path() / "poise.db.backup-v0"; }
};

TEST_F(EraseWithoutADaemon, OpensTheJournalItself) {
    EXPECT_EQ(person.runs({"erase", "--before", "2026-11-25", "--yes"}), (Ran{0, "2 facts are gone\n", ""}));
    EXPECT_THAT(notices_in(person.journal()), ElementsAre("later"));
    const auto facts = all_facts_in(person.journal());
    ASSERT_EQ(facts.size(), 2u);
    EXPECT_EQ(std::get<Safety>(facts.back().body).flags, std::vector<std::string>{"fever"}) << "stays in force";
    EXPECT_THAT(bytes_of(person.journal()), testing::Not(HasSubstr("secret")));
    EXPECT_FALSE(fs::exists(copy()));
}

TEST_F(EraseWithoutADaemon, LeavesNothingWhereAllIsErased) {
    EXPECT_EQ(person.runs({"erase", "--all", "--yes"}), (Ran{0, "3 facts are gone\n", ""}));
    EXPECT_THAT(all_facts_in(person.journal()), IsEmpty());
    EXPECT_FALSE(fs::exists(copy()));
    EXPECT_EQ(person.runs({"erase", "--all", "--yes"}), (Ran{0, "0 facts are gone\n", ""}));
}

TEST_F(EraseWithoutADaemon, ReachesACopyWithoutItsJournal) {
    fs::remove(person.journal());
    EXPECT_EQ(person.runs({"erase", "--all", "--yes"}), (Ran{0, "0 facts are gone\n", ""}));
    EXPECT_FALSE(fs::exists(copy()));
}

TEST_F(EraseWithoutADaemon, MakesNoJournalWhereThereIsNone) {
    fs::remove_all(person.journal().parent_path());
    EXPECT_EQ(person.runs({"erase", "--all", "--yes"}), (Ran{0, "0 facts are gone\n", ""}));
    EXPECT_FALSE(fs::exists(person.journal().parent_path()));
}

TEST_F(EraseWithoutADaemon, KeepsOffAJournalThatSomebodyElseWrites) {
    const SqliteJournal daemon_elsewhere{person.journal()};
    EXPECT_EQ(person.runs({"erase", "--all", "--yes"}),
              (Ran{1, "", "poise: poised keeps the journal open: stop it first (systemctl --user stop poised)\n"}));
    EXPECT_THAT(notices_in(person.journal()), ElementsAre("secret", "later"));
}

TEST_F(EraseWithoutADaemon, RecoversADamagedJournalAndErasesWhatThatLeaves) {
    write_text(person.journal(), std::string(8192, 'x'));
    const Ran ran = person.runs({"erase", "--all", "--yes"});
    EXPECT_EQ(ran.exit, 0) << ran;
    EXPECT_EQ(ran.output, "0 facts are gone\n");
    EXPECT_THAT(ran.errors, HasSubstr("was damaged; 0 facts could be read\n"));
    for (const auto& entry : fs::directory_iterator(person.journal().parent_path())) {
        EXPECT_THAT(entry.path().filename().string(), testing::Not(HasSubstr("damaged")));
    }
}

} // namespace
} // namespace poise::test
