// SPDX-License-Identifier: GPL-3.0-or-later
#include "pod.hpp"

#include <cstddef>
#include <cstring>
#include <limits>

namespace poise::pipewire {

namespace {

constexpr std::uint32_t none = 1;
constexpr std::uint32_t id = 3;
constexpr std::uint32_t integer = 4;
constexpr std::uint32_t long_integer = 5;
constexpr std::uint32_t text = 8;
constexpr std::uint32_t structure = 14;

constexpr std::size_t header = 8;

std::size_t filled_up(std::size_t size) { return (size + 7) / 8 * 8; }

template <class Number>
Number number_at(std::string_view bytes) {
    Number number{};
    std::memcpy(&number, bytes.data(), sizeof number);
    return number;
}

template <class Number>
std::string_view bytes_of(const Number& number) {
    return {reinterpret_cast<const char*>(&number), sizeof number};
}

} // namespace

PodReader::Pod PodReader::next() {
    if (!failed_ && left_.size() >= header) {
        const auto size = number_at<std::uint32_t>(left_);
        const auto type = number_at<std::uint32_t>(left_.substr(4));
        if (size <= left_.size() - header) {
            const Pod pod{type, left_.substr(header, size)};
            // The last one of a message may lack its filling.
            left_.remove_prefix(std::min(left_.size(), header + filled_up(size)));
            return pod;
        }
    }
    failed_ = true;
    left_ = {};
    return {};
}

template <class Number>
Number PodReader::read_number(std::uint32_t type, std::uint32_t other_type) {
    const Pod pod = next();
    if ((pod.type == type || pod.type == other_type) && pod.contents.size() >= sizeof(Number)) {
        return number_at<Number>(pod.contents);
    }
    failed_ = true;
    return {};
}

std::int32_t PodReader::read_int() { return read_number<std::int32_t>(integer, id); }

std::int64_t PodReader::read_long() { return read_number<std::int64_t>(long_integer, long_integer); }

std::string PodReader::read_text() {
    const Pod pod = next();
    if (pod.type == text) return std::string{pod.contents.substr(0, pod.contents.find('\0'))};
    if (pod.type != none) failed_ = true;
    return {};
}

PodReader PodReader::read_struct() {
    const Pod pod = next();
    if (pod.type != structure) failed_ = true;
    PodReader inside{pod.contents};
    inside.failed_ = failed_;
    return inside;
}

Properties PodReader::read_properties() {
    PodReader pairs = read_struct();
    Properties properties;
    const std::int32_t count = pairs.read_int();
    for (std::int32_t i = 0; i < count && !pairs.failed(); ++i) {
        std::string key = pairs.read_text();
        std::string value = pairs.read_text();
        if (!pairs.failed()) properties.insert_or_assign(std::move(key), std::move(value));
    }
    if (pairs.failed()) failed_ = true;
    return properties;
}

void PodReader::skip() { (void)next(); }

void PodWriter::add(std::uint32_t type, std::string_view contents) {
    const auto size = static_cast<std::uint32_t>(contents.size());
    pods_ += bytes_of(size);
    pods_ += bytes_of(type);
    pods_ += contents;
    pods_.resize(filled_up(pods_.size()));
}

PodWriter& PodWriter::add_int(std::int32_t value) {
    add(integer, bytes_of(value));
    return *this;
}

PodWriter& PodWriter::add_text(std::string_view value) {
    add(text, std::string{value} + '\0');
    return *this;
}

PodWriter& PodWriter::add_properties(const Properties& properties) {
    PodWriter pairs;
    pairs.add_int(static_cast<std::int32_t>(properties.size()));
    for (const auto& [key, value] : properties) pairs.add_text(key).add_text(value);
    add(structure, pairs.pods_);
    return *this;
}

std::string PodWriter::as_struct() const {
    PodWriter whole;
    whole.add(structure, pods_);
    return whole.pods_;
}

} // namespace poise::pipewire
