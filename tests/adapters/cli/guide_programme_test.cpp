// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise_program.hpp"
#include "sample_facts.hpp"
#include "scripted_daemon.hpp"
#include "sqlite_journal.hpp"
#include "test_bus.hpp"

#include <gmock/gmock.h>

namespace poise::test {
namespace {

TEST(GuideProgramme, IsThatOfPreventionUntilOneIsChosen) {
    const Person person;
    EXPECT_EQ(person.runs({"guide", "programme"}), (Ran{0, "P0 prevention\n", ""}));
    SqliteJournal{person.journal()}.append({note("n")});
    EXPECT_EQ(person.runs({"guide", "programme"}), (Ran{0, "P0 prevention\n", ""}));
}

TEST(GuideProgramme, IsReadFromTheJournalHoweverLongAgoItWasChosen) {
    const Person person;
    SqliteJournal journal{person.journal()};
    constexpr Duration years_ago = -24h * 3'000;
    journal.append({{sample_stamp(years_ago), DriverChosen{Driver::disc}},
                    {sample_stamp(years_ago), DriverChosen{Driver::stenosis}},
                    note("later")});
    EXPECT_EQ(person.runs({"guide", "programme"}), (Ran{0, "P4 stenosis\n", ""}));
}

TEST(GuideProgramme, IsChosenThroughTheDaemon) {
    const TestBus bus;
    ScriptedDaemon daemon;
    const Person person;
    const auto chosen = [&] {
        const auto posted = daemon.take_posted();
        EXPECT_EQ(posted.size(), 1u);
        return std::get<ProgrammeChosen>(posted.at(0)).driver;
    };
    EXPECT_EQ(person.runs({"guide", "programme", "stenosis"}), (Ran{0, "", ""}));
    EXPECT_EQ(chosen(), Driver::stenosis);
    EXPECT_EQ(person.runs({"guide", "programme", "P1"}), (Ran{0, "", ""}));
    EXPECT_EQ(chosen(), Driver::posture);
    EXPECT_EQ(person.runs({"guide", "programme", "visceral"}),
              (Ran{0, "Exercise is off until you clear it by hand (poise screen --clear).\n", ""}));
    EXPECT_EQ(chosen(), Driver::visceral);
}

TEST(OwnPractice, IsPrintedFromTheJournalWithTheDaemonDown) { // F2, F3, F4
    const Person person;
    EXPECT_EQ(person.runs({"task"}), (Ran{0, "none\n", ""}));
    EXPECT_EQ(
        person.runs({"levers"}).output,
        "mobility: E8 Thoracic rotation (your programme's)\nstrength: E10.rows Bodyweight rows (your programme's)\n");
    EXPECT_EQ(person.runs({"plan"}).output, "load 1 of 4, progression 0\n");
    {
        SqliteJournal journal{person.journal()};
        journal.append({{sample_stamp(1min), KeyTask{"carry my daughter"}},
                        {sample_stamp(2min), LeversChosen{{"E3", ""}}},
                        {sample_stamp(3min), PlanChange{PlanStep::load, {}, {2, 0, {}}, "It stays as it was."}}});
    }
    EXPECT_EQ(person.runs({"task"}).output, "carry my daughter\n");
    EXPECT_EQ(person.runs({"levers"}).output.substr(0, 22), "mobility: E3 Eagle Arm");
    EXPECT_EQ(person.runs({"plan"}).output, "load 2 of 4, progression 0\nload: It stays as it was.\n");
}

} // namespace
} // namespace poise::test
