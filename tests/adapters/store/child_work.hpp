// SPDX-License-Identifier: GPL-3.0-or-later
// Work that a test does in a process of its own: one that may be killed, run out of disk or give up its rights.
#pragma once

#include <functional>
#include <string>

#include <sys/types.h>

namespace poise::test {

/// Runs `work` in a child, to its end. What it returns or throws comes back as text; so does how it died.
[[nodiscard]] std::string in_a_child(const std::function<std::string()>& work);

/// A child that reports numbers until it is killed.
class KilledChild {
public:
    using Report = std::function<void(int)>;
    explicit KilledChild(const std::function<void(const Report&)>& work);
    ~KilledChild();
    KilledChild(const KilledChild&) = delete;
    KilledChild& operator=(const KilledChild&) = delete;

    /// Waits for the next number; none: it has ended.
    [[nodiscard]] bool next(int& number);
    /// kill -9; numbers that it had reported until then can still be read.
    void kill();

private:
    pid_t id_ = -1;
    int reports_ = -1;
};

} // namespace poise::test
