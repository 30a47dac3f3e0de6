// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_text.hpp"

#include "say.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace poise {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail() { throw std::system_error{errno, std::generic_category()}; }
int checked(int result) {
    if (result < 0) fail();
    return result;
}

class OpenFile {
public:
    explicit OpenFile(int descriptor) : descriptor_{descriptor} {}
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }
    void write(std::string_view text) const {
        while (!text.empty()) {
            const ssize_t written = ::write(descriptor_, text.data(), text.size());
            if (written >= 0) {
                text.remove_prefix(static_cast<std::size_t>(written));
            } else if (errno != EINTR) {
                fail();
            }
        }
    }

private:
    int descriptor_;
};

/// Where a chain of symbolic links leads, whether anything is there or not.
fs::path end_of_links(fs::path path) {
    constexpr int as_many_as_the_kernel_follows = 40;
    for (int links = 0; fs::is_symlink(path); ++links) {
        if (links == as_many_as_the_kernel_follows) throw std::system_error{ELOOP, std::generic_category()};
        path = path.parent_path() / fs::read_symlink(path); // an absolute target replaces the folder
    }
    return path;
}

/// A file beside the target that becomes it, or goes away.
class NewFile {
public:
    NewFile(fs::path target, mode_t mode) : path_{std::move(target)} {
        path_ += ".new-" + std::to_string(::getpid());
        file_.emplace(checked(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)));
    }
    ~NewFile() {
        if (!path_.empty()) ::unlink(path_.c_str());
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    void take_after(const struct stat& old) const {
        (void)::fchown(file_->descriptor(), old.st_uid, old.st_gid); // only root may, and only root needs to
        checked(::fchmod(file_->descriptor(), old.st_mode & 07777u));
    }
    void write(std::string_view text) const {
        file_->write(text);
        checked(::fsync(file_->descriptor()));
    }
    void become(const fs::path& target) {
        checked(::rename(path_.c_str(), target.c_str()));
        path_.clear();
    }

private:
    fs::path path_;
    std::optional<OpenFile> file_;
};

void sync_folder(const fs::path& folder) {
    const OpenFile open{::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (open.descriptor() >= 0) ::fsync(open.descriptor()); // the file itself is safe; some file systems refuse this
}

void replace(const fs::path& path, std::string_view text, mode_t mode) {
    const fs::path target = end_of_links(path);
    struct stat old {};
    const bool exists = ::stat(target.c_str(), &old) == 0;
    if (exists && !S_ISREG(old.st_mode)) {
        return OpenFile{checked(::open(target.c_str(), O_WRONLY | O_CLOEXEC))}.write(text);
    }
    NewFile file{target, mode};
    if (exists) file.take_after(old);
    file.write(text);
    file.become(target);
    sync_folder(target.parent_path());
}

} // namespace

Result<std::string, int> read_file(const fs::path& path) {
    const OpenFile file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.descriptor() < 0) return Unexpected{errno};
    std::string text;
    std::array<char, std::size_t{64} * 1024> chunk{};
    for (;;) {
        const ssize_t length = ::read(file.descriptor(), chunk.data(), chunk.size());
        if (length == 0) return text;
        if (length > 0) {
            text.append(chunk.data(), static_cast<std::size_t>(length));
        } else if (errno != EINTR) {
            return Unexpected{errno};
        }
    }
}

Problem unreadable(int why) { return {0, 0, tr("cannot be read: {why}", {{"why", std::strerror(why)}})}; }

void make_folders(const fs::path& folder) {
    if (folder.empty() || fs::exists(folder)) return;
    make_folders(folder.parent_path());
    if (::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST) return;
    throw std::runtime_error{folder.string() + ": cannot be made: " + std::strerror(errno)};
}

void replace_file(const fs::path& path, std::string_view text, mode_t mode) {
    try {
        replace(path, text, mode);
    } catch (const std::system_error& error) {
        throw std::runtime_error{path.string() + ": cannot be written: " + error.code().message()};
    }
}

} // namespace poise
