// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_bus.hpp"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace poise::test {

namespace {

constexpr const char* address_variable = "DBUS_SESSION_BUS_ADDRESS";

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream file{path};
    file << text;
    if (!file.flush()) throw std::runtime_error{"cannot write " + path.string()};
}

std::filesystem::path new_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "poise-bus-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error{"no temporary folder"};
    return name;
}

std::string read_line(int descriptor) {
    std::string line;
    for (char letter = 0; ::read(descriptor, &letter, 1) == 1 && letter != '\n';) line += letter;
    return line;
}

} // namespace

TestBus::TestBus(const std::string& service_file) : folder_{new_folder()} {
    std::filesystem::create_directory(folder_ / "services");
    if (!service_file.empty()) write(folder_ / "services/org.poise.Daemon1.service", service_file);
    write(folder_ / "bus.conf", "<busconfig><type>session</type><listen>unix:path=" + (folder_ / "socket").string() +
                                    "</listen><servicedir>" + (folder_ / "services").string() +
                                    "</servicedir><policy context=\"default\">"
                                    "<allow send_destination=\"*\" eavesdrop=\"true\"/>"
                                    "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0) throw std::runtime_error{"no pipe"};
    const std::string configuration = "--config-file=" + (folder_ / "bus.conf").string();
    const std::string print_address = "--print-address=" + std::to_string(pipe[1]);
    pid_ = ::fork();
    if (pid_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::execlp("dbus-daemon", "dbus-daemon", "--nofork", configuration.c_str(), print_address.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(pipe[1]);
    address_ = read_line(pipe[0]);
    ::close(pipe[0]);
    if (pid_ < 0 || address_.empty()) throw std::runtime_error{"dbus-daemon does not start"};
    const char* before = std::getenv(address_variable);
    address_before_ = before ? before : "";
    ::setenv(address_variable, address_.c_str(), 1);
}

TestBus::~TestBus() {
    die();
    if (address_before_.empty()) {
        ::unsetenv(address_variable);
    } else {
        ::setenv(address_variable, address_before_.c_str(), 1);
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void TestBus::die() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
}

Output run(const std::string& command) {
    Output output;
    FILE* stream = ::popen((command + " 2>&1").c_str(), "r");
    if (!stream) return output;
    std::array<char, 4096> buffer{};
    for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), stream)) > 0;) {
        output.text.append(buffer.data(), count);
    }
    const int status = ::pclose(stream);
    if (WIFEXITED(status)) output.exit_code = WEXITSTATUS(status);
    return output;
}

Output gdbus_call(const std::string& method_and_arguments) {
    return run("gdbus call --session --timeout 5 --dest org.poise.Daemon1 --object-path /org/poise/Daemon1 --method "
               "org.poise.Daemon1." +
               method_and_arguments);
}

} // namespace poise::test
