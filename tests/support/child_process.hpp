// SPDX-License-Identifier: GPL-3.0-or-later
// A real program, run for a test: it cannot outlive the test, however that ends, and what it says is kept for the
// failure message.
#pragma once

#include "waiting.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace poise::test {

/// Variables on top of the test's own; without a value: unset.
using Environment = std::map<std::string, std::optional<std::string>>;

class ChildProcess {
public:
    explicit ChildProcess(const std::vector<std::string>& command, const Environment& = {});
    /// Asks it to end, and kills it if it does not.
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    [[nodiscard]] pid_t id() const { return id_; }
    /// The next line of its standard output; throws with what it said if there is none within the limit.
    [[nodiscard]] std::string read_line(Milliseconds limit);
    /// What it wrote to standard error so far.
    [[nodiscard]] std::string errors() const;
    /// Its exit code, negative for a signal; none if it runs on after the limit.
    std::optional<int> wait_for_exit(Milliseconds limit);
    void kill(int signal) const;

    /// How often it has gone to sleep of its own accord: for each, something woke it.
    [[nodiscard]] long voluntary_switches() const;
    /// Its share of memory in KiB.
    [[nodiscard]] long proportional_set_size() const;

private:
    [[nodiscard]] bool wait_readable(int descriptor, std::chrono::steady_clock::time_point deadline) const;

    std::string name_;
    pid_t id_ = -1;
    int ended_ = -1; // pidfd
    int output_ = -1;
    int errors_ = -1;
    std::string unread_;
    std::optional<int> exit_;
};

/// Runs a program to its end; throws unless it succeeds.
void run(const std::vector<std::string>& command, const Environment& = {});

} // namespace poise::test
