// SPDX-License-Identifier: GPL-3.0-or-later
// Says when a program listens to a microphone, looks through a camera or sees a screen, as PipeWire has it: a listener
// on its registry, which asks for the state of the streams that take something in and for nothing else. Names of
// programs are not asked for, kept or passed on. Where PipeWire ends, nothing is in use any more; its socket is waited
// for, and it is looked for a few times in case the socket stays.
#pragma once

#include "media_graph.hpp"
#include "pipewire_connection.hpp"
#include "retry.hpp"
#include "socket_watch.hpp"

#include <boost/asio/io_context.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace poise {

class PipewireSense {
public:
    using Changed = std::function<void(const pipewire::InUse&)>;

    /// Throws std::runtime_error where PipeWire could not even appear.
    PipewireSense(boost::asio::io_context&, Changed);

    /// Why nothing is seen; empty: it is.
    [[nodiscard]] const std::string& trouble() const { return trouble_; }

private:
    void look();
    void connect();
    void greet();
    void hear(const pipewire::Message&);
    void hear_of_core(const pipewire::Message&);
    void hear_of_registry(const pipewire::Message&);
    void hear_of_node(pipewire::GlobalId, const pipewire::Message&);
    void add_global(pipewire::PodReader);
    void follow(pipewire::GlobalId node);
    void tell();
    void lose(const std::string& why);

    boost::asio::io_context& io_;
    Changed changed_;
    std::filesystem::path socket_path_;
    std::optional<SocketWatch> watch_; // not where the user has no inotify left
    Retry retry_;
    std::string trouble_;
    std::optional<pipewire::Connection> connection_;
    pipewire::MediaGraph graph_;
    pipewire::InUse told_;
    std::vector<std::optional<pipewire::GlobalId>> objects_; // by our number for them: the node that it speaks of
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
