// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipewire_sense.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace poise {

namespace {

using pipewire::GlobalId;
using pipewire::Message;
using pipewire::PodReader;
using pipewire::PodWriter;

constexpr std::int32_t protocol = 3;

// The objects that are always there, and the first that is ours to number.
constexpr std::uint32_t core = 0;
constexpr std::uint32_t client = 1;
constexpr std::uint32_t registry = 2;
constexpr std::uint32_t first_node = 3;

// What is said to them...
constexpr std::uint8_t core_hello = 1;
constexpr std::uint8_t core_pong = 3;
constexpr std::uint8_t core_get_registry = 5;
constexpr std::uint8_t client_update_properties = 2;
constexpr std::uint8_t registry_bind = 1;
// ... and what is heard from them.
constexpr std::uint8_t core_ping = 2;
constexpr std::uint8_t core_error = 3;
constexpr std::uint8_t core_remove_id = 4;
constexpr std::uint8_t registry_global = 0;
constexpr std::uint8_t registry_global_remove = 1;
constexpr std::uint8_t node_info = 0;

constexpr std::int64_t state_changed = 1 << 2;
constexpr std::int64_t properties_changed = 1 << 3;
constexpr std::int32_t state_running = 3;

constexpr auto pipewire_unanswered = "PipeWire has not answered yet";

constexpr auto node_type = "PipeWire:Interface:Node";
constexpr auto link_type = "PipeWire:Interface:Link";

std::filesystem::path find_pipewire_socket() {
    const auto environment = [](const char* name) {
        const char* value = std::getenv(name);
        return std::filesystem::path{value ? value : ""};
    };
    auto remote = environment("PIPEWIRE_REMOTE");
    if (remote.is_absolute()) return remote;
    auto folder = environment("PIPEWIRE_RUNTIME_DIR");
    if (folder.empty()) folder = environment("XDG_RUNTIME_DIR");
    if (folder.empty()) throw std::runtime_error{"XDG_RUNTIME_DIR is not set: nobody knows where PipeWire would be"};
    return folder / (remote.empty() ? "pipewire-0" : remote);
}

} // namespace

PipewireSense::PipewireSense(boost::asio::io_context& io, Changed changed)
    : io_{io}, changed_{std::move(changed)}, socket_path_{find_pipewire_socket()}, retry_{io, [this] {
                                                                                              if (!connection_) look();
                                                                                          }} {
    try {
        watch_.emplace(io, socket_path_, [this] {
            if (!connection_) retry_.anew();
        });
    } catch (const std::system_error&) {
        // Somebody has taken the last inotify, or nobody has made the folder: it is looked for without being told.
    }
    look();
}

void PipewireSense::look() {
    try {
        connect();
    } catch (const std::exception& error) {
        trouble_ = std::string{"PipeWire does not answer: "} + error.what();
        std::error_code none;
        if (!watch_ || std::filesystem::exists(socket_path_, none)) retry_.later(); // else the watch tells of it
    }
}

void PipewireSense::connect() {
    connection_.emplace(io_, socket_path_,
                        pipewire::Connection::Listener{[this](const Message& message) { hear(message); },
                                                       [this] { tell(); },
                                                       [this](const std::string& why) { lose(why); }});
    trouble_ = pipewire_unanswered;
    objects_.clear();
    greet();
}

void PipewireSense::greet() {
    connection_->send(core, core_hello, PodWriter{}.add_int(protocol));
    connection_->send(client, client_update_properties, PodWriter{}.add_properties({{"application.name", "Poise"}}));
    connection_->send(core, core_get_registry, PodWriter{}.add_int(protocol).add_int(registry));
}

void PipewireSense::hear(const Message& message) {
    if (trouble_ == pipewire_unanswered) trouble_.clear();
    if (message.object == core) return hear_of_core(message);
    if (message.object == registry) return hear_of_registry(message);
    if (message.object < first_node || message.object - first_node >= objects_.size()) return;
    if (const auto node = objects_[message.object - first_node]) hear_of_node(*node, message);
}

void PipewireSense::hear_of_core(const Message& message) {
    PodReader body = message.body();
    if (message.opcode == core_ping) {
        const auto id = body.read_int();
        connection_->send(core, core_pong, PodWriter{}.add_int(id).add_int(body.read_int()));
    } else if (message.opcode == core_remove_id) {
        const auto id = static_cast<std::uint32_t>(body.read_int()) - first_node;
        if (id < objects_.size()) objects_[id].reset();
    } else if (message.opcode == core_error && static_cast<std::uint32_t>(body.read_int()) == core) {
        body.skip();
        body.skip();
        trouble_ = "PipeWire: " + body.read_text();
    }
}

void PipewireSense::hear_of_registry(const Message& message) {
    PodReader body = message.body();
    if (message.opcode == registry_global) return add_global(body);
    if (message.opcode == registry_global_remove) graph_.remove(static_cast<GlobalId>(body.read_int()));
}

void PipewireSense::add_global(PodReader global) {
    const auto id = static_cast<GlobalId>(global.read_int());
    global.skip(); // what we may do with it
    const std::string type = global.read_text();
    if (type != node_type && type != link_type) return;
    global.skip(); // the version
    const pipewire::Properties properties = global.read_properties();
    if (global.failed()) return;
    if (type == link_type) return graph_.add_link(id, properties);
    graph_.add_node(id, properties);
    if (pipewire::MediaGraph::is_consumer(properties)) follow(id);
}

void PipewireSense::follow(GlobalId node) {
    const auto free = std::find(objects_.begin(), objects_.end(), std::nullopt);
    const auto number = static_cast<std::int32_t>(free - objects_.begin()) + static_cast<std::int32_t>(first_node);
    if (free == objects_.end()) {
        objects_.emplace_back(node);
    } else {
        *free = node;
    }
    connection_->send(
        registry, registry_bind,
        PodWriter{}.add_int(static_cast<std::int32_t>(node)).add_text(node_type).add_int(protocol).add_int(number));
}

void PipewireSense::hear_of_node(GlobalId node, const Message& message) {
    if (message.opcode != node_info) return;
    PodReader info = message.body();
    for (int before = 0; before < 3; ++before) info.skip(); // its id, and how many inputs and outputs it may have
    const std::int64_t changes = info.read_long();
    info.skip(); // how many it has
    info.skip();
    const std::int32_t state = info.read_int();
    (void)info.read_text(); // what is wrong with it
    const pipewire::Properties properties = info.read_properties();
    if (info.failed()) return;
    if ((changes & state_changed) != 0) graph_.set_running(node, state == state_running);
    if ((changes & properties_changed) != 0) graph_.set_properties(node, properties);
}

void PipewireSense::tell() {
    const pipewire::InUse in_use = graph_.in_use();
    if (std::exchange(told_, in_use) != in_use) changed_(in_use);
}

void PipewireSense::lose(const std::string& why) {
    if (trouble_.empty() || trouble_ == pipewire_unanswered) trouble_ = "PipeWire has ended: " + why;
    graph_ = {};
    tell();
    // The loss is told from inside the connection.
    boost::asio::post(io_, [this, alive = std::weak_ptr{alive_}] {
        if (alive.expired()) return;
        connection_.reset();
        retry_.later();
    });
}

} // namespace poise
