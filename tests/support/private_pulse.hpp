// SPDX-License-Identifier: GPL-3.0-or-later
// PulseAudio in a folder of its own, with a microphone and a loudspeaker that are none.
#pragma once

#include "child_process.hpp"
#include "scoped.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace poise::test {

class PrivatePulse {
public:
    /// XDG_RUNTIME_DIR, for whoever is to find it.
    [[nodiscard]] std::string folder() const { return folder_.path().string(); }
    [[nodiscard]] Environment environment() const;
    /// Returns when it listens.
    void start();
    void end();
    /// A program that records until it is destroyed; options as parec has them.
    [[nodiscard]] std::unique_ptr<ChildProcess> record(const std::string& source,
                                                       const std::vector<std::string>& options = {}) const;
    void pactl(const std::vector<std::string>& arguments) const;

    static constexpr auto microphone = "fake-mic";
    static constexpr auto loudspeaker = "fake-speaker.monitor"; // what it plays

private:
    ScratchFolder folder_;
    std::optional<ChildProcess> server_;
};

} // namespace poise::test
