// SPDX-License-Identifier: GPL-3.0-or-later
// Hears every signal of poised on a connection of its own and writes each down as one line. A reading ends with a
// notice that the daemon is made to send last, so that what was not sent is known not to have been, without waiting.
#pragma once

#include "scripted_daemon.hpp"

#include <sdbus-c++/sdbus-c++.h>

#include <string>
#include <vector>

namespace poise::test {

class Listener {
public:
    Listener();

    /// All that has come since the last time: "PropertiesChanged Holds=[meeting] Presence=passive".
    [[nodiscard]] std::vector<std::string> heard(ScriptedDaemon&);
    /// Waits for the next signal.
    [[nodiscard]] std::string next();

private:
    void process();

    std::unique_ptr<sdbus::IConnection> connection_;
    std::vector<std::string> lines_;
    sdbus::Slot watch_;
};

/// The value as one would read it aloud.
[[nodiscard]] std::string to_text(const sdbus::Variant&);

} // namespace poise::test
