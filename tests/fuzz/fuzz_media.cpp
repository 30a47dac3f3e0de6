// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes from what says that it is PipeWire, or PulseAudio, over a real socket: as they are, or each put into a
// frame of the right length. The daemon goes on; and when the server is gone, nothing is in use.
#include "bytes.hpp"
#include "must.hpp"

#include "pipewire_sense.hpp"
#include "pulse_sense.hpp"
#include "scoped.hpp"

#include <cstring>
#include <filesystem>
#include <optional>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace poise;
using poise::fuzz::Bytes;
using poise::fuzz::must;

namespace {

class Server {
public:
    explicit Server(const std::string& path) : listening_{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        must(::bind(listening_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                 ::listen(listening_, 4) == 0,
             "no socket at " + path);
    }
    /// To whoever has connected; then it is gone.
    void say(boost::asio::io_context& io, std::string_view bytes, std::size_t split) const {
        const int client = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        must(client >= 0, "nobody has connected");
        for (const std::string_view part : {bytes.substr(0, split), bytes.substr(split)}) {
            (void)::send(client, part.data(), part.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            io.poll();
        }
        ::close(client);
        io.poll();
    }

private:
    int listening_;
};

std::string pipewire_frames(Bytes& bytes) {
    std::string frames;
    while (!bytes.is_empty()) {
        const std::uint32_t object = bytes.byte() % 6;
        const std::uint32_t opcode = bytes.byte() % 6;
        std::string body = bytes.text() + bytes.text();
        const auto size = static_cast<std::uint32_t>(body.size());
        const std::uint32_t header[]{object, opcode << 24 | (size + 8), 0, 0, size, 14}; // a struct around it
        frames.append(reinterpret_cast<const char*>(header), sizeof header);
        frames += body;
    }
    return frames;
}

std::string pulse_frames(Bytes& bytes) {
    std::string frames;
    for (std::uint32_t number = 0; !bytes.is_empty(); ++number) {
        const auto command = static_cast<pulse::Command>(bytes.byte() % 4 == 0 ? bytes.byte() : 2);
        const std::string head = pulse::encode(command, number, {});
        const std::string body = bytes.text() + bytes.text();
        frames += pulse::bytes_of(static_cast<std::uint32_t>(head.size() - 20 + body.size())) + head.substr(4) + body;
    }
    return frames;
}

struct Desk {
    test::ScratchFolder folder;
    Desk() {
        ::setenv("XDG_RUNTIME_DIR", folder.path().c_str(), 1);
        for (const char* name : {"PULSE_SERVER", "PULSE_RUNTIME_PATH", "PIPEWIRE_REMOTE", "PIPEWIRE_RUNTIME_DIR"}) {
            ::unsetenv(name);
        }
        std::filesystem::create_directory(folder.path() / "pulse");
    }
    Server pipewire{folder.path() / "pipewire-0"};
    std::optional<Server> pulse;
    const Server& pulseaudio() {
        if (!pulse) pulse.emplace(folder.path() / "pulse/native");
        return *pulse;
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Desk desk;
    Bytes bytes{data, size};
    const unsigned how = bytes.byte();
    const bool is_framed = how % 2 == 1;
    const bool is_pulse = how / 2 % 2 == 1;
    const std::size_t split = bytes.byte();
    std::string said{data + std::min<std::size_t>(size, 2), data + size};
    if (is_framed) said = is_pulse ? pulse_frames(bytes) : pipewire_frames(bytes);

    boost::asio::io_context io;
    bool in_use = false;
    if (is_pulse) {
        const Server& server = desk.pulseaudio();
        PulseSense sense{io, [&](bool microphone) { in_use = microphone; }};
        server.say(io, said, std::min(split, said.size()));
        must(!sense.trouble().empty(), "nothing is wrong with a server that is gone");
    } else {
        PipewireSense sense{io, [&](const pipewire::InUse& now) { in_use = now != pipewire::InUse{}; }};
        desk.pipewire.say(io, said, std::min(split, said.size()));
        must(!sense.trouble().empty(), "nothing is wrong with a server that is gone");
    }
    must(!in_use, "in use by a server that is gone");
    return 0;
}
