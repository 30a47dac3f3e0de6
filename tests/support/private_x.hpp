// SPDX-License-Identifier: GPL-3.0-or-later
// An X server of its own for a test, without a screen, and hands for it.
#pragma once

#include "child_process.hpp"

#include <string>
#include <vector>

namespace poise::test {

class PrivateX {
public:
    PrivateX();

    [[nodiscard]] const std::string& display() const { return display_; }
    /// What a client of this server needs; it must not find the machine's own session.
    [[nodiscard]] Environment environment() const;
    /// Through XTEST, as if by hand: {"key", "a"}, {"click", "1"}, {"type", "--delay", "5", "text"}.
    void xdotool(std::vector<std::string> words) const;
    /// The server dies; clients are cut off.
    void kill();
    /// It hangs: whoever connects is kept waiting.
    void hang();
    void go_on();

private:
    ChildProcess server_;
    std::string display_;
};

} // namespace poise::test
