// SPDX-License-Identifier: GPL-3.0-or-later
#include "pulse_message.hpp"

namespace poise::pulse {

namespace {

constexpr std::size_t head_size = 20; // length, channel, offset of 8 bytes, flags
constexpr std::uint32_t no_channel = 0xffffffff;

std::string_view text_of(const Properties& properties, std::string_view key) {
    const auto found = properties.find(key);
    return found == properties.end() ? std::string_view{} : std::string_view{found->second};
}

} // namespace

std::size_t take_message(std::string_view arrived, Message& message) {
    if (arrived.size() < head_size) return 0;
    const std::size_t size = number_at(arrived);
    if (arrived.size() - head_size < size) return 0;
    message = {Command::error, nobody, TagReader{{}}};
    if (number_at(arrived.substr(4)) == no_channel) {
        TagReader values{arrived.substr(head_size, size)};
        const auto command = static_cast<Command>(values.read_number());
        const std::uint32_t number = values.read_number();
        if (!values.failed()) message = {command, number, values};
    }
    return head_size + size;
}

std::string encode(Command command, std::uint32_t number, const TagWriter& arguments) {
    const std::string values =
        TagWriter{}.add_number(static_cast<std::uint32_t>(command)).add_number(number).values() + arguments.values();
    const std::string no_offset_or_flags(12, '\0');
    return bytes_of(static_cast<std::uint32_t>(values.size())) + bytes_of(no_channel) + no_offset_or_flags + values;
}

SourceOutput read_source_output(TagReader& values) {
    values.skip(3); // its number, its name, the module that made it
    const std::uint32_t client = values.read_number();
    SourceOutput output;
    output.source = values.read_number();
    values.skip(4); // samples, channels, two latencies
    const std::string resampling = values.read_text();
    values.skip(); // its driver
    const Properties properties = values.read_properties();
    const bool corked = values.read_flag();
    const bool shows_a_level = resampling == "peaks" || text_of(properties, "media.name") == "Peak detect";
    const bool of_a_program = client != nobody; // else of a module, which passes it on
    output.listens = of_a_program && !corked && !shows_a_level && text_of(properties, "media.role") != "production";
    return output;
}

Source read_source(TagReader& values) {
    Source source;
    source.index = values.read_number();
    values.skip(7); // its names, samples, channels, the module that made it, how loud, whether muted
    source.is_monitor = values.read_number() != nobody;
    return source;
}

} // namespace poise::pulse
