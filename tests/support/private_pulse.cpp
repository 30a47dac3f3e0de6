// SPDX-License-Identifier: GPL-3.0-or-later
#include "private_pulse.hpp"

#include <stdexcept>
#include <thread>

namespace poise::test {

Environment PrivatePulse::environment() const {
    return {{"XDG_RUNTIME_DIR", folder()},
            {"HOME", folder()},
            {"XDG_CONFIG_HOME", std::nullopt},
            {"PULSE_SERVER", std::nullopt},
            {"PULSE_RUNTIME_PATH", std::nullopt},
            {"DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"},
            {"DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere"},
            {"DISPLAY", std::nullopt}};
}

void PrivatePulse::start() {
    const std::vector<std::string> command{"pulseaudio",
                                           "-n",
                                           "--daemonize=no",
                                           "--exit-idle-time=-1",
                                           "--use-pid-file=no",
                                           "--load=module-native-protocol-unix",
                                           "--load=module-null-sink sink_name=fake-speaker",
                                           std::string{"--load=module-null-source source_name="} + microphone};
    server_.emplace(command, environment());
    const auto deadline = std::chrono::steady_clock::now() + Milliseconds{20000};
    while (true) { // nothing tells that it listens now
        ChildProcess client{{"pactl", "info"}, environment()};
        if (client.wait_for_exit(Milliseconds{5000}) == 0) return;
        if (std::chrono::steady_clock::now() > deadline) throw std::runtime_error{server_->errors()};
        std::this_thread::sleep_for(Milliseconds{20});
    }
}

void PrivatePulse::end() { server_.reset(); }

std::unique_ptr<ChildProcess> PrivatePulse::record(const std::string& source,
                                                   const std::vector<std::string>& options) const {
    std::vector<std::string> command{"parec", "--device=" + source};
    command.insert(command.end(), options.begin(), options.end());
    command.push_back(folder() + "/record");
    return std::make_unique<ChildProcess>(command, environment());
}

void PrivatePulse::pactl(const std::vector<std::string>& arguments) const {
    std::vector<std::string> command{"pactl"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    run(command, environment());
}

} // namespace poise::test
