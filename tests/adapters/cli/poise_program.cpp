// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise_program.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <ostream>
#include <sstream>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace poise::test {

namespace {

int checked(int result) {
    if (result < 0) throw std::system_error{errno, std::generic_category()};
    return result;
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_{checked(number)} {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

private:
    int number_;
};

std::string read_from_start(int descriptor) {
    std::string text;
    std::array<char, 4096> chunk{};
    for (ssize_t length = 0;
         (length = ::pread(descriptor, chunk.data(), chunk.size(), static_cast<off_t>(text.size()))) > 0;) {
        text.append(chunk.data(), static_cast<std::size_t>(length));
    }
    return text;
}

void write_all(int descriptor, const std::string& text) {
    if (::write(descriptor, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
        throw std::runtime_error{"cannot write to the program"};
    }
}

std::vector<std::string> environment_of(const Person& person) {
    Variables variables{{"HOME", person.home().string()},
                        {"LC_ALL", "C.UTF-8"},
                        {"PATH", "/usr/bin:/bin"},
                        {"TZ", "Europe/Berlin"},
                        {"XDG_RUNTIME_DIR", person.home().string()}};
    for (const char* handed_on : {"DBUS_SESSION_BUS_ADDRESS", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (const char* value = std::getenv(handed_on)) variables[handed_on] = value;
    }
    for (const auto& [name, value] : person.variables) variables[name] = value;
    std::vector<std::string> environment;
    for (const auto& [name, value] : variables) {
        if (value) environment.push_back(name + "=" + *value);
    }
    return environment;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// -1: the stream is closed.
struct Streams {
    int input, output, errors;
};

pid_t start(const Person& person, const std::vector<std::string>& arguments, const Streams& streams) {
    std::vector<std::string> words{POISE_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto environment = environment_of(person);
    auto word_pointers = pointers_to(words);
    auto environment_pointers = pointers_to(environment);
    const pid_t child = checked(::fork());
    if (child != 0) return child;
    // Other threads of the test may hold any lock: from here on only system calls.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::signal(SIGPIPE, SIG_DFL);
    const std::array wanted{streams.input, streams.output, streams.errors};
    for (int stream = 0; stream < 3; ++stream) {
        const int descriptor = wanted[static_cast<std::size_t>(stream)];
        if (descriptor < 0) {
            ::close(stream);
        } else {
            ::dup2(descriptor, stream);
        }
    }
    ::execve(POISE_PROGRAM, word_pointers.data(), environment_pointers.data());
    ::_exit(127);
}

int wait_for(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) checked(-1);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/// The other end of a terminal that neither echoes nor changes what is written to it.
struct Terminal {
    Terminal() {
        checked(::grantpt(person.number()));
        checked(::unlockpt(person.number()));
        program.emplace(::open(::ptsname(person.number()), O_RDWR | O_NOCTTY | O_CLOEXEC));
        termios modes{};
        checked(::tcgetattr(program->number(), &modes));
        modes.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        modes.c_oflag &= ~static_cast<tcflag_t>(OPOST);
        checked(::tcsetattr(program->number(), TCSANOW, &modes));
    }
    /// Until the program has gone.
    [[nodiscard]] std::string read_all() const {
        std::string text;
        std::array<char, 4096> chunk{};
        for (ssize_t length = 0; (length = ::read(person.number(), chunk.data(), chunk.size())) > 0;) {
            text.append(chunk.data(), static_cast<std::size_t>(length));
        }
        return text;
    }

    Descriptor person{::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)};
    std::optional<Descriptor> program;
};

} // namespace

std::ostream& operator<<(std::ostream& stream, const Ran& ran) {
    return stream << "exit " << ran.exit << "\n--- output\n" << ran.output << "--- errors\n" << ran.errors << "---";
}

Person::Person() = default;

Ran Person::runs(const std::vector<std::string>& arguments) const { return runs(arguments, ""); }

Ran Person::runs(const std::vector<std::string>& arguments, const std::string& input) const {
    const Descriptor in{::memfd_create("input", MFD_CLOEXEC)};
    const Descriptor out{::memfd_create("output", MFD_CLOEXEC)};
    const Descriptor err{::memfd_create("errors", MFD_CLOEXEC)};
    write_all(in.number(), input);
    checked(static_cast<int>(::lseek(in.number(), 0, SEEK_SET)));
    const int exit = wait_for(start(*this, arguments, {in.number(), out.number(), err.number()}));
    return {exit, read_from_start(out.number()), read_from_start(err.number())};
}

Ran Person::types(const std::vector<std::string>& arguments, const std::string& keys) const {
    Terminal terminal;
    const Descriptor out{::memfd_create("output", MFD_CLOEXEC)};
    write_all(terminal.person.number(), keys);
    const int program = terminal.program->number();
    const pid_t child = start(*this, arguments, {program, out.number(), program});
    terminal.program.reset();
    std::string errors = terminal.read_all();
    return {wait_for(child), read_from_start(out.number()), std::move(errors)};
}

Ran Person::runs_with(Spoiled spoiled, const std::vector<std::string>& arguments) const {
    const Descriptor in{::open("/dev/null", O_RDONLY | O_CLOEXEC)};
    const Descriptor err{::memfd_create("errors", MFD_CLOEXEC)};
    const Descriptor full{::open("/dev/full", O_WRONLY | O_CLOEXEC)};
    std::array<int, 2> pipe{};
    checked(::pipe2(pipe.data(), O_CLOEXEC));
    const Descriptor nobody_reads{pipe[1]};
    ::close(pipe[0]);
    int out = -1;
    if (spoiled == Spoiled::full) out = full.number();
    if (spoiled == Spoiled::not_wanted) out = nobody_reads.number();
    const int exit = wait_for(start(*this, arguments, {in.number(), out, err.number()}));
    return {exit, "", read_from_start(err.number())};
}

Watched::Watched(const Person& person, const std::vector<std::string>& arguments) {
    const Descriptor in{::open("/dev/null", O_RDONLY | O_CLOEXEC)};
    errors_ = checked(::memfd_create("errors", MFD_CLOEXEC));
    std::array<int, 2> pipe{};
    checked(::pipe2(pipe.data(), O_CLOEXEC));
    output_ = pipe[0];
    const Descriptor written{pipe[1]};
    id_ = start(person, arguments, {in.number(), written.number(), errors_});
}

Watched::~Watched() {
    if (id_ > 0) {
        ::kill(id_, SIGKILL);
        (void)wait_for(id_);
    }
    if (output_ >= 0) ::close(output_);
    ::close(errors_);
}

std::string Watched::next_line() {
    constexpr int much_too_long_ms = 60'000;
    for (;;) {
        if (const auto end = unread_.find('\n'); end != std::string::npos) {
            std::string line = unread_.substr(0, end);
            unread_.erase(0, end + 1);
            return line;
        }
        pollfd readable{output_, POLLIN, 0};
        if (::poll(&readable, 1, much_too_long_ms) <= 0) return "";
        std::array<char, 4096> chunk{};
        const ssize_t length = ::read(output_, chunk.data(), chunk.size());
        if (length <= 0) return "";
        unread_.append(chunk.data(), static_cast<std::size_t>(length));
    }
}

Ran Watched::left_alone() {
    ::close(std::exchange(output_, -1));
    return ends();
}

Ran Watched::ends() {
    const int exit = wait_for(std::exchange(id_, -1));
    return {exit, unread_, read_from_start(errors_)};
}

void write_text(const std::filesystem::path& path, const std::string& text) {
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
    std::ofstream file{path, std::ios::binary};
    file << text;
    if (!file.flush()) throw std::runtime_error{"cannot write " + path.string()};
}

std::string text_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

} // namespace poise::test
