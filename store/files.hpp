// SPDX-License-Identifier: GPL-3.0-or-later
// The files around the journal: all in one folder that only its owner may enter, each readable by its owner alone.
// Failures are std::system_error.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

/// "poise.db" and "-wal" make "poise.db-wal".
[[nodiscard]] std::filesystem::path with_suffix(const std::filesystem::path&, std::string_view suffix);

/// 0700, made where it is missing and narrowed where it is ours.
void make_private_folder(const std::filesystem::path&);
/// 0600, made where it is missing (empty: to SQLite a new database) and narrowed where it is wider.
void make_private_file(const std::filesystem::path&);

/// Which file a name stands for: another one under the same name has another id.
struct FileId {
    std::uint64_t device;
    std::uint64_t number;
    bool operator==(const FileId&) const = default;
};
/// Nothing: there is none, or it is empty.
[[nodiscard]] std::optional<FileId> file_id(const std::filesystem::path&);

/// "poise.db.damaged-20261123T092000Z", or with a number behind it where that is taken.
[[nodiscard]] std::filesystem::path name_for_damaged(const std::filesystem::path& database);
[[nodiscard]] std::filesystem::path name_for_backup(const std::filesystem::path& database, int version);
/// What a recovery is building; complete where the database itself is missing.
[[nodiscard]] std::filesystem::path name_for_recovered(const std::filesystem::path& database);

/// Every backup, damaged and half-recovered copy that the folder holds.
[[nodiscard]] std::vector<std::filesystem::path> copies_of(const std::filesystem::path& database);

/// Renames the database together with its -wal and -shm.
void move_database(const std::filesystem::path& from, const std::filesystem::path& to);
void remove_database(const std::filesystem::path&);

/// There is one writer. It is released with the process, however that ends.
class WriterLock {
public:
    /// Throws JournalInUse where another process has it.
    explicit WriterLock(const std::filesystem::path& database);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

private:
    int descriptor_;
};

} // namespace poise
