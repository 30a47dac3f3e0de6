// SPDX-License-Identifier: GPL-3.0-or-later
#include "child_work.hpp"

#include <array>
#include <csignal>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace poise::test {

namespace {

struct Pipe {
    int read;
    int write;
};

Pipe make_pipe() {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    return {ends[0], ends[1]};
}

std::string said_by(const std::function<std::string()>& work) {
    try {
        return work();
    } catch (const std::exception& error) {
        return std::string{"threw: "} + error.what();
    }
}

} // namespace

std::string in_a_child(const std::function<std::string()>& work) {
    const Pipe pipe = make_pipe();
    const pid_t child = ::fork();
    if (child == 0) {
        const std::string said = said_by(work);
        const bool written = ::write(pipe.write, said.data(), said.size()) == static_cast<ssize_t>(said.size());
        ::_exit(written ? 0 : 1);
    }
    ::close(pipe.write);
    std::string said;
    std::array<char, 4096> part{};
    for (ssize_t size = 0; (size = ::read(pipe.read, part.data(), part.size())) > 0;) {
        said.append(part.data(), static_cast<std::size_t>(size));
    }
    ::close(pipe.read);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (status != 0) said += " (ended with status " + std::to_string(status) + ")";
    return said;
}

KilledChild::KilledChild(const std::function<void(const Report&)>& work) {
    const Pipe pipe = make_pipe();
    id_ = ::fork();
    if (id_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        said_by([&] {
            work([&](int number) {
                if (::write(pipe.write, &number, sizeof number) != sizeof number) ::_exit(1);
            });
            return std::string{};
        });
        ::_exit(0);
    }
    ::close(pipe.write);
    reports_ = pipe.read;
}

KilledChild::~KilledChild() {
    kill();
    ::close(reports_);
}

bool KilledChild::next(int& number) { return ::read(reports_, &number, sizeof number) == sizeof number; }

void KilledChild::kill() {
    if (id_ < 0) return;
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
    id_ = -1;
}

} // namespace poise::test
