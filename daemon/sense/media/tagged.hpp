// SPDX-License-Identifier: GPL-3.0-or-later
// Tagged values, of which PulseAudio's messages are made, as far as a listener needs them: each is a letter for its
// type and its contents, numbers with the greatest byte first. Reading never leaves the bytes it was given; what is not
// what was asked for makes the reader fail, and a reader that has failed reads zeros and nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace poise::pulse {

using Properties = std::map<std::string, std::string, std::less<>>;

class TagReader {
public:
    explicit TagReader(std::string_view values) : left_{values} {}

    [[nodiscard]] std::uint32_t read_number();
    [[nodiscard]] std::string read_text(); // none reads as empty
    [[nodiscard]] bool read_flag();
    [[nodiscard]] Properties read_properties();
    /// Whatever it is.
    void skip(int how_many = 1);

    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] bool at_end() const { return left_.empty(); }

private:
    std::string_view take(std::size_t size);
    std::uint32_t take_number();
    std::string_view take_text();
    char take_tag();
    void fail();
    void skip_one();

    std::string_view left_;
    bool failed_ = false;
};

class TagWriter {
public:
    TagWriter& add_number(std::uint32_t);
    TagWriter& add_text(std::string_view);
    TagWriter& add_no_text();
    TagWriter& add_bytes(std::string_view);
    TagWriter& add_properties(const Properties&);

    [[nodiscard]] const std::string& values() const { return values_; }

private:
    std::string values_;
};

/// Its four bytes, the greatest first.
[[nodiscard]] std::string bytes_of(std::uint32_t);
/// Of the first four bytes, which must be there.
[[nodiscard]] std::uint32_t number_at(std::string_view bytes);

} // namespace poise::pulse
