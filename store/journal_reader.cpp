// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal_reader.hpp"

#include "fact_rows.hpp"
#include "files.hpp"
#include "opening.hpp"
#include "poise/iso_time.hpp"
#include "rollup.hpp"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <stdexcept>

namespace poise {

namespace {

namespace fs = std::filesystem;

std::string as_uri(const fs::path& database, std::string_view options) {
    std::string uri = "file:";
    for (const char character : fs::absolute(database).string()) {
        switch (character) {
        case '%': uri += "%25"; break;
        case '?': uri += "%3f"; break;
        case '#': uri += "%23"; break;
        default: uri += character;
        }
    }
    return uri + "?mode=ro" + std::string{options};
}

std::unique_ptr<Connection> connect(const fs::path& database, std::string_view options, const char* pragma) {
    auto connection = std::make_unique<Connection>(as_uri(database, options), SQLite::OPEN_READONLY | SQLite::OPEN_URI,
                                                   reader_busy_timeout);
    connection->run(pragma);
    if (!is_journal(*connection, database)) throw JournalRefused(database.string() + ": an empty journal");
    return connection;
}

bool is_filled(const fs::path& file) {
    std::error_code missing;
    const auto size = fs::file_size(file, missing);
    return !missing && size > 0;
}

/// The -shm file beside the journal could not be made or given its size: the folder is read-only or the disk is full,
/// so nobody writes to the journal either.
bool has_no_shared_memory(const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xff;
    const int closer = error.getExtendedErrorCode();
    return code == SQLITE_CANTOPEN || code == SQLITE_READONLY || closer == SQLITE_IOERR_SHMOPEN ||
           closer == SQLITE_IOERR_SHMSIZE;
}

std::unique_ptr<Connection> open_for_reading(const fs::path& database) {
    if (!fs::exists(database)) throw JournalRefused(database.string() + ": there is no journal yet");
    try {
        return connect(database, "", "");
    } catch (const SQLite::Exception& error) {
        if (!has_no_shared_memory(error)) throw;
    }
    // With facts in the WAL it is read with an index in our own memory, which asks for exclusive mode without locks.
    if (is_filled(with_suffix(database, "-wal"))) {
        return connect(database, "&vfs=unix-none", "PRAGMA locking_mode=EXCLUSIVE");
    }
    return connect(database, "&immutable=1", "");
}

std::string last_of(const std::string& sort) {
    return "SELECT * FROM (SELECT seq FROM fact WHERE fact='" + sort + "' AND day<=?1 ORDER BY seq DESC LIMIT 1)";
}

} // namespace

/// What goes wrong in SQLite is told in our words, with the file's name.
template <class Read>
auto JournalReader::reading(Read read) {
    try {
        // One transaction: all of its statements see the same state.
        SQLite::Transaction transaction{connection_->database()};
        return read();
    } catch (const SQLite::Exception& error) {
        throw std::runtime_error(database_.string() + ": " + trouble_of(error));
    }
}

JournalReader::JournalReader(const fs::path& database) : database_{database} {
    try {
        connection_ = open_for_reading(database);
    } catch (const SQLite::Exception& error) {
        throw std::runtime_error(database.string() + ": " + trouble_of(error));
    }
}

Days JournalReader::days(Day from, Day to) {
    return reading([&] { return read_days(*connection_, from, to); });
}

std::optional<Bout> JournalReader::open_bout() {
    return reading([&]() -> std::optional<Bout> {
        static const std::string sql =
            select_rows + "WHERE span IS NOT NULL AND fact='bout' ORDER BY span DESC LIMIT 1";
        auto query = connection_->prepared(sql);
        if (!query.next()) return std::nullopt;
        const FactRow row = read_row(query);
        if (!row.fact || !is_open_span(*row.fact)) return std::nullopt;
        return std::get<Bout>(row.fact->body);
    });
}

Chosen JournalReader::chosen(Day until) {
    return reading([&] {
        Chosen chosen;
        // The last of each sort is found in fact_lasting without a look at the others. An older journal has none of
        // these.
        if (connection_->number("PRAGMA user_version") < 2) return chosen;
        static const std::string sql = select_rows + "WHERE seq IN (" + last_of("key_task") + " UNION ALL " +
                                       last_of("levers") + " UNION ALL " + last_of("driver") + " UNION ALL " +
                                       last_of("plan") + ") ORDER BY seq";
        auto query = connection_->prepared(sql);
        query.bind(to_iso(until));
        read_each(query, [&](const Fact& fact) {
            if (const auto* named = std::get_if<KeyTask>(&fact.body)) chosen.key_task = named->task;
            if (const auto* levers = std::get_if<LeversChosen>(&fact.body)) chosen.levers = levers->drills;
            if (const auto* driver = std::get_if<DriverChosen>(&fact.body)) {
                chosen.driver = driver->driver;
                chosen.change.reset(); // another programme begins anew
            }
            const auto* change = std::get_if<PlanChange>(&fact.body);
            if (change && can_be_refused(*change)) chosen.change = *change;
        });
        return chosen;
    });
}

std::size_t JournalReader::facts(Day from, Day to, const std::function<void(const Fact&)>& each) {
    return reading([&] {
        static const std::string sql =
            select_rows + "WHERE seq IN (SELECT seq FROM fact WHERE day BETWEEN ?1 AND ?2) ORDER BY seq";
        auto query = connection_->prepared(sql);
        query.bind(to_iso(from), to_iso(to));
        return read_each(query, each);
    });
}

std::size_t JournalReader::every_fact(const std::function<void(const Fact&)>& each) {
    return reading([&] {
        static const std::string sql = select_rows + "ORDER BY seq";
        auto query = connection_->prepared(sql);
        return read_each(query, each);
    });
}

std::size_t JournalReader::read_each(Query& query, const std::function<void(const Fact&)>& each) {
    std::size_t not_understood = 0;
    while (query.next()) {
        const FactRow row = read_row(query);
        if (row.fact) {
            each(*row.fact);
        } else {
            not_understood += 1;
        }
    }
    return not_understood;
}

std::optional<Day> JournalReader::first_day() {
    return reading([&]() -> std::optional<Day> {
        auto query = connection_->prepared("SELECT min(day) FROM day");
        return query.next() ? parse_iso_day(query.text(0)) : std::nullopt;
    });
}

std::optional<Day> JournalReader::last_day() {
    return reading([&]() -> std::optional<Day> {
        auto query = connection_->prepared("SELECT max(day) FROM day");
        return query.next() ? parse_iso_day(query.text(0)) : std::nullopt;
    });
}

std::vector<Fact> JournalReader::recent(Day today) {
    return reading([&] { return read_recent(*connection_, today); });
}

} // namespace poise
