// SPDX-License-Identifier: GPL-3.0-or-later
// The files around the journal: each readable by its owner alone, and all in one folder, which only its owner may enter
// where it is Poise's own.
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

/// 0700 where it is missing. One that is there stays as it is: it may be anybody's home.
void make_private_folder(const std::filesystem::path&);
/// To 0700, for a folder that is Poise's own.
void narrow_folder(const std::filesystem::path&);
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
/// Those two alone, where there are any.
void move_wal(const std::filesystem::path& from, const std::filesystem::path& to);
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
