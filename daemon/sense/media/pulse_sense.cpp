// SPDX-License-Identifier: GPL-3.0-or-later
#include "pulse_sense.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace poise {

namespace {

using pulse::Command;
using pulse::TagReader;
using pulse::TagWriter;

constexpr auto pulse_unanswered = "PulseAudio has not answered yet";
constexpr std::size_t longest_message = 1 << 20; // no list is nearly as long

std::filesystem::path find_pulse_socket() {
    const auto environment = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string{value ? value : ""};
    };
    std::string server = environment("PULSE_SERVER");
    if (server.starts_with("unix:")) server.erase(0, server.find('/'));
    if (server.starts_with('/')) return server;
    if (!server.empty()) throw std::runtime_error{"PULSE_SERVER names no socket of this machine: " + server};
    if (const std::string folder = environment("PULSE_RUNTIME_PATH"); !folder.empty()) return folder + "/native";
    const std::string folder = environment("XDG_RUNTIME_DIR");
    if (folder.empty()) throw std::runtime_error{"XDG_RUNTIME_DIR is not set: nobody knows where PulseAudio would be"};
    return folder + "/pulse/native";
}

bool is_there(const std::filesystem::path& path) {
    std::error_code unreadable;
    return std::filesystem::exists(path, unreadable);
}

} // namespace

PulseSense::PulseSense(boost::asio::io_context& io, Changed changed)
    : io_{io}, changed_{std::move(changed)}, socket_path_{find_pulse_socket()}, retry_{io, [this] {
                                                                                           if (!socket_) look();
                                                                                       }} {
    await_socket();
    look();
}

void PulseSense::await_socket() {
    try {
        watch_socket();
    } catch (const std::system_error&) {
        // Somebody has taken the last inotify, or the folder has gone again: it is looked for without being told.
    }
}

void PulseSense::watch_socket() {
    const auto folder = socket_path_.parent_path();
    if (is_there(folder)) {
        watch_.emplace(io_, socket_path_, [this] {
            if (!socket_) retry_.anew();
        });
        return;
    }
    watch_.emplace(io_, folder, [this] {
        boost::asio::post(io_, [this, alive = std::weak_ptr{alive_}] { // the watch is not to end inside its own word
            if (alive.expired()) return;
            await_socket();
            retry_.anew();
        });
    });
}

void PulseSense::look() {
    try {
        connect();
    } catch (const std::exception& error) {
        trouble_ = std::string{"PulseAudio does not answer: "} + error.what();
        if (!watch_ || is_there(socket_path_)) retry_.later(); // else the watch tells of it
    }
}

void PulseSense::connect() {
    socket_.emplace(io_, socket_path_.string(),
                    LocalSocket::Listener{[this](std::string_view arrived) { return take(arrived); },
                                          [this](const std::string& why) { lose(why); }});
    trouble_ = pulse_unanswered;
    ask(Command::auth, TagWriter{}.add_number(pulse::protocol).add_bytes(std::string(pulse::cookie_size, '\0')));
}

void PulseSense::ask(Command command, const TagWriter& arguments) {
    asked_.emplace(next_number_, command);
    socket_->send(pulse::encode(command, next_number_++, arguments));
}

void PulseSense::ask_for_outputs() {
    outdated_ = listing_;
    if (!std::exchange(listing_, true)) ask(Command::get_source_output_info_list);
}

std::size_t PulseSense::take(std::string_view arrived) {
    std::size_t taken = 0;
    pulse::Message message;
    while (const std::size_t size = pulse::take_message(arrived.substr(taken), message)) {
        taken += size;
        hear(message);
    }
    if (arrived.size() - taken > longest_message) end("what it says is not understood");
    return taken;
}

void PulseSense::hear(pulse::Message message) {
    if (trouble_ == pulse_unanswered) trouble_.clear();
    if (message.command == Command::subscribe_event) return ask_for_outputs();
    const auto question = asked_.find(message.number);
    if (question == asked_.end()) return;
    const Command asked = question->second;
    asked_.erase(question);
    if (message.command == Command::reply) return hear_reply(asked, message.values);
    // A source may have gone meanwhile, and its streams with it.
    if (asked == Command::get_source_info) return;
    end("it refuses, error " + std::to_string(message.values.read_number()));
}

void PulseSense::hear_reply(Command to, TagReader values) {
    if (to == Command::auth) return hear_of_auth(values);
    if (to == Command::get_server_info) return hear_of_server(values);
    if (to == Command::get_source_output_info_list) return hear_of_outputs(values);
    if (to == Command::get_source_info) {
        const pulse::Source source = pulse::read_source(values);
        if (!values.failed()) is_monitor_[source.index] = source.is_monitor;
        judge();
    }
}

void PulseSense::hear_of_auth(TagReader values) {
    const std::uint32_t version = values.read_number() & 0xffff; // above are its offers of shared memory
    if (version < pulse::protocol) return end("it is older than 2010");
    ask(Command::set_client_name, TagWriter{}.add_properties({{"application.name", "Poise"}}));
    ask(Command::get_server_info);
}

void PulseSense::hear_of_server(TagReader values) {
    if (values.read_text().find("PipeWire") != std::string::npos) return end("PipeWire stands in for it");
    ask(Command::subscribe, TagWriter{}.add_number(pulse::of_source_outputs));
    ask_for_outputs();
}

void PulseSense::hear_of_outputs(TagReader values) {
    listing_ = false;
    if (std::exchange(outdated_, false)) ask_for_outputs();
    outputs_.clear();
    while (!values.at_end()) {
        const pulse::SourceOutput output = pulse::read_source_output(values);
        if (values.failed()) return end("its streams are not understood");
        if (!output.listens) continue;
        outputs_.push_back(output);
        if (!is_monitor_.contains(output.source)) {
            ask(Command::get_source_info, TagWriter{}.add_number(output.source).add_no_text());
        }
    }
    judge();
}

void PulseSense::judge() {
    const bool listens = std::ranges::any_of(outputs_, [this](const pulse::SourceOutput& output) {
        const auto source = is_monitor_.find(output.source);
        return source != is_monitor_.end() && !source->second;
    });
    if (std::exchange(told_, listens) != listens) changed_(listens);
}

void PulseSense::lose(const std::string& why) {
    if (!trouble_.empty() && trouble_ != pulse_unanswered) return; // we have ended it ourselves
    end(why);
    retry_.later();
}

void PulseSense::end(const std::string& why) {
    trouble_ = "PulseAudio: " + why;
    outputs_.clear();
    asked_.clear();
    is_monitor_.clear();
    listing_ = outdated_ = false;
    judge();
    // It is told from inside the connection.
    boost::asio::post(io_, [this, alive = std::weak_ptr{alive_}] {
        if (!alive.expired()) socket_.reset();
    });
}

} // namespace poise
