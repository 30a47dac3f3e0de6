// SPDX-License-Identifier: GPL-3.0-or-later
// A session bus of the test's own: a real dbus-daemon that knows no services of this machine, in a folder that goes
// with it. While it lives, the session bus of this process and of its children is this one.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace poise::test {

class TestBus {
public:
    /// The text of a .service file, if the daemon's name is to be activated.
    explicit TestBus(const std::string& service_file = "");
    ~TestBus();
    TestBus(const TestBus&) = delete;
    TestBus& operator=(const TestBus&) = delete;

    [[nodiscard]] const std::string& address() const { return address_; }
    /// As when the session ends.
    void die();

private:
    std::filesystem::path folder_;
    std::string address_;
    std::string address_before_;
    pid_t pid_ = -1;
};

/// What a command line program of this machine said, both streams together.
struct Output {
    int exit_code = -1;
    std::string text;
};
[[nodiscard]] Output run(const std::string& command);

/// gdbus call on org.poise.Daemon1.
[[nodiscard]] Output gdbus_call(const std::string& method_and_arguments);

} // namespace poise::test
