// SPDX-License-Identifier: GPL-3.0-or-later
// Reports from journals that the real SqliteJournal has written.
#include "local_times.hpp"
#include "poise_program.hpp"
#include "report_csv.hpp"
#include "report_json.hpp"
#include "sample_facts.hpp"
#include "sqlite_journal.hpp"

#include "poise/iso_time.hpp"

#include <SQLiteCpp/Database.h>

#include <gmock/gmock.h>
#include <sys/stat.h>

namespace poise::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;
using Json = nlohmann::ordered_json;

std::vector<Fact> a_working_morning() {
    std::vector<Fact> facts{bout(1, 50min, SpanEnd::posture, 0min), bout(2, 70min, SpanEnd::open, 60min)};
    for (const Outcome outcome : {Outcome::taken, Outcome::taken, Outcome::partial, Outcome::skipped}) {
        facts.push_back({sample_stamp(30min), PromptOutcome{1, Kind::microbreak, outcome, true, {}}});
    }
    Checkin checkin;
    checkin.pain = 3;
    facts.push_back({sample_stamp(40min), checkin});
    return facts;
}

class ReportCommand : public testing::Test {
protected:
    Person person;
    std::unique_ptr<SqliteJournal> daemon;

    void record(const std::vector<Fact>& facts) {
        if (!daemon) daemon = std::make_unique<SqliteJournal>(person.journal());
        daemon->append(facts);
        ASSERT_EQ(daemon->health().trouble, "");
    }
    /// As the core would report on them.
    static Report report_of(const std::vector<Fact>& facts, Day from, Day to) {
        const Bout* open = nullptr;
        for (const Fact& fact : facts) {
            const auto* bout = std::get_if<Bout>(&fact.body);
            if (bout && bout->end == SpanEnd::open) open = bout;
        }
        return make_report(added_up(facts), from, to, "Europe/Berlin", open);
    }
    [[nodiscard]] Ran fails_to_read() const { return person.runs({"report", "--week", "2026-W48"}); }
};

TEST_F(ReportCommand, GivesTheCoresReportOfAWeekWhileADaemonWrites) {
    const auto facts = a_working_morning();
    record(facts);
    const Ran ran = person.runs({"report", "--week", "2026-W48", "--format", "json"});
    EXPECT_EQ(ran.exit, 0) << ran;
    EXPECT_EQ(ran.errors, "");
    const auto week = report_of(facts, sample_day, sample_day + std::chrono::days{6});
    EXPECT_EQ(Json::parse(ran.output).dump(1), to_json(week).dump(1));
    EXPECT_EQ(week.longest_sit_bout_s, 70 * 60) << "the open bout is in it";
}

TEST_F(ReportCommand, IsForAPersonUnlessAskedOtherwise) {
    record(a_working_morning());
    const Ran ran = person.runs({"report", "--from", "2026-11-23", "--to", "2026-11-23"});
    EXPECT_EQ(ran.exit, 0);
    EXPECT_THAT(ran.output, StartsWith("Week 2026-W48: Mon 2026-11-23 (Europe/Berlin)\n"
                                       "\n"
                                       "Function          not asked or not answered\n"
                                       "Pain              3.0 of 10, the mean of your check-ins "
                                       "(what to expect: poise guide show F9)\n"
                                       "\n"
                                       "Coverage           63 %  2.5 of 4 due  ███████████████\n"
                                       "Adherence          63 %  2.5 of 4 asked  ███████████████\n"));
    EXPECT_THAT(ran.output, HasSubstr("\nLongest sitting   1 h 10 min; longer than 45 min: 2 (S2)\n"));
    person.variables["LC_ALL"] = "C";
    EXPECT_THAT(person.runs({"report", "--from", "2026-11-23", "--to", "2026-11-23"}).output,
                HasSubstr("Coverage           63 %  2.5 of 4 due  ###############\n"));
}

