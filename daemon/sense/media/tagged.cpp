// SPDX-License-Identifier: GPL-3.0-or-later
#include "tagged.hpp"

#include <utility>

namespace poise::pulse {

namespace {

constexpr std::size_t number_size = 4;

std::size_t byte_at(std::string_view bytes) { return static_cast<unsigned char>(bytes.front()); }

} // namespace

std::string bytes_of(std::uint32_t number) {
    std::string bytes;
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(number >> shift & 0xff);
    return bytes;
}

std::uint32_t number_at(std::string_view bytes) {
    std::uint32_t number = 0;
    for (const char byte : bytes.substr(0, number_size)) number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

void TagReader::fail() {
    failed_ = true;
    left_ = {};
}

std::string_view TagReader::take(std::size_t size) {
    if (failed_ || size > left_.size()) {
        fail();
        return {};
    }
    const std::string_view taken = left_.substr(0, size);
    left_.remove_prefix(size);
    return taken;
}

char TagReader::take_tag() {
    const std::string_view tag = take(1);
    return tag.empty() ? '\0' : tag.front();
}

std::uint32_t TagReader::take_number() {
    const std::string_view bytes = take(number_size);
    return bytes.empty() ? 0 : number_at(bytes);
}

std::string_view TagReader::take_text() {
    const std::size_t length = left_.find('\0');
    if (length == std::string_view::npos) {
        fail();
        return {};
    }
    return take(length + 1).substr(0, length);
}

std::uint32_t TagReader::read_number() {
    if (take_tag() != 'L') fail();
    return take_number();
}

std::string TagReader::read_text() {
    const char tag = take_tag();
    if (tag == 't') return std::string{take_text()};
    if (tag != 'N') fail();
    return {};
}

bool TagReader::read_flag() {
    const char tag = take_tag();
    if (tag != '0' && tag != '1') fail();
    return tag == '1';
}

Properties TagReader::read_properties() {
    Properties properties;
    if (take_tag() != 'P') fail();
    while (!failed_) {
        std::string key = read_text();
        if (key.empty()) break; // none: the end
        const std::uint32_t size = read_number();
        if (take_tag() != 'x' || take_number() != size) fail();
        const std::string_view value = take(size);
        if (!failed_) properties.insert_or_assign(std::move(key), std::string{value.substr(0, value.find('\0'))});
    }
    return properties;
}

void TagReader::skip(int how_many) {
    for (int i = 0; i < how_many; ++i) skip_one();
}

void TagReader::skip_one() {
    switch (const char tag = take_tag()) {
    case '0':
    case '1':
    case 'N': break;
    case 't': (void)take_text(); break;
    case 'L':
    case 'V': (void)take(number_size); break; // a volume
    case 'B': (void)take(1); break;
    case 'R':
    case 'r':
    case 'T':
    case 'U': (void)take(2 * number_size); break; // times and long numbers
    case 'a': (void)take(number_size + 2); break; // what a sample is
    case 'x': (void)take(take_number()); break;
    case 'm':
    case 'v': // what the channels are, and how loud
        if (const auto count = take(1); !count.empty()) (void)take(byte_at(count) * (tag == 'm' ? 1 : number_size));
        break;
    default: fail();
    }
}

TagWriter& TagWriter::add_number(std::uint32_t number) {
    values_ += 'L' + bytes_of(number);
    return *this;
}

TagWriter& TagWriter::add_text(std::string_view text) {
    values_ += 't';
    values_ += text;
    values_ += '\0';
    return *this;
}

TagWriter& TagWriter::add_no_text() {
    values_ += 'N';
    return *this;
}

TagWriter& TagWriter::add_bytes(std::string_view bytes) {
    values_ += 'x' + bytes_of(static_cast<std::uint32_t>(bytes.size()));
    values_ += bytes;
    return *this;
}

TagWriter& TagWriter::add_properties(const Properties& properties) {
    values_ += 'P';
    for (const auto& [key, value] : properties) {
        const std::string with_end = value + '\0';
        add_text(key).add_number(static_cast<std::uint32_t>(with_end.size())).add_bytes(with_end);
    }
    return add_no_text();
}

} // namespace poise::pulse
