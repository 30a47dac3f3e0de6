// SPDX-License-Identifier: GPL-3.0-or-later
#include "private_pipewire.hpp"

#include <csignal>
#include <stdexcept>
#include <thread>

namespace poise::test {

namespace {

/// A client that fails at once while nobody listens.
bool answers(const Environment& environment) {
    ChildProcess client{{"pw-cli", "info", "0"}, environment};
    return client.wait_for_exit(Milliseconds{5000}) == 0;
}

} // namespace

PrivatePipewire::PrivatePipewire() { start(); }

Environment PrivatePipewire::environment() const {
    return {{"XDG_RUNTIME_DIR", folder()},
            {"HOME", folder()},
            {"PIPEWIRE_REMOTE", std::nullopt},
            {"PIPEWIRE_RUNTIME_DIR", std::nullopt},
            {"DBUS_SESSION_BUS_ADDRESS", bus_.address()},
            {"DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere"},
            {"DISPLAY", std::nullopt},
            {"WAYLAND_DISPLAY", std::nullopt}};
}

void PrivatePipewire::start() {
    server_.emplace(std::vector<std::string>{"pipewire"}, environment());
    const auto deadline = std::chrono::steady_clock::now() + Milliseconds{20000};
    while (!answers(environment())) {
        if (std::chrono::steady_clock::now() > deadline) throw std::runtime_error{server_->errors()};
        std::this_thread::sleep_for(Milliseconds{20}); // nothing tells that it listens now
    }
    session_manager_.emplace(std::vector<std::string>{"wireplumber"}, environment());
    add_device(microphone, "Audio/Source/Virtual");
    add_device(loudspeaker, "Audio/Sink");
}

void PrivatePipewire::end() {
    session_manager_.reset();
    server_.reset();
}

void PrivatePipewire::add_device(const std::string& name, const std::string& media_class) const {
    run({"pw-cli", "create-node", "adapter",
         "{ factory.name=support.null-audio-sink node.name=" + name + " media.class=" + media_class +
             " object.linger=true audio.position=[MONO] }"},
        environment());
}

std::unique_ptr<ChildProcess> PrivatePipewire::film(const std::string& name, const std::string& media_class,
                                                    const std::string& role) const {
    const std::string of_role = role.empty() ? "" : ",media.role=" + role;
    auto camera = std::make_unique<ChildProcess>(
        std::vector<std::string>{"gst-launch-1.0", "--quiet", "videotestsrc", "is-live=true", "!",
                                 "video/x-raw,format=RGB,width=64,height=48,framerate=5/1", "!", "pipewiresink",
                                 "mode=provide",
                                 "stream-properties=p,media.class=" + media_class + ",node.name=" + name + of_role},
        environment());
    // Who asks for a source that is not there yet is sent away.
    run({"sh", "-c", "until pw-cli ls Node | grep -q '\"" + name + "\"'; do sleep 0.02; done"}, environment());
    return camera;
}

std::unique_ptr<ChildProcess> PrivatePipewire::watch(const std::string& name) const {
    return std::make_unique<ChildProcess>(std::vector<std::string>{"gst-launch-1.0", "--quiet", "pipewiresrc",
                                                                   "target-object=" + name, "!", "videoconvert", "!",
                                                                   "fakesink"},
                                          environment());
}

std::unique_ptr<ChildProcess> PrivatePipewire::stand_in_for_pulseaudio() const {
    return std::make_unique<ChildProcess>(std::vector<std::string>{"pipewire-pulse"}, environment());
}

std::unique_ptr<ChildProcess> PrivatePipewire::record(const std::string& target,
                                                      const std::vector<std::string>& options) const {
    std::vector<std::string> command{"pw-cat", "--record", "--target", target};
    command.insert(command.end(), options.begin(), options.end());
    command.push_back(folder() + "/record.wav");
    return std::make_unique<ChildProcess>(command, environment());
}

} // namespace poise::test
