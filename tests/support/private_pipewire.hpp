// SPDX-License-Identifier: GPL-3.0-or-later
// PipeWire and its session manager in a folder of their own, with a microphone and a loudspeaker that are none.
#pragma once

#include "private_bus.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace poise::test {

class PrivatePipewire {
public:
    PrivatePipewire();

    /// XDG_RUNTIME_DIR, for whoever is to find it.
    [[nodiscard]] std::string folder() const { return folder_.path().string(); }
    void start();
    /// As a service manager does it: asked to, it takes its socket away.
    void end();
    /// A program that records until it is destroyed; options as pw-cat has them.
    [[nodiscard]] std::unique_ptr<ChildProcess> record(const std::string& target,
                                                       const std::vector<std::string>& options = {}) const;

    /// A program that hands out pictures until it is destroyed: a camera's, or those of a screen, as the portals do.
    [[nodiscard]] std::unique_ptr<ChildProcess> film(const std::string& name, const std::string& media_class,
                                                     const std::string& role = {}) const;
    /// One that takes them in.
    [[nodiscard]] std::unique_ptr<ChildProcess> watch(const std::string& name) const;
    /// The server that speaks to programs as PulseAudio would.
    [[nodiscard]] std::unique_ptr<ChildProcess> stand_in_for_pulseaudio() const;

    static constexpr auto microphone = "fake-mic";
    static constexpr auto loudspeaker = "fake-speaker";

private:
    [[nodiscard]] Environment environment() const;
    void add_device(const std::string& name, const std::string& media_class) const;

    PrivateBus bus_; // the session manager does not live without one
    ScratchFolder folder_;
    std::optional<ChildProcess> server_;
    std::optional<ChildProcess> session_manager_;
};

} // namespace poise::test
