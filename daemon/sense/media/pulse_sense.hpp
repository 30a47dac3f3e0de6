// SPDX-License-Identifier: GPL-3.0-or-later
// Says when a program listens to a microphone, as PulseAudio has it where PipeWire does not stand in for it: a listener
// on its native protocol, told when a stream that takes sound in comes, changes or goes, which then asks for the list.
// Names of programs come with that and are dropped. Its socket is waited for, also when it comes back.
#pragma once

#include "local_socket.hpp"
#include "pulse_message.hpp"
#include "retry.hpp"
#include "socket_watch.hpp"

#include <boost/asio/io_context.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

class PulseSense {
public:
    using Changed = std::function<void(bool microphone)>;

    /// Throws std::runtime_error where PulseAudio could not even appear.
    PulseSense(boost::asio::io_context&, Changed);

    /// Why nothing is seen; empty: it is.
    [[nodiscard]] const std::string& trouble() const { return trouble_; }

private:
    void await_socket();
    void watch_socket();
    void look();
    void connect();
    std::size_t take(std::string_view arrived);
    void ask(pulse::Command, const pulse::TagWriter& = {});
    void ask_for_outputs();
    void hear(pulse::Message);
    void hear_reply(pulse::Command to, pulse::TagReader);
    void hear_of_auth(pulse::TagReader);
    void hear_of_server(pulse::TagReader);
    void hear_of_outputs(pulse::TagReader);
    void judge();
    void lose(const std::string& why);
    void end(const std::string& why);

    boost::asio::io_context& io_;
    Changed changed_;
    std::filesystem::path socket_path_;
    std::optional<SocketWatch> watch_; // not where the user has no inotify left
    Retry retry_;
    std::string trouble_;
    std::optional<LocalSocket> socket_;
    std::map<std::uint32_t, pulse::Command> asked_; // by the number that the reply will have
    std::uint32_t next_number_ = 0;
    std::vector<pulse::SourceOutput> outputs_;
    std::map<std::uint32_t, bool> is_monitor_; // of sources that were asked for; no number is given twice
    bool listing_ = false;
    bool outdated_ = false; // the list that is being asked for
    bool told_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
