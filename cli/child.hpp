// SPDX-License-Identifier: GPL-3.0-or-later
// A program that a command starts, found along PATH and without a shell: in a session of its own, so that neither a
// closed terminal nor Ctrl-C ends it, and with nothing to read.
#pragma once

#include "poise/result.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace poise {

enum class Prints { nothing, as_we_do };

class Child {
public:
    /// Why it cannot be run: an errno. `variables` are put on top of our own, each as "NAME=value".
    [[nodiscard]] static Result<Child, int> start(std::vector<std::string> words, Prints,
                                                  const std::vector<std::string>& variables = {});

    /// What waitpid() says of its end; nothing: it took longer, and was ended with all that it had started.
    [[nodiscard]] std::optional<int> ends_within(std::chrono::milliseconds) const;

private:
    explicit Child(pid_t id) : id_{id} {}
    pid_t id_;
};

} // namespace poise
