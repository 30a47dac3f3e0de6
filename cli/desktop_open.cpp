// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop_open.hpp"

#include "failure.hpp"
#include "file_text.hpp"
#include "say.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

namespace poise {

namespace fs = std::filesystem;

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

/// In a session of its own, so that neither a closed terminal nor Ctrl-C ends the browser.
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

} // namespace

fs::path file_to_open(const std::string& suffix) {
    const char* const runtime = std::getenv("XDG_RUNTIME_DIR");
    if (!runtime || fs::path{runtime}.is_relative()) {
        throw Failure{Exit::failed, tr("there is no XDG_RUNTIME_DIR to put the report into (expected -o FILE)")};
    }
    const fs::path folder = fs::path{runtime} / "poise";
    make_folders(folder);
    return folder / ("report" + suffix);
}

void open_on_desktop(const fs::path& file, Console& console) {
    const std::string path = fs::absolute(file).string();
    console.print_line(path);
    console.flush();
    Actions actions;
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) actions.open_null(stream);
    const OwnSession session;
    std::string program = "xdg-open";
    std::string argument = path;
    char* const arguments[]{program.data(), argument.data(), nullptr};
    pid_t child = -1;
    const int error = ::posix_spawnp(&child, program.c_str(), actions.get(), session.get(), arguments, ::environ);
    if (error == ENOENT)
        throw Failure{Exit::failed, tr("xdg-open is not installed (package xdg-utils): open it by hand")};
    if (error != 0) throw Failure{Exit::failed, tr("xdg-open cannot be run: {why}", {{"why", std::strerror(error)}})};
}

} // namespace poise
