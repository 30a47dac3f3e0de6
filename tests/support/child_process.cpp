// SPDX-License-Identifier: GPL-3.0-or-later
#include "child_process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace poise::test {

namespace {

int checked(int result, const char* what) {
    if (result < 0) throw std::system_error{errno, std::generic_category(), what};
    return result;
}

[[noreturn]] void become(const std::vector<std::string>& command, const Environment& environment, int output,
                         int errors, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(126); // it died before we could ask to die with it
    for (const auto& [name, value] : environment) {
        if (value) {
            ::setenv(name.c_str(), value->c_str(), 1);
        } else {
            ::unsetenv(name.c_str());
        }
    }
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(errors, STDERR_FILENO);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

/// The number behind a name in one of the files that /proc keeps of a process.
long number_in(pid_t process, const std::string& file, const std::string& name) {
    std::ifstream lines{"/proc/" + std::to_string(process) + "/" + file};
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(name)) return std::strtol(line.c_str() + name.size(), nullptr, 10);
    }
    throw std::runtime_error{"no " + name + " of process " + std::to_string(process)};
}

} // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& command, const Environment& environment)
    : name_{command.at(0)} {
    std::array<int, 2> pipe{};
    checked(::pipe2(pipe.data(), O_CLOEXEC), "pipe2");
    output_ = pipe[0];
    errors_ = checked(::memfd_create("errors", MFD_CLOEXEC), "memfd_create");
    const pid_t parent = ::getpid();
    id_ = checked(::fork(), "fork");
    if (id_ == 0) become(command, environment, pipe[1], errors_, parent);
    ::close(pipe[1]);
    ended_ = checked(static_cast<int>(::syscall(SYS_pidfd_open, id_, 0)), "pidfd_open");
}

ChildProcess::~ChildProcess() {
    if (!exit_) {
        kill(SIGTERM);
        if (!wait_for_exit(Milliseconds{3000})) {
            kill(SIGKILL);
            wait_for_exit(Milliseconds{3000});
        }
    }
    for (int descriptor : {ended_, output_, errors_}) ::close(descriptor);
}

bool ChildProcess::wait_readable(int descriptor, std::chrono::steady_clock::time_point deadline) const {
    pollfd wanted{descriptor, POLLIN, 0};
    const auto left = std::chrono::ceil<Milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    return ::poll(&wanted, 1, static_cast<int>(std::max<Milliseconds::rep>(left, 0))) > 0;
}

std::string ChildProcess::read_line(Milliseconds limit) {
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (true) {
        if (const auto end = unread_.find('\n'); end != std::string::npos) {
            std::string line = unread_.substr(0, end);
            unread_.erase(0, end + 1);
            return line;
        }
        std::array<char, 4096> buffer{};
        const ssize_t length = wait_readable(output_, deadline) ? ::read(output_, buffer.data(), buffer.size()) : 0;
        if (length <= 0) throw std::runtime_error{name_ + " said nothing: " + unread_ + errors()};
        unread_.append(buffer.data(), static_cast<std::size_t>(length));
    }
}

std::string ChildProcess::errors() const {
    std::string text;
    std::array<char, 4096> buffer{};
    for (off_t at = 0;;) {
        const ssize_t length = ::pread(errors_, buffer.data(), buffer.size(), at);
        if (length <= 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(length));
        at += length;
    }
}

std::optional<int> ChildProcess::wait_for_exit(Milliseconds limit) {
    if (exit_ || !wait_readable(ended_, std::chrono::steady_clock::now() + limit)) return exit_;
    int status = 0;
    if (::waitpid(id_, &status, 0) == id_) exit_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return exit_;
}

void ChildProcess::kill(int signal) const {
    if (!exit_) ::kill(id_, signal);
}

long ChildProcess::voluntary_switches() const { return number_in(id_, "status", "voluntary_ctxt_switches:"); }

long ChildProcess::proportional_set_size() const { return number_in(id_, "smaps_rollup", "Pss:"); }

void run(const std::vector<std::string>& command, const Environment& environment) {
    ChildProcess child{command, environment};
    if (const auto code = child.wait_for_exit(Milliseconds{60000}); code != 0) {
        std::ostringstream why;
        why << command[0] << (code ? " failed with " + std::to_string(*code) : " does not end") << ": "
            << child.errors();
        throw std::runtime_error{why.str()};
    }
}

} // namespace poise::test
