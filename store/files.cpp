// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.hpp"

#include "opening.hpp"

#include <cerrno>
#include <chrono>
#include <ctime>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace poise {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path) {
    throw fs::filesystem_error("", path, std::error_code(errno, std::generic_category()));
}

constexpr mode_t others = S_IRWXG | S_IRWXO;

} // namespace

fs::path with_suffix(const fs::path& path, std::string_view suffix) {
    fs::path longer = path;
    longer += suffix;
    return longer;
}

void make_private_folder(const fs::path& folder) {
    if (folder.empty()) return;
    if (folder.has_parent_path()) fs::create_directories(folder.parent_path());
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) fail(folder);
}

void narrow_folder(const fs::path& folder) {
    struct stat status {};
    if (::stat(folder.c_str(), &status) == 0 && (status.st_mode & others) != 0) ::chmod(folder.c_str(), S_IRWXU);
}

void make_private_file(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor >= 0) {
        ::close(descriptor);
        return;
    }
    if (errno != EEXIST) fail(file);
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) fail(file);
    // By name: to open it only to close it again would drop the locks that this process holds on it.
    if ((status.st_mode & others) != 0) ::chmod(file.c_str(), status.st_mode & S_IRWXU);
}

std::optional<FileId> file_id(const fs::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0 || status.st_size == 0) return std::nullopt;
    return FileId{status.st_dev, status.st_ino};
}

fs::path name_for_damaged(const fs::path& database) {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    char time[32] = {};
    std::strftime(time, sizeof time, "%Y%m%dT%H%M%SZ", &utc);
    const fs::path name = with_suffix(database, std::string{".damaged-"} + time);
    fs::path free = name;
    for (int i = 2; fs::exists(free); ++i) free = with_suffix(name, "-" + std::to_string(i));
    return free;
}

fs::path name_for_backup(const fs::path& database, int version) {
    return with_suffix(database, ".backup-v" + std::to_string(version));
}

fs::path name_for_recovered(const fs::path& database) { return with_suffix(database, ".recovered"); }

std::vector<fs::path> copies_of(const fs::path& database) {
    std::vector<fs::path> copies;
    const std::string name = database.filename().string();
    for (const auto& entry : fs::directory_iterator(database.has_parent_path() ? database.parent_path() : ".")) {
        const std::string other = entry.path().filename().string();
        for (const char* kind : {".backup-", ".damaged-", ".recovered"}) {
            if (other.starts_with(name + kind)) copies.push_back(entry.path());
        }
    }
    return copies;
}

void move_database(const fs::path& from, const fs::path& to) {
    fs::rename(from, to);
    move_wal(from, to);
}

void move_wal(const fs::path& from, const fs::path& to) {
    for (const char* suffix : {"-wal", "-shm"}) {
        std::error_code missing; // most often there is none
        fs::rename(with_suffix(from, suffix), with_suffix(to, suffix), missing);
    }
}

void remove_database(const fs::path& database) {
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(with_suffix(database, suffix));
}

WriterLock::WriterLock(const fs::path& database) {
    const fs::path file = fs::path{database}.replace_extension(".lock");
    descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor_ < 0) fail(file);
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    const int reason = errno;
    ::close(descriptor_);
    if (reason == EWOULDBLOCK) {
        throw JournalInUse(database.string() + ": another poised keeps this journal already");
    }
    errno = reason;
    fail(file);
}

WriterLock::~WriterLock() { ::close(descriptor_); }

} // namespace poise
