// SPDX-License-Identifier: GPL-3.0-or-later
// How a program of commands runs, the same for each: its words are parsed whole, what they ask for runs then, and every
// way to fail is one line on standard error and a number that scripts rely on.
#pragma once

#include "console.hpp"
#include "failure.hpp"

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace poise {

using Command = std::function<Exit(Console&)>;

struct Program {
    const char* name;
    const char* about;
    const char* version;
    void (*add_commands)(CLI::App&, Command& chosen);
};

/// What main() returns.
[[nodiscard]] int run_program(const Program&, const std::vector<std::string>& words);

} // namespace poise