TEST_F(ReportCommand, IsAboutThisWeekSoFarUnlessDaysAreNamed) {
    record({note("n")});
    const auto report = Json::parse(person.runs({"report", "--format", "json"}).output);
    const Day to = *parse_iso_day(report["to"].get<std::string>());
    const Day today = local_day(utc_now(), [](UtcTime) -> Offset { return 1h; });
    EXPECT_LE(std::chrono::abs(to - today), std::chrono::days{1}) << "unless midnight came in between";
    EXPECT_EQ(report["from"], to_iso(monday_of(iso_week(to))));
    EXPECT_EQ(report["week"], to_iso(iso_week(to)));
}

TEST_F(ReportCommand, SaysThatThereIsNoDataYet) {
    EXPECT_EQ(person.runs({"report"}), (Ran{0, "no data yet\n", ""}));
    const Ran ran = person.runs({"report", "--format", "json", "--week", "2026-W48"});
    EXPECT_EQ(ran.exit, 0);
    const auto nothing = report_of({}, sample_day, sample_day + std::chrono::days{6});
    EXPECT_EQ(Json::parse(ran.output).dump(1), to_json(nothing).dump(1));
    EXPECT_FALSE(fs::exists(person.journal().parent_path())) << "asking leaves no trace";
    write_text(person.journal(), "");
    EXPECT_EQ(person.runs({"report"}), (Ran{0, "no data yet\n", ""})) << "a daemon has just begun to make it";
}

TEST_F(ReportCommand, SaysNoDataForDaysOnWhichNothingWas) {
    record(a_working_morning());
    EXPECT_EQ(person.runs({"report", "--week", "2026-W02"}),
              (Ran{0, "Week 2026-W02: Mon 2026-01-05 to Sun 2026-01-11 (Europe/Berlin)\n\nno data\n", ""}));
}

TEST_F(ReportCommand, WritesAFileForItsOwnerAlone) {
    record(a_working_morning());
    const fs::path file = person.home() / "report.json";
    EXPECT_EQ(person.runs({"report", "--week", "2026-W48", "--format", "json", "-o", file.string()}), (Ran{0, "", ""}));
    EXPECT_EQ(text_of(file), person.runs({"report", "--week", "2026-W48", "--format", "json"}).output);
    EXPECT_EQ(fs::status(file).permissions(), fs::perms{0600});
    EXPECT_EQ(person.runs({"report", "-o", "/nowhere/report"}),
              (Ran{1, "", "poise: /nowhere/report: cannot be written: No such file or directory\n"}));
    EXPECT_EQ(person.runs({"report", "-o", "/dev/full"}),
              (Ran{1, "", "poise: /dev/full: cannot be written: No space left on device\n"}));
}

TEST_F(ReportCommand, GivesATableForSpreadsheets) {
    const auto facts = a_working_morning();
    record(facts);
    const Ran ran = person.runs({"report", "--week", "2026-W48", "--format", "csv"});
    const auto week = report_of(facts, sample_day, sample_day + std::chrono::days{6});
    EXPECT_EQ(ran, (Ran{0, report_csv(week), ""}));
    daemon.reset();
    fs::remove_all(person.journal().parent_path());
    const auto nothing = report_of({}, sample_day, sample_day + std::chrono::days{6});
    EXPECT_EQ(person.runs({"report", "--week", "2026-W48", "--format", "csv"}), (Ran{0, report_csv(nothing), ""}));
}

