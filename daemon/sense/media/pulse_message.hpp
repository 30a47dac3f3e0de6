// SPDX-License-Identifier: GPL-3.0-or-later
// PulseAudio's native protocol as far as a listener needs it, in version 19 of 2010, which every later server speaks to
// whoever asks for it: frames of a head and tagged values, each a command with a number that its reply repeats.
#pragma once

#include "tagged.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace poise::pulse {

constexpr std::uint32_t protocol = 19; // the first that tells whether a stream is corked
constexpr std::uint32_t nobody = 0xffffffff;
constexpr std::size_t cookie_size = 256; // by which strangers prove themselves; we are known by our user

enum class Command : std::uint32_t {
    error = 0,
    reply = 2,
    auth = 8,
    set_client_name = 9,
    get_server_info = 20,
    get_source_info = 23,
    get_source_output_info_list = 32,
    subscribe = 35,
    subscribe_event = 66,
};
constexpr std::uint32_t of_source_outputs = 8; // among what can be subscribed to

struct Message {
    Command command{};
    std::uint32_t number = 0;
    TagReader values{{}};
};

/// A whole frame cut off the front of what has arrived; its message is an error of number `nobody` where it carries
/// sound, or what nobody asked for. Nothing: wait for more.
[[nodiscard]] std::size_t take_message(std::string_view arrived, Message&);
[[nodiscard]] std::string encode(Command, std::uint32_t number, const TagWriter&);

/// A stream that takes sound from a source.
struct SourceOutput {
    std::uint32_t source = nobody;
    bool listens = false; // a program does, now, and neither for a level nor for a production
};
[[nodiscard]] SourceOutput read_source_output(TagReader&);

struct Source {
    std::uint32_t index = nobody;
    bool is_monitor = false; // hears what a loudspeaker plays
};
[[nodiscard]] Source read_source(TagReader&);

} // namespace poise::pulse
