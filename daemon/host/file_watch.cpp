// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_watch.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <list>
#include <system_error>
#include <utility>

#include <sys/inotify.h>
#include <unistd.h>

namespace poise {

namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

// Never IN_MODIFY: a file that is still being written is not worth reading.
constexpr std::uint32_t another_file = IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB;
constexpr std::uint32_t folder_gone = IN_MOVE_SELF | IN_DELETE_SELF;

// D: an editor that saves touches the file more than once.
constexpr milliseconds burst{50};
// D: a file that was moved away, or made and not yet closed, is most often being replaced; on a slow disk that takes.
constexpr milliseconds replacement{1000};

constexpr int links_at_most = 40; // as the kernel has it

bool stands_for(const fs::path& wanted, std::string_view name) {
    const std::string_view pattern = wanted.native();
    return pattern.starts_with('*') ? name.ends_with(pattern.substr(1)) : name == pattern;
}

} // namespace

FileWatch::FileWatch(boost::asio::io_context& io, const fs::path& file, std::function<void()> changed)
    : io_{io}, file_{fs::absolute(file)}, changed_{std::move(changed)}, settling_{io} {
    watch_the_way();
}

void FileWatch::watch_the_way() {
    way_.clear();
    trouble_.clear();
    inotify_.reset();
    const int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor < 0) {
        trouble_ = std::string{"no inotify: "} + std::strerror(errno);
        return;
    }
    inotify_.emplace(io_, descriptor, "no inotify", [this] { look(); });
    std::list<fs::path> ahead{file_.begin(), file_.end()};
    fs::path folder;
    for (int links = 0; !ahead.empty();) {
        const fs::path name = ahead.front();
        ahead.pop_front();
        if (name.empty() || name == ".") continue;
        if (name.has_root_directory() || name == "..") {
            folder = name == ".." ? folder.parent_path() : name;
            continue;
        }
        const fs::path path = folder / name;
        std::error_code none;
        const auto type = fs::symlink_status(path, none).type();
        if (type == fs::file_type::directory && !ahead.empty()) {
            watch_folder(path, folder_gone);
            folder = path;
            continue;
        }
        way_.push_back({watch_folder(folder, another_file | folder_gone), path});
        if (type != fs::file_type::symlink || ++links > links_at_most) return;
        const fs::path target = fs::read_symlink(path, none);
        ahead.insert(ahead.begin(), target.begin(), target.end());
    }
}

int FileWatch::watch_folder(const fs::path& folder, std::uint32_t events) {
    const int watch = ::inotify_add_watch(inotify_->descriptor(), folder.c_str(), events | IN_MASK_ADD | IN_ONLYDIR);
    // One that is gone by now is told of by the folder above it.
    if (watch < 0 && errno != ENOENT) trouble_ = folder.string() + " cannot be watched: " + std::strerror(errno);
    return watch;
}

void FileWatch::look() {
    std::optional<milliseconds> settled;
    std::array<char, 4096> buffer{};
    for (ssize_t length = 0; (length = ::read(inotify_->descriptor(), buffer.data(), buffer.size())) > 0;) {
        for (const char* at = buffer.data(); at < buffer.data() + length;) {
            inotify_event event{};
            std::memcpy(&event, at, sizeof event);
            const bool is_under_way = settled || settling_.expiry() > std::chrono::steady_clock::now();
            // Rights are set in the middle of saving, too; by themselves they matter where the file was not readable.
            const bool says_nothing = (event.mask & IN_ATTRIB) != 0 && is_under_way;
            const auto wait = settles_in(event, event.len > 0 ? at + sizeof event : "");
            if (wait && !says_nothing) settled = wait;
            at += sizeof event + event.len;
        }
    }
    if (!settled) return;
    settling_.expires_after(*settled);
    settling_.async_wait(lifetime_.guard([this](const boost::system::error_code& error) {
        if (error) return;
        watch_the_way(); // before it is read: what changes from now on is seen
        changed_();
    }));
}

std::optional<milliseconds> FileWatch::settles_in(const inotify_event& event, std::string_view name) const {
    if ((event.mask & (IN_Q_OVERFLOW | IN_UNMOUNT | folder_gone)) != 0) return burst;
    const auto looked_up = std::ranges::find_if(
        way_, [&](const LookUp& each) { return each.watch == event.wd && stands_for(each.path.filename(), name); });
    if (looked_up == way_.end()) return std::nullopt;
    if ((event.mask & (IN_MOVED_FROM | IN_DELETE)) != 0) return replacement;
    if ((event.mask & IN_CREATE) == 0) return burst;
    // Of what has just been made, only a plain file of one name will be closed by somebody who wrote it.
    const fs::path made = looked_up->path.parent_path() / name;
    std::error_code gone;
    const bool is_written = fs::is_regular_file(fs::symlink_status(made, gone)) && fs::hard_link_count(made, gone) == 1;
    return is_written ? replacement : burst;
}

} // namespace poise
