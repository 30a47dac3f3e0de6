// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema.hpp"

#include "files.hpp"

#include <SQLiteCpp/Transaction.h>

#include <array>
#include <string>

namespace poise {

namespace {

// The tables come first, so that the root of `fact` is page 2 and all of sqlite_schema fits on page 1: that is what a
// recovery without page 1 counts on. Lengths of time are in milliseconds (_ms), the offset from UTC in seconds.
constexpr const char* schema_1 = R"sql(
CREATE TABLE fact(
seq INTEGER PRIMARY KEY,fact TEXT NOT NULL,
instant_ms INTEGER NOT NULL,boot TEXT NOT NULL,utc_ms INTEGER NOT NULL,offset_s INTEGER NOT NULL,
day TEXT NOT NULL,prompt INTEGER,span INTEGER,kind TEXT,outcome TEXT,body TEXT NOT NULL);
CREATE TABLE day(
day TEXT PRIMARY KEY,
working_ms INTEGER NOT NULL,passive_ms INTEGER NOT NULL,resting_ms INTEGER NOT NULL,
away_ms INTEGER NOT NULL,unknown_ms INTEGER NOT NULL,sitting_ms INTEGER NOT NULL,standing_ms INTEGER NOT NULL,
longest_sit_bout_ms INTEGER NOT NULL,sit_bouts_over_45min INTEGER NOT NULL,posture_changes INTEGER NOT NULL,
input_counted INTEGER NOT NULL,keys INTEGER NOT NULL,clicks INTEGER NOT NULL,
pains TEXT NOT NULL,notices TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE day_kind(
day TEXT NOT NULL,kind TEXT NOT NULL,
taken INTEGER NOT NULL,partial INTEGER NOT NULL,natural INTEGER NOT NULL,
skipped INTEGER NOT NULL,missed INTEGER NOT NULL,withdrawn INTEGER NOT NULL,
snoozes INTEGER NOT NULL,rests INTEGER NOT NULL,PRIMARY KEY(day,kind)) WITHOUT ROWID;
CREATE TABLE day_hour(
day TEXT NOT NULL,hour INTEGER NOT NULL,ms INTEGER NOT NULL,PRIMARY KEY(day,hour)) WITHOUT ROWID;
CREATE UNIQUE INDEX fact_span ON fact(span) WHERE span IS NOT NULL;
CREATE INDEX fact_day ON fact(day);
CREATE INDEX fact_lasting ON fact(fact) WHERE fact='posture' OR fact='driver' OR fact='safety';
CREATE INDEX fact_rare ON fact(kind) WHERE kind='strength' OR kind='workstation_check';
)sql";

void set_version(Connection& connection, int version) {
    connection.run("PRAGMA user_version=" + std::to_string(version));
}

/// Under its own name only once it is whole.
void back_up(Connection& connection, const std::filesystem::path& database, int version) {
    const auto backup = name_for_backup(database, version);
    const auto unfinished = with_suffix(backup, ".part");
    remove_database(unfinished);
    make_private_file(unfinished); // VACUUM INTO fills an empty file, but would make one that others may read
    connection.prepared("VACUUM INTO ?1").bind(unfinished.string()).run();
    std::filesystem::rename(unfinished, backup);
}

} // namespace

std::span<const Migration> migrations() {
    static constexpr std::array<Migration, 1> steps{{
        // How it goes (F2, F3, F4, F7): levers, function, freer, plan_changes, as JSON.
        {2, R"sql(
ALTER TABLE day ADD COLUMN goes TEXT NOT NULL DEFAULT '{}';
DROP INDEX fact_lasting;
CREATE INDEX fact_lasting ON fact(fact) WHERE fact='posture' OR fact='driver' OR fact='safety' OR fact='key_task' OR
fact='levers' OR fact='plan' OR fact='notice';
)sql"},
    }};
    return steps;
}

bool has_schema(Connection& connection) {
    return connection.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('fact','day','day_kind','day_hour',"
                             "'fact_span','fact_day','fact_lasting','fact_rare')") == 8;
}

int newest_version(std::span<const Migration> steps) { return steps.empty() ? 1 : steps.back().to; }

void create_schema(Connection& connection) {
    SQLite::Transaction transaction{connection.database(), SQLite::TransactionBehavior::IMMEDIATE};
    connection.run(schema_1);
    for (const Migration& step : migrations()) connection.run(step.sql);
    connection.run("PRAGMA application_id=" + std::to_string(application_id));
    set_version(connection, newest_version(migrations()));
    transaction.commit();
}

bool migrate(Connection& connection, const std::filesystem::path& database, std::span<const Migration> steps) {
    const int from = static_cast<int>(connection.number("PRAGMA user_version"));
    if (from >= newest_version(steps)) return false;
    back_up(connection, database, from);
    for (const Migration& step : steps) {
        if (step.to <= from) continue;
        SQLite::Transaction transaction{connection.database(), SQLite::TransactionBehavior::IMMEDIATE};
        connection.run(step.sql);
        set_version(connection, step.to);
        transaction.commit();
    }
    return true;
}

} // namespace poise
