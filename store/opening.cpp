// SPDX-License-Identifier: GPL-3.0-or-later
#include "opening.hpp"

#include "background_check.hpp"
#include "files.hpp"
#include "schema.hpp"

#include <sqlite3.h>

#include <array>
#include <fstream>

namespace poise {

namespace {

namespace fs = std::filesystem;

// The daemon has one thread: waiting for somebody else's lock holds up everything.
constexpr std::chrono::milliseconds writer_busy_timeout{250};

// D: each day's facts go to the end of a few trees, whose upper pages fit. SQLite's own 2 MiB filled up within three
// months, and stayed.
constexpr const char* small_cache = "PRAGMA cache_size=-256"; // KiB

[[noreturn]] void refuse_newer(const fs::path& database, std::int64_t version) {
    throw JournalRefused(database.string() + ": written by a newer Poise (schema " + std::to_string(version) +
                         ", this one knows " + std::to_string(newest_version(migrations())) + ")");
}

/// Nothing: the file is damaged.
std::unique_ptr<Connection> open_whole(const fs::path& database, CheckWhen check) {
    auto connection = std::make_unique<Connection>(database.string(), SQLite::OPEN_READWRITE, writer_busy_timeout);
    try {
        keep_wal_when_closed(*connection, true); // of a file that we may yet refuse, or put aside as it is
        const bool is_new = !is_journal(*connection, database);
        if (!is_new && check == CheckWhen::at_once && !is_whole(*connection)) return nullptr;
        keep_wal_when_closed(*connection, false);
        connection->run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
                        "PRAGMA foreign_keys=OFF; PRAGMA temp_store=MEMORY");
        connection->run(small_cache);
        if (is_new) create_schema(*connection);
        migrate(*connection, database, migrations());
        // An erasure that was cut short has left its pages in the WAL.
        connection->run("PRAGMA wal_checkpoint(TRUNCATE)");
        return connection;
    } catch (const SQLite::Exception& error) {
        if (is_damage(error)) return nullptr;
        throw;
    }
}

} // namespace

void refuse_newer_schema(const fs::path& database) {
    // https://www.sqlite.org/fileformat.html, 1.3: "User version" is big-endian at 60, the application's id at 68.
    std::array<char, 72> header{};
    std::ifstream file{database, std::ios::binary};
    if (!file.read(header.data(), header.size())) return;
    const auto number_at = [&](std::size_t offset) {
        std::uint32_t number = 0;
        for (std::size_t i = 0; i < 4; ++i) number = number << 8u | static_cast<unsigned char>(header[offset + i]);
        return number;
    };
    if (number_at(68) != application_id) return;
    if (const auto version = number_at(60); version > static_cast<std::uint32_t>(newest_version(migrations()))) {
        refuse_newer(database, version);
    }
}

bool is_journal(Connection& connection, const fs::path& database) {
    const auto id = connection.number("PRAGMA application_id");
    const auto version = connection.number("PRAGMA user_version");
    if (id == application_id) {
        if (version > newest_version(migrations())) refuse_newer(database, version);
        return true;
    }
    if (id != 0 || version != 0 || connection.number("SELECT count(*) FROM sqlite_schema") != 0) {
        throw JournalRefused(database.string() + ": a database, but not a journal of Poise");
    }
    return false;
}

void keep_wal_when_closed(Connection& connection, bool keep) {
    sqlite3_db_config(connection.database().getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

OpenedJournal open_for_writing(const fs::path& database, CheckWhen check) {
    const auto recovered = name_for_recovered(database);
    if (!fs::exists(database) && fs::exists(recovered)) {
        // The WAL may still be that of the damaged file: SQLite would write it over the recovered one.
        move_wal(database, name_for_damaged(database));
        fs::rename(recovered, database);
    }
    make_private_file(database);
    OpenedJournal opened{open_whole(database, check), std::nullopt};
    if (opened.connection) return opened;
    opened.recovery = recover(database);
    opened.connection = open_whole(database, CheckWhen::at_once);
    if (!opened.connection) throw JournalRefused(database.string() + ": still damaged after a recovery");
    return opened;
}

} // namespace poise
