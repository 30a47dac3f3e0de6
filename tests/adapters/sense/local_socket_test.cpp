// SPDX-License-Identifier: GPL-3.0-or-later
// A server of this test's own, slow where PulseAudio is: it has accepted a connection before it asks who it is.
#include "local_socket.hpp"

#include "scoped.hpp"
#include "waiting.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstring>

#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return number_; }

private:
    int number_;
};

int listen_at(const std::string& path) {
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    EXPECT_EQ(::bind(server, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(::listen(server, 1), 0);
    return server;
}

int waiting_bytes(const Descriptor& connection) {
    int count = 0;
    EXPECT_EQ(::ioctl(connection.get(), FIONREAD, &count), 0);
    return count;
}

ucred sender_of_what_waits(const Descriptor& connection) {
    std::array<char, 64> bytes{};
    iovec content{bytes.data(), bytes.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(ucred))> control{};
    msghdr message{};
    message.msg_iov = &content;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    EXPECT_GT(::recvmsg(connection.get(), &message, 0), 0);
    ucred sender{};
    const cmsghdr* head = CMSG_FIRSTHDR(&message);
    if (head != nullptr && head->cmsg_type == SCM_CREDENTIALS) std::memcpy(&sender, CMSG_DATA(head), sizeof sender);
    return sender;
}

TEST(LocalSocketTest, SaysWhoSendsBeforeTheServerAsksForIt) {
    const ScratchFolder folder;
    const std::string path = folder.path() / "native";
    boost::asio::io_context io;
    const Descriptor server{listen_at(path)};
    LocalSocket socket{io, path, {[](std::string_view arrived) { return arrived.size(); }, [](const std::string&) {}}};
    const Descriptor connection{::accept(server.get(), nullptr, nullptr)};
    socket.send("it is me");
    ASSERT_TRUE(run_until(io, 10s, [&] { return waiting_bytes(connection) == 8; }));
    const int on = 1;
    ASSERT_EQ(::setsockopt(connection.get(), SOL_SOCKET, SO_PASSCRED, &on, sizeof on), 0);
    const ucred sender = sender_of_what_waits(connection);
    EXPECT_EQ(sender.pid, ::getpid());
    EXPECT_EQ(sender.uid, ::getuid());
    EXPECT_EQ(sender.gid, ::getgid());
}

} // namespace
} // namespace poise::test
