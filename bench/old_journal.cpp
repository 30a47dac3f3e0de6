// SPDX-License-Identifier: GPL-3.0-or-later
#include "old_journal.hpp"

#include "fact_rows.hpp"
#include "rollup.hpp"
#include "schema.hpp"
#include "scoped.hpp"
#include "working_year.hpp"

#include <SQLiteCpp/Transaction.h>

#include <cstdio>

namespace poise::bench {

namespace {

constexpr int days_a_year = 364; // whole weeks, so that a Monday stays one
constexpr int years = 10;
// What ten years come to for somebody whose senses say a lot; a year of plain working days is filled up to it.
constexpr std::int64_t facts_in_ten_years = 1'400'000;

Connection new_journal(const std::filesystem::path& path) {
    Connection connection{path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, std::chrono::milliseconds{0}};
    connection.run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000");
    create_schema(connection);
    return connection;
}

void write_facts(Connection& connection, const std::vector<Fact>& facts, Day from) {
    RollUp roll_up{connection};
    std::int64_t seq = 0;
    for (const Fact& fact : facts) {
        if (day_of(fact.at) < from) continue;
        write_row(connection, seq += 1, fact);
        roll_up.add(fact);
    }
    roll_up.write();
}

/// Puts the year that is there behind `earlier` copies of it, each as many times as is needed.
void move_back(Connection& connection, int earlier) {
    const std::int64_t a_year = connection.number("SELECT count(*) FROM fact");
    const std::int64_t times = (facts_in_ten_years - a_year + a_year * earlier - 1) / (a_year * earlier);
    const std::int64_t shift = a_year * times * earlier;
    // From the end, so that no two rows ever have the same number.
    connection.run("UPDATE fact SET seq=-seq-" + std::to_string(shift) + ", prompt=prompt+" + std::to_string(shift) +
                   ", span=span+" + std::to_string(shift));
    connection.run("UPDATE fact SET seq=-seq");
    const std::string columns = "fact, instant_ms, boot, utc_ms, offset_s, day, prompt, span, kind, outcome, body";
    std::int64_t before = 0;
    for (int year = earlier; year > 0; --year) {
        const std::string back = std::to_string(days_a_year * year);
        const std::string then = "date(day, '-" + back + " days')";
        for (std::int64_t time = 0; time < times; ++time, before += a_year) {
            const std::string less = std::to_string(shift - before);
            connection.run("INSERT INTO fact(seq, " + columns + ") SELECT seq-" + less +
                           ", fact, instant_ms, boot, utc_ms-86400000*" + back + ", offset_s, " + then + ", prompt-" +
                           less + ", span-" + less + ", kind, outcome, body FROM fact WHERE seq>" +
                           std::to_string(shift));
        }
        for (const char* table : {"day", "day_kind", "day_hour"}) {
            connection.run(std::string{"CREATE TEMP TABLE moved AS SELECT * FROM main."} + table +
                           " WHERE day>=(SELECT min(day) FROM fact WHERE seq>" + std::to_string(shift) +
                           "); UPDATE moved SET day=" + then + "; INSERT OR REPLACE INTO main." + table +
                           " SELECT * FROM moved; DROP TABLE moved");
        }
    }
}

OldJournal make(const std::filesystem::path& path, int weeks, int earlier) {
    test::WorkingYear year;
    year.live();
    const Moment now = year.life().now();
    const Day last = day_of(stamp(now));
    Connection connection = new_journal(path);
    {
        SQLite::Transaction transaction{connection.database()};
        write_facts(connection, year.life().facts(), last - std::chrono::days{7 * weeks});
        if (earlier > 0) move_back(connection, earlier);
        transaction.commit();
    }
    const auto facts = static_cast<std::size_t>(connection.number("SELECT count(*) FROM fact"));
    const auto megabytes = static_cast<std::size_t>(std::filesystem::file_size(path) / 1'000'000);
    std::printf("%s: %zu facts, %zu MB\n", path.c_str(), facts, megabytes);
    return {path, now, facts};
}

const std::filesystem::path& folder() {
    static const test::ScratchFolder scratch;
    return scratch.path();
}

} // namespace

const OldJournal& ten_years() {
    static const OldJournal journal = make(folder() / "ten_years.db", 52, years - 1);
    return journal;
}

const OldJournal& one_week() {
    static const OldJournal journal = make(folder() / "one_week.db", 1, 0);
    return journal;
}

} // namespace poise::bench