TEST_F(ReportCommand, WritesAPageWithTheLeversAndWhatIsProposed) {
    auto facts = a_working_morning();
    facts.push_back({sample_stamp(1min), KeyTask{"to lift <the> child"}});
    facts.push_back({sample_stamp(2min), LeversChosen{{"E2", ""}}});
    PlanChange change{PlanStep::load, {}, {2, 0, {}}, "It stays as it was: a little more of each drill."};
    facts.push_back({sample_stamp(3min), change});
    record(facts);
    const fs::path file = person.home() / "week.html";
    EXPECT_EQ(person.runs({"report", "--week", "2026-W48", "--format", "html", "-o", file.string()}), (Ran{0, "", ""}));
    EXPECT_EQ(fs::status(file).permissions(), fs::perms{0600});
    const std::string html = text_of(file);
    EXPECT_THAT(html, StartsWith("<!DOCTYPE html>\n"));
    EXPECT_THAT(html, HasSubstr("<h1>Your week 2026-W48</h1>"));
    EXPECT_THAT(html, HasSubstr("Your key task: to lift &lt;the&gt; child"));
    EXPECT_THAT(html, HasSubstr("<td>E2 "));
    EXPECT_THAT(html, HasSubstr("Poise proposes: It stays as it was: a little more of each drill."));
    EXPECT_THAT(html, HasSubstr("Compared with 2026-11-16 to 2026-11-22, of which there is no data."));
}

TEST_F(ReportCommand, OpensAPageOnTheDesktop) {
    record(a_working_morning());
    const fs::path runtime = person.home() / "runtime";
    const fs::path programs = person.home() / "bin";
    const fs::path opened = person.home() / "opened";
    fs::create_directory(runtime);
    person.variables["XDG_RUNTIME_DIR"] = runtime.string();
    person.variables["PATH"] = programs.string();
    const fs::path page = runtime / "poise/report.html";
    const Ran nothing_to_open_with = person.runs({"report", "--week", "2026-W48", "--open"});
    EXPECT_EQ(nothing_to_open_with, (Ran{1, page.string() + "\n",
                                         "poise: xdg-open is not installed (package xdg-utils): open it by hand\n"}));
    fs::create_directory(programs);
    ASSERT_EQ(::mkfifo(opened.c_str(), 0600), 0);
    write_text(programs / "xdg-open", "#!/bin/sh\necho \"$1\" > " + opened.string() + "\n");
    fs::permissions(programs / "xdg-open", fs::perms::owner_all);
    EXPECT_EQ(person.runs({"report", "--week", "2026-W48", "--open"}), (Ran{0, page.string() + "\n", ""}));
    EXPECT_EQ(text_of(opened), page.string() + "\n"); // waits until somebody has written
    EXPECT_THAT(text_of(page), StartsWith("<!DOCTYPE html>"));
    EXPECT_EQ(fs::status(page).permissions(), fs::perms{0600});
    person.variables["XDG_RUNTIME_DIR"] = std::nullopt;
    EXPECT_EQ(person.runs({"report", "--open"}),
              (Ran{1, "", "poise: there is no XDG_RUNTIME_DIR to put the report into (expected -o FILE)\n"}));
}

TEST_F(ReportCommand, RefusesAJournalOfANewerPoise) {
    record(a_working_morning());
    daemon.reset();
    SQLite::Database{person.journal().string(), SQLite::OPEN_READWRITE}.exec("PRAGMA user_version=99");
    const Ran ran = fails_to_read();
    EXPECT_EQ(ran.exit, 4);
    EXPECT_EQ(ran.output, "");
    EXPECT_THAT(ran.errors,
                StartsWith("poise: " + person.journal().string() + ": written by a newer Poise (schema 99"));
}

TEST_F(ReportCommand, SaysThatAJournalIsDamaged) {
    write_text(person.journal(), std::string(8192, 'x'));
    const Ran ran = fails_to_read();
    EXPECT_EQ(ran.exit, 4);
    EXPECT_EQ(ran.output, "");
    EXPECT_THAT(ran.errors, StartsWith("poise: " + person.journal().string() + ": the journal is damaged"));
}

TEST_F(ReportCommand, SaysWhyAJournalCannotBeRead) {
    fs::create_directories(person.journal());
    EXPECT_EQ(fails_to_read().exit, 4);
    fs::remove(person.journal());
    fs::remove(person.journal().parent_path());
    write_text(person.journal().parent_path(), "a file where a folder should be");
    EXPECT_EQ(fails_to_read(),
              (Ran{4, "", "poise: " + person.journal().string() + ": cannot be read: Not a directory\n"}));
}

} // namespace
} // namespace poise::test
