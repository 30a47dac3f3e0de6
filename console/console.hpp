// SPDX-License-Identifier: GPL-3.0-or-later
// The three standard streams of a command. Only what was asked for goes to standard output, and it is lost only with a
// loud error: whatever cannot be written is thrown. Complaints and questions go to standard error. A reader that goes
// away (`poise report | head`) is no reason to be killed, nor to complain.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace poise {

class OutputFailed : public std::system_error {
public:
    explicit OutputFailed(int error);
    /// Nobody wants the rest.
    [[nodiscard]] bool reader_is_gone() const;
};

class Console {
public:
    /// Of this process; to be made before any file is opened.
    Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    void print(std::string_view text);
    void print_line(std::string_view text);
    /// What is not flushed in the end is never seen.
    void flush();

    /// Nobody will ever read what is printed from now on, as far as can be known without writing.
    [[nodiscard]] static bool reader_is_gone();

    /// One line on standard error, after what has been printed so far.
    void complain(std::string_view line);

    /// Somebody is there to be asked.
    [[nodiscard]] static bool has_person();
    /// Their answer without its line end; nothing: they will not answer.
    [[nodiscard]] std::optional<std::string> ask(std::string_view question);
    /// Only a plain yes or no counts, and is asked for until it comes: pressing Enter is neither.
    [[nodiscard]] std::optional<bool> ask_yes_or_no(const std::string& question);

    /// All of standard input.
    [[nodiscard]] static std::string read_input();

    /// Whether the person's locale can show more than ASCII.
    [[nodiscard]] static bool takes_utf8();

private:
    int write_buffer();

    std::string buffer_;
};

} // namespace poise
