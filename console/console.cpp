// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.hpp"

#include "failure.hpp"
#include "say.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstring>
#include <iostream>

#include <fcntl.h>
#include <langinfo.h>
#include <poll.h>
#include <unistd.h>

namespace poise {

namespace {

constexpr std::size_t flush_at = std::size_t{64} * 1024;

/// 0, or the error.
int write_all(int stream, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(stream, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

/// A stream that was closed by whoever started us would be the next file we open, and a journal could be written over.
/// Opened for the other direction, it still fails as a closed one does.
void fill_closed_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
        if (::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0) return;
    }
}

} // namespace

OutputFailed::OutputFailed(int error)
    : std::system_error{error, std::generic_category(), "cannot write to standard output"} {}

bool OutputFailed::reader_is_gone() const { return code() == std::errc::broken_pipe; }

Console::Console() {
    fill_closed_streams();
    std::signal(SIGPIPE, SIG_IGN);
    std::setlocale(LC_CTYPE, "");
}

void Console::print(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= flush_at) flush();
}

void Console::print_line(std::string_view text) {
    print(text);
    print("\n");
}

int Console::write_buffer() {
    const int error = write_all(STDOUT_FILENO, buffer_);
    buffer_.clear();
    return error;
}

void Console::flush() {
    if (const int error = write_buffer(); error != 0) throw OutputFailed{error};
}

bool Console::reader_is_gone() {
    pollfd output{STDOUT_FILENO, 0, 0};
    return ::poll(&output, 1, 0) > 0;
}

void Console::complain(std::string_view line) {
    const int error = write_buffer();
    (void)write_all(STDERR_FILENO, std::string{line} + "\n"); // there is nobody else to tell
    if (error != 0) throw OutputFailed{error};
}

bool Console::has_person() { return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1; }

std::optional<std::string> Console::ask(std::string_view question) {
    flush();
    (void)write_all(STDERR_FILENO, question);
    std::string answer;
    if (!std::getline(std::cin, answer)) {
        (void)write_all(STDERR_FILENO, "\n");
        return std::nullopt;
    }
    return answer;
}

std::optional<bool> Console::ask_yes_or_no(const std::string& question) {
    // The letters of the person's language and the English ones, which every example has.
    const std::string own_yes = tr_in("answer", "y");
    const std::string own_no = tr_in("answer", "n");
    const std::array<std::string_view, 6> yes{"y", "Y", "yes", "Yes", "YES", own_yes};
    const std::array<std::string_view, 6> no{"n", "N", "no", "No", "NO", own_no};
    std::string asked = question;
    asked.append(" [").append(own_yes).append("/").append(own_no).append("] ");
    for (;;) {
        const auto answer = ask(asked);
        if (!answer) return std::nullopt;
        if (std::ranges::find(yes, *answer) != yes.end()) return true;
        if (std::ranges::find(no, *answer) != no.end()) return false;
    }
}

std::string Console::read_input() {
    std::string text;
    std::array<char, std::size_t{64} * 1024> chunk{};
    for (;;) {
        const ssize_t length = ::read(STDIN_FILENO, chunk.data(), chunk.size());
        if (length == 0) return text;
        if (length > 0) {
            text.append(chunk.data(), static_cast<std::size_t>(length));
        } else if (errno != EINTR) {
            throw Failure{Exit::failed, std::string{"cannot read standard input: "} + std::strerror(errno)};
        }
    }
}

bool Console::takes_utf8() { return std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0; }

} // namespace poise
