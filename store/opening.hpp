// SPDX-License-Identifier: GPL-3.0-or-later
// How the journal comes to be open for writing, whatever the file is like: missing (made), of an older schema (backed
// up and migrated), damaged (put aside, and what can be read of it recovered), of a newer schema or not a journal at
// all (refused, and nothing touched). What may be different later, like a full disk, is thrown as SQLite::Exception or
// std::system_error.
#pragma once

#include "connection.hpp"
#include "recovery.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>

namespace poise {

/// There is nothing to wait for: somebody must decide.
class JournalRefused : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Another process writes to it: a daemon, most often.
class JournalInUse : public JournalRefused {
    using JournalRefused::JournalRefused;
};

/// Reads the version from the file's first page, without opening the database.
void refuse_newer_schema(const std::filesystem::path& database);

/// Throws JournalRefused unless this is a journal of a schema we know. An empty database is none yet: false.
bool is_journal(Connection&, const std::filesystem::path& database);

/// Closing the last connection copies the WAL into the file, and deletes it.
void keep_wal_when_closed(Connection&, bool keep);

struct OpenedJournal {
    std::unique_ptr<Connection> connection;
    std::optional<Recovery> recovery;
};
/// Whether the file is looked through before it is used.
enum class CheckWhen { at_once, later };
/// To be called by whoever holds the WriterLock. What is damaged is recovered, as far as it was looked for.
[[nodiscard]] OpenedJournal open_for_writing(const std::filesystem::path& database, CheckWhen);

} // namespace poise
