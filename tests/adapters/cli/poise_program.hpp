// SPDX-License-Identifier: GPL-3.0-or-later
// The real `poise`, run as somebody would run it: with a home of its own, in Berlin, and with standard streams that a
// test can spoil. The session bus is that of the test.
#pragma once

#include "scoped.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace poise::test {

/// Variables on top of the usual ones; without a value: unset.
using Variables = std::map<std::string, std::optional<std::string>>;

/// What is wrong with standard output.
enum class Spoiled {
    full,       // /dev/full
    closed,     // no standard output at all
    not_wanted, // a pipe whose reader has gone
};

struct Ran {
    int exit = -1; // negative: killed by that signal
    std::string output;
    std::string errors;
    bool operator==(const Ran&) const = default;
};
std::ostream& operator<<(std::ostream&, const Ran&);

/// The first line of a trace for `poise simulate`.
inline const std::string trace_header = R"({"start": "2026-11-23T09:00:00+01:00", "zone": "Europe/Berlin"})"
                                        "\n";

class Person {
public:
    Person();

    [[nodiscard]] Ran runs(const std::vector<std::string>& arguments) const;
    [[nodiscard]] Ran runs(const std::vector<std::string>& arguments, const std::string& input) const;
    /// At a terminal, where the questions come out as errors.
    [[nodiscard]] Ran types(const std::vector<std::string>& arguments, const std::string& keys) const;
    [[nodiscard]] Ran runs_with(Spoiled, const std::vector<std::string>& arguments) const;

    Variables variables;

    [[nodiscard]] const std::filesystem::path& home() const { return home_.path(); }
    [[nodiscard]] std::filesystem::path configuration() const { return home() / ".config/poise/poise.toml"; }
    [[nodiscard]] std::filesystem::path journal() const { return home() / ".local/share/poise/poise.db"; }

private:
    ScratchFolder home_;
};

/// `poise` that goes on by itself while somebody reads what it prints. It ends with the test.
class Watched {
public:
    Watched(const Person&, const std::vector<std::string>& arguments);
    ~Watched();
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;

    /// Waits for it; empty: it has ended, or nothing has come for much too long.
    [[nodiscard]] std::string next_line();
    /// The reader goes away, and it ends: its exit code, and what it complained of.
    [[nodiscard]] Ran left_alone();
    /// It ends by itself.
    [[nodiscard]] Ran ends();

private:
    int output_ = -1;
    int errors_ = -1;
    pid_t id_ = -1;
    std::string unread_;
};

/// Makes its folder too.
void write_text(const std::filesystem::path&, const std::string& text);
[[nodiscard]] std::string text_of(const std::filesystem::path&);

} // namespace poise::test
