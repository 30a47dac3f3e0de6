// SPDX-License-Identifier: GPL-3.0-or-later
#include "child.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <limits>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace poise {

namespace {

/// What a child is to do with its streams; freed with it.
class Actions {
public:
    Actions() { ::posix_spawn_file_actions_init(&actions_); }
    ~Actions() { ::posix_spawn_file_actions_destroy(&actions_); }
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;

    void open_null(int stream) { ::posix_spawn_file_actions_addopen(&actions_, stream, "/dev/null", O_RDWR, 0); }
    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

class OwnSession {
public:
    OwnSession() {
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSID);
    }
    ~OwnSession() { ::posix_spawnattr_destroy(&attributes_); }
    OwnSession(const OwnSession&) = delete;
    OwnSession& operator=(const OwnSession&) = delete;

    [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

private:
    posix_spawnattr_t attributes_{};
};

/// As exec() takes them.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::string_view name_of(std::string_view variable) { return variable.substr(0, variable.find('=')); }

std::vector<std::string> with_our_own(const std::vector<std::string>& given) {
    auto all = given;
    for (char** own = ::environ; *own != nullptr; ++own) {
        const auto is_the_same = [&](const std::string& other) { return name_of(other) == name_of(*own); };
        if (std::ranges::none_of(given, is_the_same)) all.emplace_back(*own);
    }
    return all;
}

} // namespace

Result<Child, int> Child::start(std::vector<std::string> words, Prints prints,
                                const std::vector<std::string>& variables) {
    Actions actions;
    actions.open_null(STDIN_FILENO);
    if (prints == Prints::nothing) {
        actions.open_null(STDOUT_FILENO);
        actions.open_null(STDERR_FILENO);
    }
    const OwnSession session;
    auto environment = with_our_own(variables);
    pid_t id = -1;
    const int error = ::posix_spawnp(&id, words.front().c_str(), actions.get(), session.get(),
                                     pointers_to(words).data(), pointers_to(environment).data());
    if (error != 0) return Unexpected{error};
    return Child{id};
}

std::optional<int> Child::ends_within(std::chrono::milliseconds patience) const {
    // glibc 2.36 has a pidfd_open(), but declares it for C alone.
    const int descriptor = static_cast<int>(::syscall(SYS_pidfd_open, id_, 0));
    if (descriptor < 0) throw std::system_error{errno, std::generic_category(), "waiting for a program"};
    pollfd end{descriptor, POLLIN, 0};
    // As long as poll() can wait, three weeks: a longer patience would come round to a short one.
    const auto longest = std::min<std::int64_t>(patience.count(), std::numeric_limits<int>::max());
    const bool has_ended = ::poll(&end, 1, static_cast<int>(longest)) > 0;
    ::close(descriptor);
    if (!has_ended) ::kill(-id_, SIGKILL);
    int status = 0;
    ::waitpid(id_, &status, 0);
    return has_ended ? std::optional{status} : std::nullopt;
}

} // namespace poise
