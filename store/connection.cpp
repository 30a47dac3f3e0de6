// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection.hpp"

#include <sqlite3.h>

namespace poise {

Connection::Connection(const std::string& name, int flags, std::chrono::milliseconds busy_timeout)
    : database_{name, flags, static_cast<int>(busy_timeout.count())} {}

Query Connection::prepared(std::string_view sql) {
    auto found = statements_.find(sql);
    if (found == statements_.end()) {
        std::string text{sql};
        SQLite::Statement statement{database_, text};
        found = statements_.emplace(std::move(text), std::move(statement)).first;
    }
    return Query{found->second};
}

std::int64_t Connection::number(const std::string& sql) {
    SQLite::Statement statement{database_, sql};
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

std::string trouble_of(const SQLite::Exception& error) {
    switch (error.getErrorCode() & 0xff) {
    case SQLITE_FULL: return "the disk is full";
    case SQLITE_READONLY:
    case SQLITE_PERM: return "the journal or its folder may not be written";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "another program has locked the journal";
    case SQLITE_CANTOPEN: return "the journal cannot be opened";
    case SQLITE_IOERR: return "the disk reports an error for the journal";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return "the journal is damaged";
    default: return std::string{"the journal cannot be used: "} + error.what();
    }
}

bool is_damage(const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xff;
    // Our statements are the same every day: where one makes no sense to SQLite, it is the schema that is not ours any
    // more, or a header that asks for a format which there never was.
    return code == SQLITE_ERROR || code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

} // namespace poise
