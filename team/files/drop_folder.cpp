// SPDX-License-Identifier: GPL-3.0-or-later
#include "carrier.hpp"

#include "crypto.hpp"
#include "problem_text.hpp"
#include "say.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace poise {

namespace fs = std::filesystem;

namespace {

constexpr mode_t for_the_keeper = 0644; // another user; what is sealed may be seen by anybody
constexpr std::size_t longest_name = 100;

class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

private:
    int number_;
};

[[noreturn]] void fail(const fs::path& path, int error) {
    throw std::runtime_error(
        tr("{file}: {why}", {{"file", printable(path.string(), 400)}, {"why", std::strerror(error)}}));
}

int write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

/// The bytes, or why not; an errno of 0: for the reason in `why`.
std::optional<std::string> read_letter(int folder, const char* name, const FolderGuards& guards, std::string& why) {
    // Whoever put a pipe there must not make us wait for its other end.
    const int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (guards.never_waits ? O_NONBLOCK : 0) |
                      (guards.regular_only ? O_NOFOLLOW : 0);
    const Descriptor file{::openat(folder, name, flags)};
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0) {
        why = errno == ELOOP ? tr("it is no regular file") : std::strerror(errno);
        return std::nullopt;
    }
    if (guards.regular_only && !S_ISREG(status.st_mode)) {
        why = tr("it is no regular file");
        return std::nullopt;
    }
    std::string bytes;
    std::string part(std::size_t{16} * 1024, '\0');
    for (;;) {
        const ssize_t got = ::read(file.get(), part.data(), part.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) {
            why = std::strerror(errno);
            return std::nullopt;
        }
        if (got == 0) return bytes;
        bytes.append(part, 0, static_cast<std::size_t>(got));
        if (guards.small_only && bytes.size() > largest_letter) {
            why = tr("it is larger than 64 KiB");
            return std::nullopt;
        }
    }
}

} // namespace

DropFolder::DropFolder(fs::path folder) : folder_{std::move(folder)} {}

void DropFolder::send(const std::string& name, std::string_view bytes) {
    const fs::path whole = folder_ / name;
    const fs::path half = folder_ / (".half-" + random_hex(16));
    const Descriptor file{::open(half.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, for_the_keeper)};
    if (!file) fail(folder_, errno);
    int error = ::fchmod(file.get(), for_the_keeper) == 0 ? 0 : errno; // whatever the umask
    if (error == 0) error = write_all(file.get(), bytes);
    if (error == 0 && ::fsync(file.get()) != 0) error = errno;
    if (error == 0 && ::rename(half.c_str(), whole.c_str()) != 0) error = errno;
    if (error != 0) {
        ::unlink(half.c_str());
        fail(whole, error);
    }
    // A folder that may not be read cannot be synced by us; its file system does it in a while.
    const Descriptor folder{::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder) ::fsync(folder.get());
}

bool DropFolder::take_back(const std::string& name) {
    return ::unlink((folder_ / name).c_str()) == 0 || errno == ENOENT;
}

std::optional<std::string> DropFolder::published(const std::string& name) {
    const Descriptor folder{::open(folder_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)};
    if (!folder) fail(folder_, errno);
    struct stat status {};
    if (::fstatat(folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT)
        return std::nullopt;
    std::string why;
    auto bytes = read_letter(folder.get(), name.c_str(), {}, why);
    if (!bytes) throw std::runtime_error(tr("{file}: {why}", {{"file", (folder_ / name).string()}, {"why", why}}));
    return bytes;
}

std::vector<Letter> DropFolder::letters(const std::vector<std::string>& known, std::vector<Refusal>& refused,
                                        const FolderGuards& guards) const {
    const Descriptor folder{::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!folder) fail(folder_, errno);
    std::vector<std::string> names;
    DIR* const listing = ::fdopendir(::dup(folder.get()));
    if (!listing) fail(folder_, errno);
    while (const dirent* const entry = ::readdir(listing)) {
        const std::string name = entry->d_name;
        if (!name.starts_with('.') && name != facts_name) names.push_back(name);
    }
    ::closedir(listing);
    // Whoever fills the folder with rubbish does not keep the members' own letters out.
    const auto is_known = [&](const std::string& name) {
        return guards.known_first &&
               std::ranges::any_of(known, [&](const std::string& member) { return name.starts_with(member); });
    };
    std::ranges::sort(names);
    std::stable_partition(names.begin(), names.end(), is_known); // clang 14 cannot read what ranges return here
    const std::size_t surplus = guards.so_many_only && names.size() > most_letters ? names.size() - most_letters : 0;
    if (surplus > 0) {
        names.resize(most_letters);
        refused.push_back({"…", tr_many("{count} more file was not looked at", "{count} more files were not looked at",
                                        static_cast<std::int64_t>(surplus))});
    }
    std::vector<Letter> letters;
    for (const auto& name : names) {
        std::string why;
        if (auto bytes = read_letter(folder.get(), name.c_str(), guards, why))
            letters.push_back({name, *std::move(bytes)});
        else
            refused.push_back({printable(name, longest_name), why});
    }
    return letters;
}

std::string letter_name(const std::string& member, const std::string& what) { return member + "-" + what + ".poise"; }

std::unique_ptr<Carrier> make_carrier(const CarrierName& name) {
    if (name.kind == "folder") return std::make_unique<DropFolder>(name.place);
    throw std::runtime_error(
        tr("the invitation wants {kind}, which this poise-team has not", {{"kind", in_backticks(name.kind)}}));
}

} // namespace poise
